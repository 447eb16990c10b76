import Access
package import Mechanisms

extension Mechanism {
    /// That an organisation sent information or intelligence through a channel: when, for which period, what kind, how many;
    /// when it was told what became of it, and in which product it was used (B44).
    ///
    /// There is no field in which anything of the content could stand: what was sent stays in the channel. `round` is the
    /// round of the questionnaire that asks for contributions, with its last day (decision 0257).
    package static let intelligenceContribution = Mechanism(
        "intelligence-contribution", chapter: .coordination, serves: ["B44"],
        fields: [
            .link("organisation", to: "organisation", required: true),
            .link("round", to: "questionnaire-round"),
            .code("channel", list: "intelligence-channels", required: true),
            .code("kind", list: "contribution-kinds", required: true),
            .period("period", required: true),
            .period("sent-on", required: true),
            .integer("count", in: 1...999_999, required: true),
            .period("feedback-on"),
            .links("used-in", to: "evaluation"),
        ],
        states: ["sent", "answered", "withdrawn"], closedStates: ["withdrawn"],
        titledBy: ["organisation", "channel", "period"],
        listedBy: ["organisation", "round", "channel", "kind", "sent-on"],
        transitions: [
            .opening("send", to: "sent", by: .reporters, needs: [ToTheDay("sent-on")]),
            .step(
                "feed-back", from: ["sent", "answered"], to: "answered", by: .planners,
                needs: [
                    ChangesOnly("feedback-on", "used-in"), Filled("feedback-on"),
                    InOrder("sent-on", before: "feedback-on"),
                ]),
            .step(
                "withdraw", from: ["sent", "answered"], to: "withdrawn", by: .planners,
                needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["sent"], by: .planners, needs: [ToTheDay("sent-on")]))
}
