import Access
package import Mechanisms

extension Mechanism {
    /// A plan of action: what somebody undertook to do, and under which larger plan (B63, B72, B76).
    ///
    /// Sums of its actions are in whole units of its one currency.
    package static let plan = Mechanism(
        "plan", chapter: .coordination, serves: ["B63", "B72", "B76"],
        fields: [
            .text("title", required: true),
            .text("reference"),
            .period("adopted-on"),
            .link("parent", to: "plan"),
            .text("currency"),
        ],
        states: ["in-force", "ended"], closedStates: ["ended"], titledBy: ["title"],
        listedBy: ["reference", "adopted-on"],
        transitions: [
            .opening("adopt", to: "in-force", by: .planners),
            .step("end", from: ["in-force"], to: "ended", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["in-force"], by: .planners))
}
