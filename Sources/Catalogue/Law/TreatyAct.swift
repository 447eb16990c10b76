import Access
package import Mechanisms

extension Mechanism {
    /// What a state or a regional organisation did with regard to a treaty, on the day of the signature, the deposit or
    /// the receipt (B79).
    ///
    /// What a party takes back is *lifted*, from a day; what was entered wrongly is *withdrawn*, and counts as never done.
    package static let treatyAct = Mechanism(
        "treaty-act", chapter: .law, serves: ["B79"],
        fields: [
            .link("treaty", to: "treaty", required: true),
            .code("country", list: "countries"),
            .code("organisation", list: "regional-organisations"),
            .code("kind", list: "treaty-act-kinds", required: true),
            .period("done-on", required: true),
            .period("effective-on"),
            .text("document"),
            .text("text"),
            .link("about", to: "treaty-act"),
            .period("lifted-on"),
            .text("source"),
        ],
        states: ["recorded", "lifted", "withdrawn"], closedStates: ["withdrawn"],
        titledBy: ["kind", "country", "organisation", "done-on"],
        listedBy: ["treaty", "country", "organisation", "kind", "done-on"],
        transitions: [
            .opening("record", to: "recorded", by: .planners, needs: rules),
            .step(
                "lift", from: ["recorded"], to: "lifted", by: .planners,
                needs: [
                    Filled("lifted-on"), ToTheDay("lifted-on"), InOrder("done-on", before: "lifted-on"),
                    ChangesOnly("lifted-on", "document"),
                ]),
            .step("withdraw", from: ["recorded", "lifted"], to: "withdrawn", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["recorded"], by: .planners, needs: rules))

    private static let rules: [any Guard] = [
        OneOf("country", "organisation"), ToTheDay("done-on", "effective-on", "lifted-on"),
        NotBeforeLinked("done-on", "adopted-on", of: "treaty"), Filled("text", when: "kind", isOneOf: ["reservation"]),
        PartyToParent(), ConsentInTurn(),
    ]
}
