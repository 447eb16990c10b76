import Access
package import Mechanisms

extension Mechanism {
    /// What a person has agreed that is done with what is known of them, for whom and until when (B21).
    ///
    /// Withdrawing it ends at once every share that rests on it, and so does its last day: the share's standing asks for a
    /// consent that is given and has not run out. What was agreed to is not corrected afterwards: shares rest on it.
    package static let consent = Mechanism(
        "consent", chapter: .sharing, serves: ["B21"],
        fields: [
            .link("person", to: "person", required: true),
            .code("purpose", list: "share-purposes", required: true),
            .link("recipient", to: "organisation"),
            .period("given-on", required: true),
            .period("until"),
            .text("how-given", .restricted),
        ],
        states: ["given", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["purpose"],
        listedBy: ["person", "purpose", "recipient"],
        dueFields: ["until"], retention: [Retention(after: .lastChange, "retention-consent", then: .review)],
        transitions: [
            .opening("give", to: "given", by: .caseStaff, needs: [InOrder("given-on", before: "until")]),
            .step("withdraw", from: ["given"], to: "withdrawn", by: .caseStaff),
        ]
            + .correction(
                in: ["given"], by: .caseStaff,
                needs: [InOrder("given-on", before: "until"), Unchanged("person", "purpose", "recipient")]))
}

extension ConsentTerms {
    /// In the fields of the mechanism `consent`.
    static let ofConsent = ConsentTerms(purpose: "purpose", recipient: "recipient", person: "person", until: "until")
}
