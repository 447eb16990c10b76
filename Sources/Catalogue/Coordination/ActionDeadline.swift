import Access
package import Mechanisms

extension Mechanism {
    /// By when an action is to be done, in the plan's own words and as they are read (B64, B65).
    ///
    /// It is never rewritten: a new one takes its place, and says which; that is the history of slippage.
    package static let actionDeadline = Mechanism(
        "action-deadline", chapter: .coordination, serves: ["B64", "B65"],
        fields: [
            .link("plan", to: "plan", required: true),
            .link("action", to: "plan-action", required: true),
            .text("words", required: true),
            .text("insertions"),
            .code("kind", list: "deadline-kinds"),
            .period("earliest"),
            .period("latest"),
            .text("condition"),
            .period("set-on", required: true),
            .link("replaces", to: "action-deadline"),
        ],
        states: ["in-force", "met", "replaced", "dropped"], closedStates: ["met", "replaced", "dropped"],
        titledBy: ["words"], listedBy: ["plan", "action", "kind", "latest"],
        dueFields: [DueField("latest", whileIn: ["in-force"])],
        transitions: [
            .opening(
                "set", to: "in-force", by: .planners, needs: [InOrder("earliest", before: "latest")],
                reads: DeadlineFields(
                    "words", kind: "kind", earliest: "earliest", latest: "latest", condition: "condition")),
            .step("meet", from: ["in-force"], to: "met", by: .planners),
            .step("replace", from: ["in-force"], to: "replaced", by: .planners, needs: [ReasonGiven()]),
            .step("drop", from: ["in-force"], to: "dropped", by: .planners, needs: [ReasonGiven()]),
        ])
}
