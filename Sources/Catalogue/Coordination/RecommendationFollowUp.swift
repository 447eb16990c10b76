import Access
package import Mechanisms

extension Mechanism {
    /// A report on what was done about recommendations: when it is due, what it says, and how the body judged it (B69).
    package static let recommendationFollowUp = Mechanism(
        "recommendation-follow-up", chapter: .coordination, serves: ["B69"],
        fields: [
            .links("recommendations", to: "recommendation", required: true),
            .period("due-on"),
            .period("submitted-on"),
            .text("text"),
            .text("reference"),
            .code("assessment", list: "follow-up-assessments"),
            .period("assessed-on"),
            .text("assessed-by"),
        ],
        states: ["awaited", "submitted", "assessed", "withdrawn"], closedStates: ["assessed", "withdrawn"],
        titledBy: ["reference", "due-on", "submitted-on"], listedBy: ["recommendations", "due-on", "assessment"],
        dueFields: [DueField("due-on", whileIn: ["awaited"])],
        transitions: [
            .opening("await", to: "awaited", by: .planners, needs: [Filled("due-on")]),
            .opening("report", to: "submitted", by: .reporters, needs: report),
            .step("submit", from: ["awaited"], to: "submitted", by: .planners, needs: report),
            .step(
                "assess", from: ["submitted"], to: "assessed", by: .planners,
                needs: [Filled("assessment"), Filled("assessed-on"), InOrder("submitted-on", before: "assessed-on")]),
            .step(
                "withdraw", from: ["awaited", "submitted"], to: "withdrawn", by: .planners, needs: [ReasonGiven()]),
        ])

    private static let report: [any Guard] = [
        Filled("submitted-on"), FilledUnless("text", excusedBy: "reference"),
    ]
}
