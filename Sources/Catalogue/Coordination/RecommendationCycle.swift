import Access
package import Mechanisms

extension Mechanism {
    /// One round, report or resolution in which a body made its recommendations (B69).
    package static let recommendationCycle = Mechanism(
        "recommendation-cycle", chapter: .coordination, serves: ["B69"],
        fields: [
            .link("body", to: "recommending-body", required: true),
            .text("title", required: true),
            .text("reference"),
            .period("issued-on"),
            .code("country", list: "countries"),
            .text("source"),
        ],
        states: ["open", "ended"], closedStates: ["ended"], titledBy: ["title", "reference"],
        listedBy: ["body", "issued-on", "country"],
        transitions: [
            .opening("enter", to: "open", by: .planners),
            .step("end", from: ["open"], to: "ended", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["open"], by: .planners))
}
