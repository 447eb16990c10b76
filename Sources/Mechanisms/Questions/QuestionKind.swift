import Foundation
import Vocabulary

/// What kind of answer a question wants: the codes of the list `question-kinds`.
package enum QuestionKind: String, Sendable, CaseIterable {
    case text, number
    /// One of the question's own options, by its code.
    case choice
    /// `yes`, `no` or `unknown`: three answers, none of which stands for another.
    case yesNo = "yes-no"
    /// A day, month, quarter or year.
    case date
    /// The number or the address of a document.
    case document
    /// A level from 0 to 4, and below it what shows that it is reached: no level without evidence (B78).
    case level
    /// A file, which comes in by a form or a command and by no text (``FileAnswer``).
    case file

    /// Codes that a form offers where the question itself has no options.
    package var fixedCodes: [String] {
        switch self {
        case .yesNo: ["yes", "no", "unknown"]
        case .level: (0...4).map(String.init)
        default: []
        }
    }

    /// Whether a question of this kind may have these options: at least two to choose from; for a level what to do next
    /// there, under its number; none otherwise.
    package func allows(_ options: [QuestionWording.Option]) -> Bool {
        switch self {
        case .choice: options.count >= 2
        case .level: options.allSatisfy { fixedCodes.contains($0.code) }
        default: options.isEmpty
        }
    }

    /// What somebody typed, as answers are kept; nil where it is no answer of this kind.
    ///
    /// Digits of any script are digits. What is kept is its own canonical form.
    package func canonical(_ typed: String, options: [QuestionWording.Option]) -> String? {
        let text = typed.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty, text.utf8.count <= QuestionKind.longest else { return nil }
        switch self {
        case .text: return text
        case .document: return text.contains("\n") ? nil : text
        case .number:
            let digits = QuestionKind.plainDigits(text)
            return digits.wholeMatch(of: /-?[0-9]{1,15}(\.[0-9]{1,6})?/) == nil ? nil : digits
        case .choice: return options.contains { $0.code == text } ? text : nil
        case .yesNo: return fixedCodes.contains(text) ? text : nil
        case .file: return FileAnswer(text)?.text
        case .date: return Period(QuestionKind.plainDigits(text))?.description
        case .level:
            let lines = text.split(separator: "\n", maxSplits: 1)
            guard let level = lines.first.map(String.init), fixedCodes.contains(level), lines.count == 2,
                !lines[1].allSatisfy(\.isWhitespace)
            else { return nil }
            return "\(level)\n\(lines[1].trimmingCharacters(in: .whitespacesAndNewlines))"
        }
    }

    /// Bytes of one answer.
    private static let longest = 20_000

    private static func plainDigits(_ text: String) -> String {
        String(text.map { $0.wholeNumberValue.flatMap { String($0).first } ?? $0 })
    }
}
