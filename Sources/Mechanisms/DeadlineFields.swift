import Vocabulary

/// The fields of a deadline: its words, and what a step reads in them.
///
/// What is not understood is filed as that, never guessed at; whoever gives a kind or a day along with the words knows
/// better than the reader, and nothing is read.
package struct DeadlineFields: Sendable, Hashable {
    /// A text field.
    package let words: String
    /// A code field; its list has the kinds of ``Vocabulary/Deadline`` and ``notUnderstood``.
    package let kind: String
    /// Period fields, of days.
    package let earliest: String
    package let latest: String
    /// A text field.
    package let condition: String

    /// The code of words that nobody could read.
    package static let notUnderstood = "not-understood"

    package init(_ words: String, kind: String, earliest: String, latest: String, condition: String) {
        self.words = words
        self.kind = kind
        self.earliest = earliest
        self.latest = latest
        self.condition = condition
    }

    /// All of them.
    package var fields: [String] { [words, kind, earliest, latest, condition] }

    /// Fills what follows from the words, where the command says nothing of it itself.
    func fill(_ changes: inout [String: FieldValue]) {
        guard case .text(let text)? = changes[words],
            [kind, earliest, latest].allSatisfy({ changes[$0] == nil })
        else { return }
        let deadline = Deadline(text)
        changes[kind] = .code(deadline.kind?.rawValue ?? DeadlineFields.notUnderstood)
        changes[earliest] = deadline.earliest.map { .period(.day($0)) }
        changes[latest] = deadline.latest.map { .period(.day($0)) }
        changes[condition] = changes[condition] ?? deadline.condition.map(FieldValue.text)
    }
}
