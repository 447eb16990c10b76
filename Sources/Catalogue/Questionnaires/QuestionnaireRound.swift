import Access
package import Mechanisms

extension Mechanism {
    /// A questionnaire that was sent out: in which languages, and by when it is to be answered (B66, B67).
    ///
    /// The register extends it together with its open responses; every deadline that it ever had stays in the ledger.
    package static let questionnaireRound = Mechanism(
        "questionnaire-round", chapter: .questionnaires, serves: ["B66", "B67"],
        fields: [
            .link("questionnaire", to: "questionnaire", required: true),
            .text("title", required: true),
            .codes("languages", list: "languages", required: true),
            .period("deadline", required: true),
        ],
        states: ["open", "closed"], closedStates: ["closed"], titledBy: ["title"],
        listedBy: ["questionnaire", "deadline"],
        transitions: [
            .opening(
                "send", to: "open", by: .planners,
                needs: [
                    LinkedIn("questionnaire", "fixed"), TranslatedWhole("questionnaire", into: "languages"),
                ]),
            .step(
                "extend", from: ["open"], to: "open", by: .planners,
                needs: [ReasonGiven(), ChangesOnly("deadline"), NeverEarlier("deadline")], isByRegister: true),
            .step(
                "add-language", from: ["open"], to: "open", by: .planners,
                needs: [ChangesOnly("languages"), TranslatedWhole("questionnaire", into: "languages")]),
            .step("close", from: ["open"], to: "closed", by: .planners, needs: [ChangesOnly()]),
            .step("reopen", from: ["closed"], to: "open", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
        ])
}
