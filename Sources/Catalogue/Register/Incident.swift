import Access
package import Mechanisms

extension Mechanism {
    /// What happened: acts, forms of exploitation (several, one of them marked as main), recruitment, control (B10, B08).
    ///
    /// When smuggling turns out to have been trafficking, `requalify` keeps every date and opens a status episode for
    /// each person who has none.
    package static let incident = Mechanism(
        "incident", chapter: .register, serves: ["B01", "B08", "B10"],
        fields: [
            .link("case", to: "case"),
            .links("persons", to: "person"),
            .codes("forms", list: "exploitation-forms"),
            .code("main-form", list: "exploitation-forms"),
            .codes("recruitment", list: "recruitment-methods", .restricted),
            .codes("control", list: "control-methods", .restricted),
            .code("sector", list: "labour-sectors"),
            .codes("countries", list: "countries"),
            .period("started-on"),
            .period("ended-on"),
            .code("phenomenon", list: "phenomena", required: true),
        ],
        states: ["recorded"], titledBy: ["main-form"], listedBy: ["case", "main-form", "phenomenon"],
        retention: [Retention(after: .lastChange, "retention-incident", then: .review)],
        transitions: [
            .opening("record", to: "recorded", by: .registrars, needs: incidentNeeds),
            .step(
                "requalify", from: ["recorded"], to: "recorded", by: .registrars,
                needs: [ReasonGiven(), Filled("phenomenon")],
                opens: [
                    FollowUp(
                        when: .init("phenomenon", from: ["smuggling", "undetermined"], to: ["trafficking", "both"]),
                        forEach: "persons", open: "status-episode", by: "open-as-signalled", linkingEach: "person",
                        linkingThis: "incident")
                ]),
        ] + .correction(in: ["recorded"], by: .registrars, needs: incidentNeeds))

    private static let incidentNeeds: [any Guard] = [
        MainAmong("main-form", among: "forms"), InOrder("started-on", before: "ended-on"),
    ]
}
