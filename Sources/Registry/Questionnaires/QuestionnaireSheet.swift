package import Mechanisms
package import Vocabulary

/// A version of a questionnaire, with its questions and what there is of them in other languages.
package struct QuestionnaireSheet: Sendable {
    package let record: RecordID
    /// Of the record in the ledger, not of the questionnaire: that is ``edition``.
    package let version: Int
    package let state: String
    package let title: String
    package let edition: Int
    package let kind: String
    /// ISO 639-3, the language in which it was written.
    package let language: String
    /// Actions of plans that it serves, more than one perhaps.
    package let actions: [RecordID]
    /// The version before it.
    package let follows: RecordID?
    /// In their order.
    package let questions: [Question]
    /// Of the questionnaire's title and introduction under nil, and of its questions.
    package let originals: [RecordID?: QuestionWording]
    private let byLanguage: [String: [Translation]]

    /// - Parameter parts: Records that belong to it, of whatever mechanism.
    init(_ head: RecordState, _ parts: [RecordState]) {
        (record, version, state) = (head.record, head.version, head.state)
        let own = QuestionWording(of: head) ?? QuestionWording(text: "")
        title = own.text
        (edition, kind) = (head.number("edition"), head.code("kind") ?? "")
        (language, follows) = (head.code("language") ?? "", head.link("follows"))
        actions = head.fields["actions"]?.linked ?? []
        questions = Question.inOrder(parts)
        originals = questions.reduce(into: [nil: own]) { $0[$1.record] = $1.wording }
        byLanguage = Dictionary(grouping: parts.compactMap(Translation.init), by: \.language)
    }

    /// What there is of it in a language; its own is always whole.
    package func coverage(_ language: String) -> Coverage { Coverage(of: originals, by: byLanguage[language] ?? []) }

    /// Languages other than its own into which something was translated, in the order of their codes.
    package var translatedInto: [String] { byLanguage.keys.filter { $0 != language }.sorted() }

    /// Languages in which all of it may be sent, its own first.
    package var wholeLanguages: [String] { [language] + translatedInto.filter { coverage($0).isWhole } }

    /// A question, or under nil the title and introduction, in a language; in its own where it is not translated.
    package func wording(of question: RecordID?, in language: String) -> QuestionWording {
        let original = originals[question] ?? QuestionWording(text: "")
        guard language != self.language,
            let translation = byLanguage[language]?.first(where: { $0.question == question }),
            translation.standing(to: original) != .outdated
        else { return original }
        return translation.wording
    }

    /// An answer as people read it: options by their labels.
    package func shown(_ value: String, to question: Question, in language: String) -> String {
        guard question.kind == .choice else { return value }
        return wording(of: question.record, in: language).options.first { $0.code == value }?.label ?? value
    }
}
