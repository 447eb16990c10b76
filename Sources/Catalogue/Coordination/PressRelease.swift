import Access
package import Mechanisms

extension Mechanism {
    /// What goes out to the media, after somebody else than its author looked whether anybody can be known again by it (B56).
    ///
    /// One about a case is never issued: that needs the consent of the person to media, and the register cannot hold
    /// such a consent yet (decision 0261).
    package static let pressRelease = Mechanism(
        "press-release", chapter: .coordination, serves: ["B56"],
        fields: [
            .text("title", required: true),
            .text("text", required: true),
            .code("subject", list: "press-subjects", required: true),
            .link("contact", to: "contact-point"),
            .text("check"),
            .period("embargo-until"),
            .period("issued-on"),
        ],
        states: ["drafted", "checked", "issued", "withdrawn"], closedStates: ["issued", "withdrawn"],
        titledBy: ["title"], listedBy: ["subject", "embargo-until", "issued-on"],
        transitions: [
            .opening(
                "draft", to: "drafted", by: .reporters,
                needs: [ChangesOnly("title", "text", "subject", "contact", "embargo-until"), ToTheDay("embargo-until")]),
            .step(
                "check", from: ["drafted"], to: "checked", by: .planners,
                needs: [AnotherPerson(than: "draft", "correct"), ChangesOnly("check"), SaidAnew("check")]),
            .step("return", from: ["checked"], to: "drafted", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
            .step(
                "issue", from: ["checked"], to: "issued", by: .planners,
                needs: [
                    ConsentWanting("subject", for: ["case"]), ChangesOnly("issued-on"), Filled("issued-on"),
                    ToTheDay("issued-on"), InOrder("embargo-until", before: "issued-on"),
                ]),
            .step(
                "withdraw", from: ["drafted", "checked", "issued"], to: "withdrawn", by: .planners,
                needs: [ReasonGiven(), ChangesOnly()]),
        ]
            + .correction(
                in: ["drafted"], by: .planners,
                needs: [
                    ChangesOnly("title", "text", "subject", "contact", "embargo-until"), ToTheDay("embargo-until"),
                ]))
}
