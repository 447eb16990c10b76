import Access
package import Mechanisms

extension Mechanism {
    /// What worked somewhere, against which problem, and how well that is proven (B75).
    ///
    /// Nobody checks what they handed in themselves. Who takes a practice up is one of the actions of a plan that name it
    /// here: re-use is counted from them.
    package static let goodPractice = Mechanism(
        "good-practice", chapter: .coordination, serves: ["B75"],
        fields: [
            .text("title", required: true),
            .text("problem", required: true),
            .text("what", required: true),
            .code("country", list: "countries"),
            .code("evidence", list: "evidence-levels", required: true),
            .text("shown-by"),
            .text("cost"),
            .text("transferability"),
            .link("contact", to: "function"),
            .codes("pillars", list: "plan-pillars"),
            .links("used-by", to: "plan-action"),
        ],
        states: ["submitted", "checked", "published", "retired"], closedStates: ["retired"], titledBy: ["title"],
        listedBy: ["country", "evidence", "pillars"],
        transitions: [
            .opening("submit", to: "submitted", by: .reporters, needs: [shown]),
            .step(
                "check", from: ["submitted"], to: "checked", by: .planners,
                needs: [AnotherPerson(than: "submit", "correct"), ChangesOnly("evidence", "shown-by"), shown]),
            .step("publish", from: ["checked"], to: "published", by: .planners, needs: [ChangesOnly()]),
            .step(
                "note-use", from: ["published"], to: "published", by: .planners,
                needs: [ChangesOnly("used-by"), Filled("used-by")]),
            .step(
                "retire", from: ["submitted", "checked", "published"], to: "retired", by: .planners,
                needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["submitted"], by: .planners, needs: [shown]))

    private static let shown = Filled("shown-by", when: "evidence", isOneOf: ["monitored", "evaluated", "replicated"])
}
