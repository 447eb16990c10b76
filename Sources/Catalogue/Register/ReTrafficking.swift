import Access
package import Mechanisms

extension Mechanism {
    /// A person's later episode joined to an earlier one: exploited again (B09).
    package static let reTrafficking = Mechanism(
        "re-trafficking", chapter: .register, serves: ["B09"],
        fields: [
            .link("episode", to: "status-episode", required: true),
            .link("earlier-episode", to: "status-episode", required: true),
            .code("known-from", list: "knowledge-sources"),
            .code("returned-between", list: "answers"),
            .code("risk-assessed", list: "answers"),
        ],
        states: ["recorded", "withdrawn"], closedStates: ["withdrawn"], listedBy: ["episode", "earlier-episode"],
        transitions: [
            .opening(
                "record", to: "recorded", by: .registrars, needs: [DifferentRecords("episode", "earlier-episode")]),
            .step("withdraw", from: ["recorded"], to: "withdrawn", by: .registrars, needs: [ReasonGiven()]),
        ] + .correction(in: ["recorded"], by: .registrars, needs: [DifferentRecords("episode", "earlier-episode")]))
}
