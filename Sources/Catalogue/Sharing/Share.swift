import Access
package import Mechanisms

extension Mechanism {
    /// Records handed to another organisation: what, for which purpose, on which basis, until when (B21, B83).
    ///
    /// Data on victims and on suspects travel in different packets with a basis each. What expired or was withdrawn is
    /// out of reach from that moment. A share that rests on a consent is offered only for what that person agreed to, and
    /// carries nothing else. An agreement is cited only while it is in force, and for what it covers.
    package static let share = Mechanism(
        "share", chapter: .sharing, serves: ["B21", "B83"],
        fields: [
            .code("packet", list: "share-packets", required: true),
            .links("records", to: Field.anyMechanism, required: true),
            .link("receiver", to: "organisation", required: true),
            .code("purpose", list: "share-purposes", required: true),
            .code("basis", list: "share-bases", required: true),
            .link("consent", to: "consent"),
            .text("legal-basis"),
            .link("agreement", to: "agreement"),
            .code("marking", list: "markings", required: true),
            .period("expires-on", required: true),
            .text("message", .confidential),
        ],
        states: ["offered", "acknowledged", "declined", "withdrawn"], closedStates: ["declined", "withdrawn"],
        standings: [
            Standing(
                .organisation(field: "receiver"), .onBasis(field: "basis", consent: "consent"),
                toLinked: ["records"], whileIn: ["offered", "acknowledged"], until: "expires-on", terms: .ofConsent)
        ],
        titledBy: ["packet", "receiver"], listedBy: ["receiver", "purpose", "basis", "expires-on"],
        dueFields: ["expires-on"],
        retention: [Retention(after: .field("expires-on"), "retention-share", then: .review)],
        transitions: [
            .opening(
                "offer", to: "offered", by: .caseStaff,
                needs: [
                    covered, agreed,
                    Filled("consent", when: "basis", isOneOf: ["consent"]),
                    Filled(
                        "legal-basis", when: "basis", isOneOf: ["legal-obligation", "vital-interest", "public-task"]),
                ]),
            .step("acknowledge", from: ["offered"], to: "acknowledged", by: .caseStaff, needs: [covered]),
            .step("decline", from: ["offered"], to: "declined", by: .caseStaff, needs: [ReasonGiven()]),
            .step(
                "withdraw", from: ["offered", "acknowledged"], to: "withdrawn", by: .caseStaff, needs: [ReasonGiven()]),
        ])

    private static let agreed = AgreementCovers(
        "agreement", for: "purpose",
        scopes: [
            "protection": ["referral"], "health": ["referral"], "legal-aid": ["referral"], "return": ["return"],
            "investigation": ["police-cooperation", "mutual-assistance"], "statistics": ["statistics"],
        ], to: "receiver")

    private static let covered = ConsentCovers(
        "consent", of: "records", to: "receiver", terms: .ofConsent,
        aside: ["organisation", "function", "mandate", "office", "handover"], people: "person")
}
