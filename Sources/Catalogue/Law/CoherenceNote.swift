import Access
package import Mechanisms

extension Mechanism {
    /// That two articles contradict each other, overlap, or leave a gap between them (B81).
    package static let coherenceNote = Mechanism(
        "coherence-note", chapter: .law, serves: ["B81"],
        fields: [
            .link("first", to: "law", required: true),
            .text("first-article", required: true),
            .link("second", to: "law", required: true),
            .text("second-article", required: true),
            .code("kind", list: "coherence-kinds", required: true),
            .text("text", required: true),
        ],
        states: ["open", "resolved", "withdrawn"], closedStates: ["resolved", "withdrawn"],
        titledBy: ["kind", "first-article", "second-article"], listedBy: ["first", "second", "kind"],
        transitions: [
            .opening("note", to: "open", by: .planners),
            .step("resolve", from: ["open"], to: "resolved", by: .planners, needs: [ReasonGiven()]),
            .step("withdraw", from: ["open"], to: "withdrawn", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["open"], by: .planners))
}
