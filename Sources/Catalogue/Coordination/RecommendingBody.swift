import Access
package import Mechanisms

extension Mechanism {
    /// Who addresses recommendations to states and authorities: a monitoring body, a dialogue, a parliament (B69).
    package static let recommendingBody = Mechanism(
        "recommending-body", chapter: .coordination, serves: ["B69"],
        fields: [
            .text("name", required: true),
            .text("abbreviation"),
            .link("treaty", to: "treaty"),
            .link("organisation", to: "organisation"),
            .text("source"),
        ],
        states: ["active", "ended"], closedStates: ["ended"], titledBy: ["name"], listedBy: ["abbreviation", "treaty"],
        transitions: [
            .opening("enter", to: "active", by: .planners),
            .step("end", from: ["active"], to: "ended", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["active"], by: .planners))
}
