import Access
package import Mechanisms

extension Mechanism {
    /// A frozen, numbered publication: what was published, by which rule, from which ledger position, with its hash
    /// (B85, B86). Only the register itself says that something was published: after the gate let it out.
    package static let release = Mechanism(
        "release", chapter: .numbers, serves: ["B85", "B86"],
        fields: [
            .integer("number", in: 1...999_999, required: true),
            .text("table", required: true),
            .text("period"),
            .text("rule", required: true),
            .integer("threshold", in: 1...1000, required: true),
            .integer("ledger-position", in: 0...Int.max, required: true),
            .text("hash", required: true),
        ],
        states: ["published", "superseded"], titledBy: ["number"], listedBy: ["table", "period"],
        transitions: [
            .opening("publish", to: "published", by: .statisticians, isByRegister: true),
            .step("supersede", from: ["published"], to: "superseded", by: .statisticians, needs: [ReasonGiven()]),
        ])
}
