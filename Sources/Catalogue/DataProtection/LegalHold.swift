import Access
package import Mechanisms

extension Mechanism {
    /// Stops the erasure of a person while a court or a duty of proof needs what is known of them (B21).
    package static let legalHold = Mechanism(
        "legal-hold", chapter: .dataProtection, serves: ["B21"],
        fields: [
            .link("person", to: "person", required: true),
            .text("ground", .restricted, required: true),
            .period("review-on"),
        ],
        states: ["held", "released"], closedStates: ["released"], listedBy: ["person", "review-on"],
        dueFields: ["review-on"], retention: [Retention(after: .closing, "retention-legal-hold", then: .review)],
        transitions: [
            .opening("hold", to: "held", by: [.dataProtectionOfficer]),
            .step("release", from: ["held"], to: "released", by: [.dataProtectionOfficer], needs: [ReasonGiven()]),
        ])
}
