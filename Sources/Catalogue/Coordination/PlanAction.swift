import Access
package import Mechanisms

extension Mechanism {
    /// One action of a plan: what is to be done, who answers for it in the plan's own words, and how it is judged (B63,
    /// B64, B72, B76), and which targets of the United Nations it serves (B77).
    ///
    /// It is done when evidence bears it out that somebody accepted, of a kind that its assessment asks for.
    package static let planAction = Mechanism(
        "plan-action", chapter: .coordination, serves: ["B63", "B64", "B72", "B76", "B77"],
        fields: [
            .link("plan", to: "plan", required: true),
            .link("part", to: "plan-part", required: true),
            .integer("place", in: 1...9999, required: true),
            .text("code", required: true),
            .text("label"),
            .text("text", required: true),
            .text("insertions"),
            .text("responsible"),
            .text("responsible-insertions"),
            .text("assessment"),
            .text("assessment-insertions"),
            .codes("assessment-kinds", list: "assessment-kinds"),
            .codes("pillars", list: "plan-pillars"),
            .codes("targets", list: "sdg-targets"),
            .integer("gender-marker", in: 0...2),
            .integer("child-marker", in: 0...2),
            .integer("rights-marker", in: 0...2),
            .integer("budget", in: 0...1_000_000_000_000),
            .integer("spent", in: 0...1_000_000_000_000),
            .links("implements", to: "plan-action"),
            .links("evidence", to: "action-evidence"),
        ],
        states: ["open", "done", "abandoned", "superseded"], closedStates: ["abandoned", "superseded"],
        titledBy: ["code", "text"], listedBy: ["plan", "part", "pillars"],
        transitions: [
            .opening("set", to: "open", by: .planners),
            .step(
                "finish", from: ["open"], to: "done", by: .planners,
                needs: [
                    Filled("assessment"), Filled("assessment-kinds"), Filled("evidence"),
                    BornOut("evidence", in: "accepted", about: "action", ofKind: "kind", among: "assessment-kinds"),
                ]),
            .step("reopen", from: ["done"], to: "open", by: .planners, needs: [ReasonGiven()]),
            .step("abandon", from: ["open"], to: "abandoned", by: .planners, needs: [ReasonGiven()]),
            .step("supersede", from: ["open", "done"], to: "superseded", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["open"], by: .planners))
}
