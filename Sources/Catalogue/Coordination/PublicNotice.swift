import Access
package import Mechanisms

extension Mechanism {
    /// Something beside figures that a body chooses to publish: a plan as it stands on a day, a practice, a judgement, a
    /// press release, an estimate (B64, B71, B75, B99).
    ///
    /// Its content is made once, when it is proposed, and named here by its hash; another person looks at every word of it and
    /// lets it out. Both steps are the register's own, since it holds the content in its hands (decision 0283).
    package static let publicNotice = Mechanism(
        "public-notice", chapter: .coordination, serves: ["B64", "B71", "B75", "B99"],
        fields: [
            .text("title", required: true),
            .code("kind", list: "notice-kinds", required: true),
            .link("about", to: Field.anyMechanism),
            .period("as-of"),
            .text("hash", required: true),
            .text("check"),
            .integer("number", in: 1...999_999),
            .text("frozen"),
        ],
        states: ["proposed", "published", "refused", "withdrawn"], closedStates: ["refused", "withdrawn"],
        titledBy: ["title"], listedBy: ["kind", "as-of", "number"],
        transitions: [
            .opening(
                "propose", to: "proposed", by: publishers,
                needs: [ChangesOnly("title", "kind", "about", "as-of", "hash"), ToTheDay("as-of")], isByRegister: true),
            .step(
                "publish", from: ["proposed"], to: "published", by: publishers,
                needs: [
                    AnotherPerson(than: "propose"), ChangesOnly("check", "number", "frozen"), SaidAnew("check"),
                    SaidAnew("number"), SaidAnew("frozen"),
                ], isByRegister: true),
            .step(
                "refuse", from: ["proposed"], to: "refused", by: publishers, needs: [ReasonGiven(), ChangesOnly()]),
            .step(
                "withdraw", from: ["published"], to: "withdrawn", by: publishers,
                needs: [ReasonGiven(), ChangesOnly()], isByRegister: true),
        ])

    /// Nobody publishes by bringing in a file.
    private static let publishers: Set<FunctionKind> = [.coordinator, .rapporteur]
}
