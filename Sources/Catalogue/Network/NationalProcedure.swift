import Access
package import Mechanisms

extension Mechanism {
    /// How something is done in a state: what whoever calls from elsewhere must know first (B51), and by which edition of a
    /// manual it is done (B106).
    package static let nationalProcedure = Mechanism(
        "national-procedure", chapter: .network, serves: ["B51", "B106"],
        fields: [
            .code("country", list: "countries", required: true),
            .code("topic", list: "procedure-topics", required: true),
            .text("text"),
            .text("legal-basis"),
            .link("manual", to: "manual"),
            .text("edition"),
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

    private static let told: [any Guard] = [
        Filled("text"), InOrder("valid-from", before: "valid-until"), Together("manual", "edition"),
        SameAs("edition", of: "manual", "edition"),
    ]
}
