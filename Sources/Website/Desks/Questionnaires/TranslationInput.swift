import Mechanisms
import Registry
import Vocabulary

/// What a translator sent.
struct TranslationInput {
    private let form: Fields

    init(_ form: Fields) { self.form = form }

    static func id(_ unit: RecordID?) -> String { unit?.description ?? "head" }

    /// Steps for all that is new or reads otherwise, and for what was reviewed. The source is the one that the translator
    /// saw: where it was changed meanwhile, the book refuses.
    func commands(for sheet: QuestionnaireSheet, into language: String, _ visit: Visit) -> [Command] {
        let coverage = sheet.coverage(language)
        let isReviewed = form["reviewed"] == "yes"
        let units: [RecordID?] = [nil] + sheet.questions.map(\.record)
        return units.flatMap { unit -> [Command] in
            guard let wording = wording(unit), let source = form["source.\(TranslationInput.id(unit))"] else {
                return []
            }
            let present = coverage.translations[unit]
            let record = present?.record ?? visit.newID()
            var version = present?.version ?? 0
            func step(_ name: String, _ changes: [String: FieldValue]) -> Command {
                defer { version += 1 }
                return Command(
                    mechanism: "question-translation", record: record, transition: name, expectedVersion: version,
                    changes: changes, effective: .day(visit.today))
            }
            // A browser sends lines with a carriage return.
            var changes = wording.fields
            changes["source"] = .text(source.replacing("\r\n", with: "\n"))
            var commands: [Command] = []
            var standing = coverage.standings[unit] ?? .missing
            if let present {
                if present.wording != wording || standing == .outdated {
                    commands.append(step("revise", changes))
                    standing = .new
                }
            } else {
                changes["questionnaire"] = .link(sheet.record)
                changes["question"] = unit.map(FieldValue.link)
                changes["language"] = .code(language)
                commands.append(step("enter", changes))
                standing = .new
            }
            if isReviewed, standing == .new { commands.append(step("review", [:])) }
            return commands
        }
    }

    /// Nil where nothing was written.
    private func wording(_ unit: RecordID?) -> QuestionWording? {
        func text(_ name: String) -> String? {
            let text = (form["\(name).\(TranslationInput.id(unit))"] ?? "").replacing("\r\n", with: "\n")
                .split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmedBlanks }
                .joined(separator: "\n").trimmedBlanks
            return text.isEmpty ? nil : text
        }
        guard let words = text("text") else { return nil }
        return QuestionWording(
            text: words, help: text("help"), options: text("options").flatMap(QuestionWording.options) ?? [])
    }
}

extension StringProtocol {
    /// Without blanks and line ends before and behind.
    var trimmedBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
