import Access
package import Mechanisms

extension Mechanism {
    /// Another crime found with an incident; it is counted on its own and never adds to trafficking (B13).
    package static let linkedCrime = Mechanism(
        "linked-crime", chapter: .register, serves: ["B13"],
        fields: [
            .link("incident", to: "incident", required: true),
            .code("offence", list: "offences", required: true),
            .code("stage", list: "crime-stages"),
        ],
        states: ["recorded"], listedBy: ["incident", "offence"],
        transitions: [.opening("record", to: "recorded", by: .registrars)]
            + .correction(in: ["recorded"], by: .registrars))
}
