import Access
package import Mechanisms

extension Mechanism {
    /// The office of a coordinator or a rapporteur: by which act it exists, how independent it is, what it has (B60).
    package static let office = Mechanism(
        "office", chapter: .network, serves: ["B60"],
        fields: [
            .link("organisation", to: "organisation", required: true),
            .code("kind", list: "office-kinds", required: true),
            .text("mandate-act", required: true),
            .text("independence"),
            .integer("staff", in: 0...100_000),
            .text("budget"),
        ],
        states: ["established", "abolished"], closedStates: ["abolished"], titledBy: ["kind"],
        listedBy: ["organisation", "kind"],
        transitions: [
            .opening("establish", to: "established", by: .secretariat),
            .step("abolish", from: ["established"], to: "abolished", by: .secretariat, needs: [ReasonGiven()]),
        ] + .correction(in: ["established"], by: .secretariat))
}
