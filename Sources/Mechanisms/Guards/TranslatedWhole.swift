import Vocabulary

/// A questionnaire goes out in no language in which not all of it is translated, reviewed, and of the text as it reads now
/// (B67).
package struct TranslatedWhole: Guard {
    package static let key = "translated-whole"

    /// The codes field with the languages in which it is sent.
    package let languages: String
    /// The link field to the questionnaire.
    package let questionnaire: String

    package init(_ questionnaire: String, into languages: String) {
        (self.questionnaire, self.languages) = (questionnaire, languages)
    }

    package var fields: [String] { [languages, questionnaire] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard let record = step.after[questionnaire]?.linked.first, case .codes(let wanted)? = step.after[languages],
            let whole = try step.register.state(of: record), case .code(let own)? = whole.fields["language"]
        else { return nil }
        let questions = try Question.all(of: record, in: step.register)
        var originals: [RecordID?: QuestionWording] = [nil: QuestionWording(of: whole) ?? QuestionWording(text: "")]
        for question in questions { originals[question.record] = question.wording }
        let translations = try step.register.records(
            of: "question-translation", naming: record, in: "questionnaire"
        ).compactMap(Translation.init)
        let lacking = wanted.filter { language in
            language != own
                && !Coverage(of: originals, by: translations.filter { $0.language == language }).isWhole
        }
        return lacking.isEmpty
            ? nil
            : step.problem(
                .notTranslated, field: languages,
                "not all of it is translated and reviewed: "
                    + "\(lacking.joined(separator: ", ")).")
    }
}
