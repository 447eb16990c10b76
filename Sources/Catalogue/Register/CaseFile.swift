import Access
package import Mechanisms

extension Mechanism {
    /// The file of one matter, which may concern many persons; closed, never deleted (B01, B08).
    package static let caseFile = Mechanism(
        "case", chapter: .register, serves: ["B01", "B02", "B08"], owner: "owner",
        fields: [
            .text("reference", .restricted),
            .link("owner", to: "organisation"),
            .link("responsible", to: "function"),
            .code("phenomenon", list: "phenomena", required: true),
            .period("opened-on"),
            .code("close-reason", list: "close-reasons"),
        ],
        states: ["open", "active", "on-hold", "closed"], closedStates: ["closed"],
        standings: [Standing(.post(field: "responsible"), .on(.own))],
        titledBy: ["reference"], listedBy: ["phenomenon", "opened-on", "responsible"],
        retention: [Retention(after: .closing, "retention-case", then: .review)],
        transitions: [
            .opening(to: "open", by: .registrars),
            .step("start", from: ["open", "on-hold"], to: "active", by: .registrars),
            .step("hold", from: ["open", "active"], to: "on-hold", by: .registrars, needs: [ReasonGiven()]),
            .step(
                "close", from: ["open", "active", "on-hold"], to: "closed", by: .registrars,
                needs: [Filled("close-reason")]),
            .step(
                "hand-over", from: ["open", "active", "on-hold"], to: "open", by: .registrars,
                needs: [ReasonGiven(), Filled("owner")]),
            .step("reopen", from: ["closed"], to: "open", by: .registrars, needs: [ReasonGiven()]),
        ]
            // Re-qualification between trafficking and smuggling is a correction with its reason: the dates stay.
            + .correction(in: ["open", "active", "on-hold"], by: .registrars))
}
