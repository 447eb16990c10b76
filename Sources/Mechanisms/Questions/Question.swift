package import Vocabulary

/// A question of a questionnaire, read from its record.
package struct Question: Sendable, Hashable {
    package let record: RecordID
    /// Of the record in the ledger.
    package let version: Int
    /// By which it is known again in later versions and rounds.
    package let key: String
    package let kind: QuestionKind
    package let place: Int
    package let isRequired: Bool
    /// In the language of the questionnaire.
    package let wording: QuestionWording

    /// Nil for a record that is no question in use.
    package init?(_ state: RecordState) {
        guard state.mechanism == "question", state.state == "in-use", case .text(let key)? = state.fields["key"],
            case .code(let code)? = state.fields["kind"], let kind = QuestionKind(rawValue: code),
            case .integer(let place)? = state.fields["place"], let wording = QuestionWording(state.fields)
        else { return nil }
        (record, version, self.key, self.kind) = (state.record, state.version, key, kind)
        (self.place, self.wording) = (place, wording)
        isRequired = state.fields["required"] == .boolean(true)
    }

    /// The value as answers are kept; nil where it is no answer to this question.
    package func canonical(_ typed: String) -> String? { kind.canonical(typed, options: wording.options) }

    /// Whether a text may be the key of a question or the code of an option.
    package static func isKey(_ text: String) -> Bool {
        text.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,59}/) != nil
    }

    /// The questions of a questionnaire, in their order.
    package static func all(of questionnaire: RecordID, in register: any Register) throws -> [Question] {
        inOrder(try register.records(of: "question", naming: questionnaire, in: "questionnaire"))
    }

    /// Those of some records that are questions in use, in their order.
    package static func inOrder(_ states: [RecordState]) -> [Question] {
        states.compactMap(Question.init).sorted { ($0.place, $0.key) < ($1.place, $1.key) }
    }
}
