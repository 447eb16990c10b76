import Access
package import Mechanisms

extension Mechanism {
    /// A post in an organisation: tasks and rights belong to it, not to whoever holds it (B51, B52).
    package static let function = Mechanism(
        "function", chapter: .network, serves: ["B51", "B52"],
        fields: [
            .link("organisation", to: "organisation", required: true),
            .code("kind", list: "function-kinds", required: true),
            .text("title"),
        ],
        states: ["open", "closed"], closedStates: ["closed"], titledBy: ["title", "kind"],
        listedBy: ["organisation", "kind"],
        transitions: [
            .opening(to: "open", by: .secretariat),
            .step("close", from: ["open"], to: "closed", by: .secretariat, needs: [ReasonGiven()]),
        ] + .correction(in: ["open"], by: .secretariat))
}
