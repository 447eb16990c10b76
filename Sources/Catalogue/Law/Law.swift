import Access
package import Mechanisms

extension Mechanism {
    /// A law of a state: what it is about, from when until when it is in force, and what it amends (B81). A significant change
    /// cannot be recorded without the action that trains people in it (B82).
    package static let law = Mechanism(
        "law", chapter: .law, serves: ["B81", "B82"],
        fields: [
            .code("country", list: "countries", required: true),
            .text("title", required: true),
            .text("reference"),
            .codes("areas", list: "law-areas", required: true),
            .text("articles"),
            .codes("languages", list: "languages"),
            .period("in-force-from"),
            .period("in-force-until"),
            .links("amends", to: "law"),
            .boolean("significant-change"),
            .link("training", to: "plan-action"),
            .text("source"),
        ],
        states: ["listed", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["title", "reference"],
        listedBy: ["country", "areas", "in-force-from", "in-force-until"],
        transitions: [
            .opening("enter", to: "listed", by: .planners, needs: sound),
            .step("withdraw", from: ["listed"], to: "withdrawn", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["listed"], by: .planners, needs: sound))

    private static var sound: [any Guard] {
        [InOrder("in-force-from", before: "in-force-until"), Filled("training", whenTrue: "significant-change")]
    }
}
