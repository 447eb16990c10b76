import Access
import Ledger
import Mechanisms
package import Vocabulary

/// A job of translating a questionnaire, as it stands.
package struct TranslationJobLine: Sendable {
    package let record: RecordID
    package let questionnaire: RecordID
    /// ISO 639-3, in the order of their codes.
    package let languages: [String]
    /// Of these, those in which something is missing, outdated or unread.
    package let open: [String]
    /// The post that translates.
    package let translator: RecordID?
    package let dueOn: CalendarDate

    package var isDone: Bool { open.isEmpty }
}

extension Registry {
    /// The jobs of a questionnaire that nobody has ended, the one that is due first before the others.
    package func translationJobs(of sheet: QuestionnaireSheet, _ asking: Asking) throws -> [TranslationJobLine] {
        try ledger.records(linkedTo: sheet.record, by: "questionnaire")
            .filter { $0.mechanism == "translation-job" && $0.state == "given" }
            .filter { try mayDo(asking, .read, to: $0.record) }
            .compactMap { state in
                guard let day = state.lastDay("due-on") else { return nil }
                let languages = state.codes("languages").sorted()
                return TranslationJobLine(
                    record: state.record, questionnaire: sheet.record, languages: languages,
                    open: languages.filter { $0 != sheet.language && !sheet.coverage($0).isWhole },
                    translator: state.link("translator"), dueOn: day)
            }.sorted { ($0.dueOn, $0.record) < ($1.dueOn, $1.record) }
    }
}
