import Access
package import Mechanisms

extension Mechanism {
    /// One question of a version of a questionnaire; by its key it is known again in later versions and rounds (B66).
    package static let question = Mechanism(
        "question", chapter: .questionnaires, serves: ["B66", "B78", "B98"],
        fields: [
            .link("questionnaire", to: "questionnaire", required: true),
            .text("key", required: true),
            .integer("place", in: 1...9999, required: true),
            .code("kind", list: "question-kinds", required: true),
            .boolean("required"),
            .text("text", required: true),
            .text("help"),
            .text("options"),
        ],
        states: ["in-use", "dropped"], closedStates: ["dropped"], titledBy: ["key", "text"],
        listedBy: ["questionnaire", "kind"],
        transitions: [
            .opening("ask", to: "in-use", by: .planners, needs: whileDraft),
            .step("drop", from: ["in-use"], to: "dropped", by: .planners, needs: whileDraft + [ReasonGiven()]),
        ] + .correction(in: ["in-use"], by: .planners, needs: whileDraft))

    private static var whileDraft: [any Guard] {
        [LinkedIn("questionnaire", "draft"), KeyAlone("key", in: "questionnaire"), OptionsFit("options", for: "kind")]
    }
}
