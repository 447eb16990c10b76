import Access
package import Mechanisms

extension Mechanism {
    /// That an action carries out a recommendation, or that two recommendations overlap or say the same: many to many
    /// (B69).
    package static let recommendationMapping = Mechanism(
        "recommendation-mapping", chapter: .coordination, serves: ["B69"],
        fields: [
            .link("recommendation", to: "recommendation", required: true),
            .code("kind", list: "recommendation-relations", required: true),
            .link("action", to: "plan-action"),
            .link("other", to: "recommendation"),
            .text("remark"),
        ],
        states: ["mapped", "undone"], closedStates: ["undone"], titledBy: ["kind", "recommendation"],
        listedBy: ["recommendation", "kind", "action", "other"],
        transitions: [
            .opening(
                "map", to: "mapped", by: .planners,
                needs: [
                    OneOf("action", "other"), Filled("action", when: "kind", isOneOf: ["implements"]),
                    DifferentRecords("recommendation", "other"),
                    NoneBetween("recommendation", "action", in: ["mapped"]),
                    NoneBetween("recommendation", "other", in: ["mapped"]),
                ]),
            .step("undo", from: ["mapped"], to: "undone", by: .planners, needs: [ReasonGiven()]),
        ])
}
