import Access
package import Mechanisms

extension Mechanism {
    /// What a word means here, in one language, by which source, and with what it is not to be confused (B105).
    ///
    /// Forms show it with every field whose label in that language is the term.
    package static let glossaryTerm = Mechanism(
        "glossary-term", chapter: .coordination, serves: ["B105"],
        fields: [
            .text("term", required: true),
            .code("language", list: "languages", required: true),
            .text("definition", required: true),
            .text("source", required: true),
            .text("confused-with"),
        ],
        states: ["agreed", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["term", "language"],
        listedBy: ["language"],
        transitions: [
            .opening("agree", to: "agreed", by: .planners),
            .step("withdraw", from: ["agreed"], to: "withdrawn", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["agreed"], by: .planners))
}
