import Access
package import Mechanisms

extension Mechanism {
    /// One leg of the way on which persons were moved (B10).
    package static let routeLeg = Mechanism(
        "route-leg", chapter: .register, serves: ["B10"],
        fields: [
            .link("incident", to: "incident", required: true),
            .integer("ordinal", in: 1...99, required: true),
            .code("from", list: "countries"),
            .code("to", list: "countries"),
            .period("on"),
            .code("transport", list: "transports"),
        ],
        states: ["recorded"], listedBy: ["incident"],
        transitions: [.opening("record", to: "recorded", by: .registrars)]
            + .correction(in: ["recorded"], by: .registrars))
}
