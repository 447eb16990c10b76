import Access
package import Mechanisms

extension Mechanism {
    /// How something is done in a state: what whoever calls from elsewhere must know first (B51).
    package static let nationalProcedure = Mechanism(
        "national-procedure", chapter: .network, serves: ["B51"],
        fields: [
            .code("country", list: "countries", required: true),
            .code("topic", list: "procedure-topics", required: true),
            .text("text"),
            .text("legal-basis"),
            .period("valid-from", required: true),
            .period("valid-until"),
        ],
        states: ["in-force", "ended"], closedStates: ["ended"], titledBy: ["country", "topic"],
        listedBy: ["country", "topic", "valid-from"],
        transitions: [
            .opening(
                "enter", to: "in-force", by: .secretariat, needs: told),
            .step(
                "end", from: ["in-force"], to: "ended", by: .secretariat,
                needs: [
                    Filled("valid-until"), InOrder("valid-from", before: "valid-until"), ChangesOnly("valid-until"),
                ]),
        ] + .correction(in: ["in-force"], by: .secretariat, needs: told))

    private static let told: [any Guard] = [Filled("text"), InOrder("valid-from", before: "valid-until")]
}
