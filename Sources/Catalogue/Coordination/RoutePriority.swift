import Access
package import Mechanisms

extension Mechanism {
    /// One line of the list that an organisation sent: a country of origin, transit or destination, or a route, to be
    /// looked at first (B54).
    ///
    /// What it sent on one day is one list; a list that it sends later takes the place of that one. `round` is the round
    /// of the questionnaire that asked for it, with its last day. Nothing here rests on a case: what cases say of routes
    /// leaves the house through a release only (table `routes`).
    package static let routePriority = Mechanism(
        "route-priority", chapter: .coordination, serves: ["B54"],
        fields: [
            .link("organisation", to: "organisation", required: true),
            .period("sent-on", required: true),
            .link("round", to: "questionnaire-round"),
            .integer("rank", in: 1...999),
            .code("kind", list: "priority-kinds", required: true),
            .code("from", list: "countries"),
            .codes("via", list: "countries"),
            .code("to", list: "countries"),
            .text("remark"),
        ],
        states: ["named", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["kind", "from", "via", "to"],
        listedBy: ["organisation", "sent-on", "kind", "from", "to"],
        transitions: [
            .opening("name", to: "named", by: .reporters, needs: needs),
            .step("withdraw", from: ["named"], to: "withdrawn", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["named"], by: .planners, needs: needs))

    private static let needs: [any Guard] = [
        ToTheDay("sent-on"), Filled("from", when: "kind", isOneOf: ["origin", "route"]),
        Filled("via", when: "kind", isOneOf: ["transit"]),
        Filled("to", when: "kind", isOneOf: ["destination", "route"]),
    ]
}
