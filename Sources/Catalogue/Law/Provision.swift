import Access
package import Mechanisms

extension Mechanism {
    /// One article of an instrument that a state undertook to carry into its law (B80).
    package static let provision = Mechanism(
        "provision", chapter: .law, serves: ["B80"],
        fields: [
            .text("instrument", required: true),
            .link("treaty", to: "treaty"),
            .text("article", required: true),
            .text("text"),
            .period("due-on"),
            .text("source"),
        ],
        states: ["in-force", "repealed"], closedStates: ["repealed"], titledBy: ["instrument", "article"],
        listedBy: ["treaty", "due-on"],
        transitions: [
            .opening("enter", to: "in-force", by: .planners),
            .step("repeal", from: ["in-force"], to: "repealed", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["in-force"], by: .planners))
}
