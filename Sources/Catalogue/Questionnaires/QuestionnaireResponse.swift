import Access
package import Mechanisms

extension Mechanism {
    /// What one body answers in a round of a questionnaire, from the day it was asked to the day the answers were accepted
    /// (B66, B78, B98).
    ///
    /// The post that is asked writes it, those who asked read it, and nobody else. Whether it came late, the ledger's own
    /// time says: nobody types it. A file as an answer comes in by the register's own step, with its bytes.
    package static let questionnaireResponse = Mechanism(
        "questionnaire-response", chapter: .questionnaires, serves: ["B66", "B78", "B98"], owner: "respondent",
        fields: [
            .link("round", to: "questionnaire-round", required: true),
            .link("questionnaire", to: "questionnaire", required: true),
            .link("respondent", to: "organisation", required: true),
            .link("function", to: "function"),
            .period("due-on", required: true),
            .text("answers", .restricted),
        ],
        states: ["not-opened", "in-progress", "submitted", "returned", "accepted", "withdrawn"],
        closedStates: ["accepted", "withdrawn"],
        standings: [Standing(.post(field: "function"), .on(.own))],
        titledBy: ["respondent", "round"], listedBy: ["round", "respondent", "function", "due-on"],
        dueFields: [DueField("due-on", whileIn: ["not-opened", "in-progress", "returned"])],
        transitions: [
            .opening(
                "ask", to: "not-opened", by: .planners,
                needs: [
                    LinkedIn("round", "open"), SameAs("questionnaire", of: "round", "questionnaire"),
                    SameAs("due-on", of: "round", "deadline"), SameAs("respondent", of: "function", "organisation"),
                    NoneBetween(
                        "round", "respondent", in: ["not-opened", "in-progress", "submitted", "returned", "accepted"]),
                    AnswersFit("answers", to: "questionnaire"),
                ]),
            answering("begin", from: ["not-opened"], to: "in-progress"),
            answering("save", from: ["in-progress"], to: "in-progress"),
            answering("amend", from: ["returned"], to: "returned"),
            answering("attach", from: ["not-opened", "in-progress"], to: "in-progress", files: true),
            answering("attach-again", from: ["returned"], to: "returned", files: true),
            answering("submit", from: ["not-opened", "in-progress", "returned"], to: "submitted", whole: true),
            .step(
                "return", from: ["submitted", "accepted"], to: "returned", by: .planners,
                needs: [ReasonGiven(), ChangesOnly("due-on"), LinkedIn("round", "open")]),
            .step("accept", from: ["submitted"], to: "accepted", by: .planners, needs: [ChangesOnly()]),
            .step(
                "withdraw", from: ["not-opened", "in-progress"], to: "withdrawn", by: .planners,
                needs: [ReasonGiven(), ChangesOnly()]),
            // Of a file that no scanner could look into, somebody who asked answers for giving it out.
            release("release-files", "submitted"), release("release-files-accepted", "accepted"),
        ] + ["not-opened", "in-progress", "returned"].map(extending))

    private static func answering(
        _ name: String, from states: [String], to state: String, whole isWhole: Bool = false,
        files takesFiles: Bool = false
    ) -> Transition {
        .step(
            name, from: states, to: state, by: .respondents,
            needs: [
                ChangesOnly("answers"), LinkedIn("round", "open"),
                AnswersFit("answers", to: "questionnaire", whole: isWhole, files: takesFiles),
            ], isByRegister: takesFiles)
    }

    private static func release(_ name: String, _ state: String) -> Transition {
        .step(name, from: [state], to: state, by: .planners, needs: [ReasonGiven(), ChangesOnly()])
    }

    /// The round was extended: what is still to be answered is due by its new deadline.
    private static func extending(_ state: String) -> Transition {
        .step(
            "extend-\(state)", from: [state], to: state, by: .planners,
            needs: [ChangesOnly("due-on"), SameAs("due-on", of: "round", "deadline")], isByRegister: true)
    }
}
