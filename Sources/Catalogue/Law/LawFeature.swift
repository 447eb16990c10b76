import Access
package import Mechanisms

extension Mechanism {
    /// Whether the law of a state has something: knowing use criminalised, non-punishment, a status of victims (B81).
    ///
    /// Every answer cites a law and an article, a no as well (the law that says nothing of it): a state of which nothing
    /// is entered has an empty cell, and an empty cell is not a no.
    package static let lawFeature = Mechanism(
        "law-feature", chapter: .law, serves: ["B81"],
        fields: [
            .code("country", list: "countries", required: true),
            .code("feature", list: "law-features", required: true),
            .code("present", list: "law-answers", required: true),
            .link("law", to: "law", required: true),
            .text("article", required: true),
            .text("remark"),
            .period("stands-on", required: true),
        ],
        states: ["stated", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["country", "feature", "present"],
        listedBy: ["country", "feature", "present", "stands-on"],
        transitions: [
            .opening("state", to: "stated", by: .planners),
            .step("withdraw", from: ["stated"], to: "withdrawn", by: .planners, needs: [ReasonGiven()]),
        ])
}
