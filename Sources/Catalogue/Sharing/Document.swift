import Access
package import Mechanisms

extension Mechanism {
    /// A file that belongs to a record; its bytes lie sealed beside the ledger, its hash stands in it (B02).
    ///
    /// A file is in quarantine until a virus scanner has found it clean, or somebody has released it for a reason.
    package static let document = Mechanism(
        "document", chapter: .sharing, serves: ["B02"],
        fields: [
            .link("about", to: Field.anyMechanism, required: true),
            .text("name", .confidential, required: true),
            .text("media-type", required: true),
            .integer("size", in: 0...Int(Int32.max), required: true),
            .text("hash", required: true),
            .code("disclosure", list: "disclosures"),
        ],
        states: ["quarantined", "clean", "released", "infected", "withdrawn"], closedStates: ["withdrawn"],
        titledBy: ["name"],
        listedBy: ["about"], retention: [Retention(after: .lastChange, "retention-document", then: .review)],
        transitions: [
            .opening("attach", to: "quarantined", by: .caseStaff, isByRegister: true),
            .opening("attach-clean", to: "clean", by: .caseStaff, isByRegister: true),
            .opening("attach-infected", to: "infected", by: .caseStaff, isByRegister: true),
            .step("clear", from: ["quarantined", "released"], to: "clean", by: .caseStaff, isByRegister: true),
            .step("condemn", from: ["quarantined", "released"], to: "infected", by: .caseStaff, isByRegister: true),
            .step("release", from: ["quarantined"], to: "released", by: .caseStaff, needs: [ReasonGiven()]),
            .step(
                "withdraw", from: ["quarantined", "clean", "released", "infected"], to: "withdrawn", by: .caseStaff,
                needs: [ReasonGiven()]),
        ])
}
