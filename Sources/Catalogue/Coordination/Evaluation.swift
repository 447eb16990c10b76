import Access
package import Mechanisms

extension Mechanism {
    /// An evaluation of a plan, a review of a state by other states, or an assessment of threats (B45, B70, B73).
    ///
    /// What it found stands in the recommendations that name it, each with its finding: so nothing is found that nobody
    /// is asked to mend, and an action that answers the recommendation answers the finding. Comments of the one reviewed
    /// are kept as often as they are made. The priorities of a threat assessment are its recommendations.
    package static let evaluation = Mechanism(
        "evaluation", chapter: .coordination, serves: ["B45", "B70", "B73"],
        fields: [
            .code("kind", list: "evaluation-kinds", required: true),
            .text("title", required: true),
            .link("evaluated-plan", to: "plan"),
            .code("country", list: "countries"),
            .codes("reviewers", list: "countries"),
            .text("evaluators"),
            .text("terms"),
            .text("rights"),
            .text("report"),
            .text("comments"),
            .text("nothing-found"),
            .period("adopted-on"),
        ],
        states: ["planned", "drafted", "commented", "adopted", "cancelled"], closedStates: ["adopted", "cancelled"],
        titledBy: ["title"], listedBy: ["kind", "evaluated-plan", "country", "adopted-on"],
        transitions: [
            .opening("plan", to: "planned", by: .planners, needs: parties),
            .step("draft", from: ["planned"], to: "drafted", by: .planners, needs: [Filled("report")] + parties),
            .step(
                "comment", from: ["drafted", "commented"], to: "commented", by: .reporters,
                needs: [ChangesOnly("comments"), SaidAnew("comments")]),
            .step(
                "adopt", from: ["drafted", "commented"], to: "adopted", by: .planners,
                needs: [
                    Filled("adopted-on"), Filled("rights", when: "kind", isOneOf: ["plan-evaluation"]),
                    Filled("comments", when: "kind", isOneOf: reviews),
                    NamedBy("recommendation", in: "evaluation", excusedBy: "nothing-found"),
                    ChangesOnly("report", "rights", "nothing-found", "adopted-on"),
                ]),
            .step(
                "cancel", from: ["planned", "drafted", "commented"], to: "cancelled", by: .planners,
                needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["planned"], by: .planners, needs: parties))

    private static let reviews: Set<String> = ["peer-review", "mutual-evaluation"]

    private static let parties: [any Guard] = [
        Filled("evaluated-plan", when: "kind", isOneOf: ["plan-evaluation"]),
        Filled("country", when: "kind", isOneOf: reviews),
        Filled("reviewers", when: "kind", isOneOf: reviews), NotAmong("country", codes: "reviewers"),
    ]
}
