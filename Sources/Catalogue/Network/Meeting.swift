import Access
package import Mechanisms

extension Mechanism {
    /// A meeting of a body or a process: when it was planned first, when it is or was held, what was on the agenda (B74), and
    /// which organisations were there (B61).
    ///
    /// The first date stays, however often the meeting is put off. Who took part is personal data: it is shown to those who
    /// keep the network of posts only.
    package static let meeting = Mechanism(
        "meeting", chapter: .network, serves: ["B61", "B74"],
        fields: [
            .text("body", required: true),
            .text("title", required: true),
            .period("first-date", required: true),
            .period("new-date"),
            .period("held-on"),
            .code("host-country", list: "countries"),
            .text("agenda"),
            .text("papers"),
            .links("organisations", to: "organisation"),
            .text("participants", .restricted),
        ],
        states: ["planned", "postponed", "held", "cancelled"], closedStates: ["held", "cancelled"], titledBy: ["title"],
        listedBy: ["body", "first-date", "held-on"],
        dueFields: [DueField("first-date", whileIn: ["planned"]), DueField("new-date", whileIn: ["postponed"])],
        transitions: [
            .opening(
                "record", to: "held", by: .secretariat,
                needs: [Filled("held-on"), InOrder("first-date", before: "held-on")]),
            .opening("plan", to: "planned", by: .secretariat),
            .step(
                "postpone", from: ["planned", "postponed"], to: "postponed", by: .secretariat,
                needs: [
                    ReasonGiven(), ChangesOnly("new-date", "host-country"), SaidAnew("new-date"),
                    InOrder("first-date", before: "new-date"),
                ]),
            .step(
                "hold", from: ["planned", "postponed"], to: "held", by: .secretariat,
                needs: [
                    Filled("held-on"),
                    ChangesOnly("held-on", "host-country", "agenda", "papers", "organisations", "participants"),
                ]),
            .step(
                "cancel", from: ["planned", "postponed"], to: "cancelled", by: .secretariat,
                needs: [ReasonGiven(), ChangesOnly()]),
            .step(
                "complete", from: ["held"], to: "held", by: .secretariat,
                needs: [ReasonGiven(), ChangesOnly("agenda", "papers", "organisations", "participants")]),
        ]
            + .correction(
                in: ["planned", "postponed"], by: .secretariat,
                needs: [
                    ChangesOnly("body", "title", "host-country", "agenda", "papers", "organisations", "participants")
                ]))
}
