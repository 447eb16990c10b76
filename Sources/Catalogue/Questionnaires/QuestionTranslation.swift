import Access
package import Mechanisms

extension Mechanism {
    /// What a question, or a questionnaire's title and introduction, says in another language (B67).
    ///
    /// `source` is the text of which it was made: where that reads otherwise now, it is outdated, and no round goes out in
    /// its language.
    package static let questionTranslation = Mechanism(
        "question-translation", chapter: .questionnaires, serves: ["B67"],
        fields: [
            .link("questionnaire", to: "questionnaire", required: true),
            .link("question", to: "question"),
            .code("language", list: "languages", required: true),
            .text("text", required: true),
            .text("help"),
            .text("options"),
            .text("source", required: true),
        ],
        states: ["new", "reviewed", "dropped"], closedStates: ["dropped"], titledBy: ["language", "text"],
        listedBy: ["questionnaire", "question", "language"],
        transitions: [
            .opening("enter", to: "new", by: .planners, needs: ofPresentText),
            .step("revise", from: ["new", "reviewed"], to: "new", by: .planners, needs: ofPresentText),
            .step("review", from: ["new"], to: "reviewed", by: .planners, needs: ofPresentText),
            .step("drop", from: ["new", "reviewed"], to: "dropped", by: .planners, needs: [ReasonGiven()]),
        ])

    private static var ofPresentText: [any Guard] {
        [
            LinkedIn("questionnaire", "draft", "fixed"), SameAs("questionnaire", of: "question", "questionnaire"),
            OfPresentText("source", of: "question", or: "questionnaire"),
        ]
    }
}
