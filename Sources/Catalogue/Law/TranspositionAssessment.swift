import Access
package import Mechanisms

extension Mechanism {
    /// How far a state's law carries out a provision, as somebody judged it on a day: never rewritten, the next judgement
    /// follows it (B80).
    ///
    /// *Full* and *partial* name the laws with their articles; *unknown* says that nobody looked, and is no *none*.
    package static let transpositionAssessment = Mechanism(
        "transposition-assessment", chapter: .law, serves: ["B80"],
        fields: [
            .link("provision", to: "provision", required: true),
            .code("country", list: "countries", required: true),
            .links("laws", to: "law"),
            .text("articles"),
            .code("verdict", list: "transposition-verdicts", required: true),
            .text("gap"),
            .period("assessed-on", required: true),
            .text("source"),
        ],
        states: ["stated", "withdrawn"], closedStates: ["withdrawn"],
        titledBy: ["provision", "country", "assessed-on"],
        listedBy: ["provision", "country", "verdict", "assessed-on"],
        transitions: [
            .opening(
                "state", to: "stated", by: .planners,
                needs: [
                    Filled("laws", when: "verdict", isOneOf: ["full", "partial"]),
                    Filled("articles", when: "verdict", isOneOf: ["full", "partial"]),
                    Filled("gap", when: "verdict", isOneOf: ["partial", "none"]),
                ]),
            .step("withdraw", from: ["stated"], to: "withdrawn", by: .planners, needs: [ReasonGiven()]),
        ])
}
