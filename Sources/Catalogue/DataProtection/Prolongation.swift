import Access
package import Mechanisms

extension Mechanism {
    /// A record is kept longer than its retention clock says, until a day and for a reason: the answer of the officer who
    /// looked at it and did not erase (B21). It stops no erasure; a legal hold does.
    package static let prolongation = Mechanism(
        "prolongation", chapter: .dataProtection, serves: ["B21"],
        fields: [
            .link("about", to: Field.anyMechanism, required: true),
            .period("until", required: true),
            .text("ground", .restricted, required: true),
        ],
        states: ["in-force", "ended"], closedStates: ["ended"], listedBy: ["about", "until"],
        // Once its day has passed, the record stands in the list of what is due again.
        dueFields: [DueField("until", lapses: true)],
        retention: [Retention(after: .field("until"), "retention-prolongation", then: .review)],
        transitions: [
            .opening("prolong", to: "in-force", by: [.dataProtectionOfficer]),
            .step("end", from: ["in-force"], to: "ended", by: [.dataProtectionOfficer], needs: [ReasonGiven()]),
        ])
}
