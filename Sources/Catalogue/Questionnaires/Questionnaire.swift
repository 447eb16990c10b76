import Access
package import Mechanisms

extension Mechanism {
    /// A version of a questionnaire: what is asked, in which language it was written, and which actions it serves (B66,
    /// B78, B98).
    ///
    /// Once it is fixed, nothing of it changes: a later version follows it, and its questions keep their keys.
    package static let questionnaire = Mechanism(
        "questionnaire", chapter: .questionnaires, serves: ["B66", "B67", "B78", "B98"],
        fields: [
            .text("title", required: true),
            .text("introduction"),
            .code("kind", list: "questionnaire-kinds", required: true),
            .integer("edition", in: 1...999, required: true),
            .code("language", list: "languages", required: true),
            .links("actions", to: "plan-action"),
            .link("follows", to: "questionnaire"),
        ],
        states: ["draft", "fixed", "ended"], closedStates: ["ended"], titledBy: ["title", "edition"],
        listedBy: ["title", "kind", "actions"],
        transitions: [
            .opening("draft", to: "draft", by: .planners),
            .step("fix", from: ["draft"], to: "fixed", by: .planners, needs: [ChangesOnly()]),
            // Which actions it serves is no part of what was sent.
            .step("serve", from: ["fixed"], to: "fixed", by: .planners, needs: [ChangesOnly("actions")]),
            .step(
                "end", from: ["draft", "fixed"], to: "ended", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["draft"], by: .planners))
}
