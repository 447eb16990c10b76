import Access
package import Mechanisms

extension Mechanism {
    /// Two records that are one person in the world; both stay, counts take them as one (B01, B09).
    package static let samePerson = Mechanism(
        "same-person", chapter: .register, serves: ["B01", "B09"],
        fields: [
            .link("first", to: "person", required: true),
            .link("second", to: "person", required: true),
            .text("basis", .restricted, required: true),
        ],
        states: ["asserted", "withdrawn"], closedStates: ["withdrawn"], listedBy: ["first", "second"],
        transitions: [
            .opening("assert", to: "asserted", by: .registrars, needs: [DifferentRecords("first", "second")]),
            .step("withdraw", from: ["asserted"], to: "withdrawn", by: .registrars, needs: [ReasonGiven()]),
        ])
}
