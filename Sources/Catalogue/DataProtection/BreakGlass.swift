import Access
package import Mechanisms

extension Mechanism {
    /// A record reached without any relation to it, because somebody was in danger: for three hours, with a reason, and
    /// a data-protection officer looks at it afterwards (B21).
    package static let breakGlass = Mechanism(
        "break-glass", chapter: .dataProtection, serves: ["B21"], owner: "organisation",
        fields: [
            .link("about", to: Field.anyMechanism, required: true),
            .link("organisation", to: "organisation"),
            .text("finding", .restricted),
        ],
        states: ["broken", "accepted", "objected"], closedStates: ["accepted", "objected"],
        standings: [
            Standing(.author, .on(.emergency), toItself: false, toLinked: ["about"], hours: 3)
        ],
        listedBy: ["about", "organisation"],
        retention: [Retention(after: .closing, "retention-break-glass", then: .review)],
        transitions: [
            .opening(
                "break", to: "broken", by: [.caseworker, .competentAuthority], needs: [ReasonGiven()]),
            .step("accept", from: ["broken"], to: "accepted", by: [.dataProtectionOfficer]),
            .step(
                "object", from: ["broken"], to: "objected", by: [.dataProtectionOfficer],
                needs: [Filled("finding")]),
        ])
}
