package import Mechanisms
package import Vocabulary

/// What a respondent has before them: the questions, what they have answered so far, and what they answered earlier.
package struct AnsweringSheet: Sendable {
    /// The answer to the same question in an earlier round.
    package struct Earlier: Sendable {
        package let value: String
        /// The one that it stands in.
        package let response: RecordID
        package let round: String
        package let submittedOn: CalendarDate
    }

    package let response: RecordView
    package let respondent: String
    package let answers: AnswerSheet
    package let questionnaire: QuestionnaireSheet
    package let round: RoundHead
    /// By the key of the question, the newest that there is; only those that still are an answer to it.
    package let earlier: [String: Earlier]
    /// Why it was returned for clarification; nil where it was not.
    package let returned: String?
    package let submittedOn: CalendarDate?
    package let isLate: Bool
    /// Whether the one who asks may answer now.
    package let mayAnswer: Bool

    /// What the respondent needs to know of the round.
    package struct RoundHead: Sendable {
        package let record: RecordID
        package let title: String
        package let deadline: CalendarDate
        package let isOpen: Bool
        package let languages: [String]
    }
}
