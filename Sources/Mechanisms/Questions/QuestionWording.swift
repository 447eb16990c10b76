import Foundation

/// What a question says in one language: its text, its help, and its options under codes that are the same in all.
package struct QuestionWording: Sendable, Hashable {
    package struct Option: Sendable, Hashable {
        package let code: String
        package let label: String
    }

    package let text: String
    package let help: String?
    package let options: [Option]

    package init(text: String, help: String? = nil, options: [Option] = []) {
        (self.text, self.help, self.options) = (text, help, options)
    }

    /// From the fields `text`, `help` and `options` of a question, of a translation, or of a questionnaire (whose title and
    /// introduction they are).
    init?(_ fields: [String: FieldValue], text: String = "text", help: String = "help") {
        guard case .text(let words)? = fields[text] else { return nil }
        self.text = words
        self.help = if case .text(let words)? = fields[help] { words } else { nil }
        options = if case .text(let words)? = fields["options"] { QuestionWording.options(words) ?? [] } else { [] }
    }

    /// All of it as one text: what a translation was made of.
    package var source: String {
        ([text, help ?? ""] + options.map { "\($0.code) = \($0.label)" }).joined(separator: "\n")
    }

    /// Options from their lines, `code = label`; nil where a line is none, or a code stands twice.
    package static func options(_ lines: String) -> [Option]? {
        var options: [Option] = []
        for line in lines.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
            let sides = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard sides.count == 2, Question.isKey(sides[0]), !sides[1].isEmpty,
                !options.contains(where: { $0.code == sides[0] })
            else { return nil }
            options.append(Option(code: sides[0], label: sides[1]))
        }
        return options
    }

    /// The lines of options, as they are kept.
    package static func lines(_ options: [Option]) -> String {
        options.map { "\($0.code) = \($0.label)" }.joined(separator: "\n")
    }
}
