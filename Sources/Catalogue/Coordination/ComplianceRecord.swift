import Access
package import Mechanisms

extension Mechanism {
    /// Whether a state met a standard in a period, as somebody judged it, and to whom that may be said (B71).
    ///
    /// *No report* is a verdict of its own: it says that nobody answered, never that a standard was failed, and whoever
    /// says met, partly or not met shows by what. The state is heard first: a judgement is published after its reply, or
    /// after the day by which it could reply. It reports, and nothing follows from it by itself.
    package static let complianceRecord = Mechanism(
        "compliance-record", chapter: .coordination, serves: ["B71"],
        fields: [
            .text("standard", required: true),
            .link("provision", to: "provision"),
            .code("country", list: "countries", required: true),
            .period("period", required: true),
            .code("verdict", list: "compliance-verdicts", required: true),
            .text("evidence"),
            .period("reply-by"),
            .text("reply"),
            .code("publicity", list: "publicity-levels"),
            .period("published-on"),
        ],
        states: ["recorded", "put-to-state", "replied", "published", "withdrawn"],
        closedStates: ["published", "withdrawn"], titledBy: ["standard", "country", "period"],
        listedBy: ["standard", "country", "period", "verdict", "publicity"],
        dueFields: [DueField("reply-by", whileIn: ["put-to-state"])],
        transitions: [
            .opening("record", to: "recorded", by: .planners, needs: [shown]),
            .step(
                "put", from: ["recorded"], to: "put-to-state", by: .planners,
                needs: [ChangesOnly("reply-by"), Filled("reply-by"), ToTheDay("reply-by")]),
            .step(
                "reply", from: ["put-to-state"], to: "replied", by: .planners,
                needs: [ChangesOnly("reply"), Filled("reply")]),
            .step("publish", from: ["replied"], to: "published", by: .planners, needs: publication),
            .step(
                "publish-unanswered", from: ["put-to-state"], to: "published", by: .planners,
                needs: publication + [DayPassed("reply-by", by: "published-on")]),
            .step(
                "publish-further", from: ["published"], to: "published", by: .planners,
                needs: publication + [ReasonGiven()]),
            .step(
                "withdraw", from: ["recorded", "put-to-state", "replied"], to: "withdrawn", by: .planners,
                needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["recorded"], by: .planners, needs: [shown]))

    private static let shown = Filled("evidence", when: "verdict", isOneOf: ["met", "partly", "not-met"])

    private static let publication: [any Guard] = [
        ChangesOnly("publicity", "published-on"), SaidAnew("publicity"), SaidAnew("published-on"),
        ToTheDay("published-on"),
    ]
}
