import Access
package import Mechanisms

extension Mechanism {
    /// A chapter or an objective of a plan, in its own words (B63, B64).
    ///
    /// `insertions` says which characters of the text were inserted when the plan was revised, as `12+8 40+5`.
    package static let planPart = Mechanism(
        "plan-part", chapter: .coordination, serves: ["B63", "B64"],
        fields: [
            .link("plan", to: "plan", required: true),
            .code("level", list: "plan-levels", required: true),
            .link("within", to: "plan-part"),
            .integer("place", in: 1...9999, required: true),
            .text("label"),
            .text("text", required: true),
            .text("insertions"),
        ],
        states: ["in-force", "struck-out"], closedStates: ["struck-out"], titledBy: ["label", "text"],
        listedBy: ["plan", "level", "within"],
        transitions: [
            .opening("set", to: "in-force", by: .planners),
            .step("strike", from: ["in-force"], to: "struck-out", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["in-force"], by: .planners))
}
