import Access
package import Mechanisms

extension Mechanism {
    /// The office of a coordinator or a rapporteur: by which act it exists, how independent it is, what it has (B59, B60).
    ///
    /// What is equivalent to a rapporteur stands there with its independence, or it is no equivalent.
    package static let office = Mechanism(
        "office", chapter: .network, serves: ["B59", "B60"],
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
            .opening("establish", to: "established", by: .secretariat, needs: [independent]),
            .step("abolish", from: ["established"], to: "abolished", by: .secretariat, needs: [ReasonGiven()]),
        ] + .correction(in: ["established"], by: .secretariat, needs: [independent]))

    private static let independent = Filled("independence", when: "kind", isOneOf: ["equivalent-mechanism"])
}
