import Access
package import Mechanisms

extension Mechanism {
    /// One of those who answer for an action, each with a state of their own (B63).
    package static let actionParty = Mechanism(
        "action-party", chapter: .coordination, serves: ["B63"],
        fields: [
            .link("plan", to: "plan", required: true),
            .link("action", to: "plan-action", required: true),
            .text("name", required: true),
            .code("role", list: "party-roles", required: true),
            .link("organisation", to: "organisation"),
            .link("function", to: "function"),
            .links("evidence", to: "action-evidence"),
        ],
        states: ["named", "under-way", "done", "released"], closedStates: ["released"], titledBy: ["name"],
        listedBy: ["plan", "action", "organisation"],
        transitions: [
            .opening("name", to: "named", by: .planners),
            .step("begin", from: ["named"], to: "under-way", by: .planners),
            .step(
                "finish", from: ["named", "under-way"], to: "done", by: .planners,
                needs: [Filled("evidence"), BornOut("evidence", in: "accepted", about: "action", of: "action")]),
            .step("reopen", from: ["done"], to: "under-way", by: .planners, needs: [ReasonGiven()]),
            .step("release", from: ["named", "under-way"], to: "released", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["named", "under-way"], by: .planners))
}
