import Access
package import Mechanisms

extension Mechanism {
    /// Which post translates a questionnaire into which languages, and by when (B67).
    ///
    /// It is done while all of it is translated and reviewed, and due again where the source changes: nobody says so, the
    /// texts do (decision 0275).
    package static let translationJob = Mechanism(
        "translation-job", chapter: .questionnaires, serves: ["B67"],
        fields: [
            .link("questionnaire", to: "questionnaire", required: true),
            .codes("languages", list: "languages", required: true),
            .link("translator", to: "function", required: true),
            .period("due-on", required: true),
        ],
        states: ["given", "ended"], closedStates: ["ended"],
        standings: [Standing(.post(field: "translator"), .on(.own))],
        titledBy: ["questionnaire", "languages"], listedBy: ["questionnaire", "languages", "translator", "due-on"],
        dueFields: [DueField("due-on", metBy: TranslatedWhole("questionnaire", into: "languages"))],
        transitions: [
            .opening("give", to: "given", by: .planners, needs: needs),
            .step("end", from: ["given"], to: "ended", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["given"], by: .planners, needs: needs))

    private static let needs: [any Guard] = [LinkedIn("questionnaire", "draft", "fixed"), ToTheDay("due-on")]
}
