import Access
package import Mechanisms

extension Mechanism {
    /// A treaty with its final clauses: on which other one it hangs, when it enters into force, and when a party that
    /// consents later or leaves is bound or free (B79).
    ///
    /// What `…-time` and `…-unit` mean: ``TimeRule``. Conditions beyond a number of consents, such as that so many of them
    /// be of members of an organisation, are not reckoned: `in-force-on` as the depositary published it counts before.
    package static let treaty = Mechanism(
        "treaty", chapter: .law, serves: ["B79"],
        fields: [
            .text("title", required: true),
            .text("reference"),
            .period("adopted-on", required: true),
            .text("depositary"),
            .link("parent", to: "treaty"),
            .code("prerequisite", list: "treaty-prerequisites"),
            .integer("entry-consents", in: 1...200),
            .integer("entry-time", in: 0...1000),
            .code("entry-unit", list: "time-rules"),
            .boolean("organisations-count"),
            .period("in-force-on"),
            .integer("later-time", in: 0...1000, required: true),
            .code("later-unit", list: "time-rules", required: true),
            .integer("withdrawal-time", in: 0...1000),
            .code("withdrawal-unit", list: "time-rules"),
            .text("source"),
        ],
        states: ["listed", "terminated"], closedStates: ["terminated"], titledBy: ["reference", "title"],
        listedBy: ["reference", "adopted-on", "parent"],
        transitions: [
            .opening("enter", to: "listed", by: .planners, needs: terms),
            .step("terminate", from: ["listed"], to: "terminated", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["listed"], by: .planners, needs: terms))

    private static let terms: [any Guard] = [
        ToTheDay("in-force-on"), InOrder("adopted-on", before: "in-force-on"),
        NoCircle("parent"),
    ]
}
