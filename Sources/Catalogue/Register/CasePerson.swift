import Access
package import Mechanisms

extension Mechanism {
    /// A person's part in a case; a person may be in many cases, and a case may concern many persons (B01).
    package static let casePerson = Mechanism(
        "case-person", chapter: .register, serves: ["B01"],
        fields: [
            .link("case", to: "case", required: true),
            .link("person", to: "person", required: true),
            .code("role", list: "case-roles", required: true),
        ],
        states: ["in", "out"], closedStates: ["out"], listedBy: ["case", "person", "role"],
        transitions: [
            .opening(to: "in", by: .registrars),
            .step("leave", from: ["in"], to: "out", by: .registrars, needs: [ReasonGiven()]),
        ] + .correction(in: ["in"], by: .registrars))
}
