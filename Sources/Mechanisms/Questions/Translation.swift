package import Vocabulary

/// What a question, or a questionnaire's own title and introduction, says in another language, read from its record.
package struct Translation: Sendable, Hashable {
    package enum Standing: String, Sendable, CaseIterable {
        /// Nobody wrote one.
        case missing
        /// Written, and read by nobody else yet.
        case new
        /// The source text was changed since.
        case outdated
        case reviewed
    }

    package let record: RecordID
    package let version: Int
    package let language: String
    /// Nil where it is of the questionnaire itself.
    package let question: RecordID?
    package let wording: QuestionWording
    /// The text that it was made of.
    package let source: String
    private let isReviewed: Bool

    /// Nil for a record that is no translation, or one that was taken back.
    package init?(_ state: RecordState) {
        guard state.mechanism == "question-translation", state.state != "dropped",
            case .code(let language)? = state.fields["language"], case .text(let source)? = state.fields["source"],
            let wording = QuestionWording(state.fields)
        else { return nil }
        (record, version, self.language) = (state.record, state.version, language)
        question = state.fields["question"]?.linked.first
        (self.wording, self.source) = (wording, source)
        isReviewed = state.state == "reviewed"
    }

    /// How it stands to what it is of: a changed source makes it outdated, whoever changed it and by whatever way.
    package func standing(to original: QuestionWording) -> Standing {
        source != original.source ? .outdated : isReviewed ? .reviewed : .new
    }
}

/// What of a questionnaire there is in one language.
package struct Coverage: Sendable {
    /// By question; under nil the questionnaire's own title and introduction.
    package let translations: [RecordID?: Translation]
    package let standings: [RecordID?: Translation.Standing]

    /// - Parameters:
    ///   - originals: Of the questionnaire and its questions, in its own language.
    ///   - translations: Of this language.
    package init(of originals: [RecordID?: QuestionWording], by translations: [Translation]) {
        let found = Dictionary(
            translations.map { ($0.question, $0) },
            uniquingKeysWith: { $0.version >= $1.version && $0.record < $1.record ? $0 : $1 })
        self.translations = found
        standings = originals.reduce(into: [:]) { standings, original in
            standings[original.key] = found[original.key]?.standing(to: original.value) ?? .missing
        }
    }

    /// Units that may be sent.
    package var whole: Int { standings.values.count { $0 == .reviewed } }
    package var isWhole: Bool { whole == standings.count }
}
