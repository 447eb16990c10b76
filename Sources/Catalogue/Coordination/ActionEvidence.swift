import Access
package import Mechanisms

extension Mechanism {
    /// What shows that an action was done: a document, meeting, event or indicator, and how it satisfies the assessment
    /// tool, once somebody accepted it (B63). A meeting shows it once it was held.
    package static let actionEvidence = Mechanism(
        "action-evidence", chapter: .coordination, serves: ["B63"],
        fields: [
            .link("plan", to: "plan", required: true),
            .link("action", to: "plan-action", required: true),
            .code("kind", list: "assessment-kinds", required: true),
            .text("title", required: true),
            .text("reference"),
            .link("meeting", to: "meeting"),
            .period("dated"),
            .text("satisfies"),
        ],
        states: ["submitted", "accepted", "declined"], closedStates: ["declined"], titledBy: ["title"],
        listedBy: ["plan", "action", "kind"],
        transitions: [
            .opening("submit", to: "submitted", by: .reporters),
            .step(
                "accept", from: ["submitted"], to: "accepted", by: .planners,
                needs: [Filled("satisfies"), LinkedIn("meeting", "held")]),
            .step("decline", from: ["submitted", "accepted"], to: "declined", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["submitted"], by: .planners))
}
