import Mechanisms
import Registry

/// What stands in a respondent's form, as they wrote it: kept through errors and sessions that end.
struct AnsweringInput: Sendable {
    /// By the key of the question; a level has its evidence in further lines.
    private(set) var typed: [String: String]

    private static let valueMark = "a."
    private static let evidenceMark = "e."
    private static let removalMark = "r."

    static func name(of key: String) -> String { valueMark + key }
    static func removalName(of key: String) -> String { removalMark + key }
    static func evidenceName(of key: String) -> String { evidenceMark + key }

    /// What was answered so far.
    init(_ sheet: AnsweringSheet) { typed = sheet.answers.values }

    /// What was sent, for the questions that there are; others keep what was answered.
    init(_ form: Fields, _ sheet: AnsweringSheet) {
        typed = sheet.answers.values
        for question in sheet.questionnaire.questions {
            if question.kind == .file {
                // No text is a file: what is here stays, or goes.
                if form[AnsweringInput.removalName(of: question.key)] == "yes" { typed[question.key] = nil }
                continue
            }
            guard let value = form[AnsweringInput.name(of: question.key)] else { continue }
            var text = value.replacing("\r\n", with: "\n")
            if question.kind == .level {
                let evidence = (form[AnsweringInput.evidenceName(of: question.key)] ?? "").replacing("\r\n", with: "\n")
                text = evidence.allSatisfy(\.isWhitespace) ? text : "\(text)\n\(evidence)"
            }
            typed[question.key] = text
        }
    }

    /// As the shelf has it; nil for what is none.
    init?(_ bytes: [UInt8]) {
        guard case .object(let members)? = try? JSONReader.read(bytes) else { return nil }
        typed = members.reduce(into: [:]) { typed, member in
            if case .text(let text) = member.value { typed[member.name] = text }
        }
    }

    var bytes: [UInt8] {
        let members = typed.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: .text($0.value)) }
        return Array(JSON.object(members).text().utf8)
    }

    subscript(key: String) -> String {
        get { typed[key] ?? "" }
        set { typed[key] = newValue }
    }

    /// What of it can be taken, what cannot be read, and what is missing.
    func read(_ questions: [Mechanisms.Question], beside present: AnswerSheet) -> Reading {
        var reading = Reading(sheet: AnswerSheet())
        for question in questions {
            let text = self[question.key]
            if text.allSatisfy(\.isWhitespace) {
                if question.isRequired { reading.missing.append(question.key) }
            } else if let value = question.canonical(text) {
                reading.sheet[question.key] = value
            } else {
                reading.misfits.append(question.key)
                // What was taken before stays until something else can be.
                reading.sheet[question.key] = present[question.key].flatMap(question.canonical)
            }
        }
        return reading
    }

    struct Reading {
        var sheet: AnswerSheet
        var misfits: [String] = []
        var missing: [String] = []
    }
}
