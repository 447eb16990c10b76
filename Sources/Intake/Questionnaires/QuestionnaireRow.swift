import Mechanisms

/// One row of a questionnaire's table, with what is wrong in it.
struct QuestionnaireRow {
    private let cells: [String]
    private let header: QuestionnaireHeader
    private let number: Int
    private(set) var problems: [QuestionnaireTable.Problem] = []

    init(_ cells: [String], _ header: QuestionnaireHeader, _ number: Int) {
        (self.cells, self.header, self.number) = (cells, header, number)
    }

    var isHead: Bool { cell("kind") == QuestionnaireTable.headKind }

    private func cell(_ name: String) -> String {
        header.places[name].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
    }

    private mutating func note(_ message: String) {
        problems.append(QuestionnaireTable.Problem(row: number, message: message))
    }

    mutating func wording(_ language: String?) -> QuestionWording? {
        let mark = language.map { "-\($0)" } ?? ""
        let (text, help, options) = (cell("text\(mark)"), cell("help\(mark)"), cell("options\(mark)"))
        guard !text.isEmpty else {
            if language == nil { note("has no text") }
            return nil
        }
        guard let read = QuestionWording.options(options.replacing("|", with: "\n")) else {
            note("has options that are not written “code = label | code = label”")
            return nil
        }
        return QuestionWording(text: text, help: help.isEmpty ? nil : help, options: read)
    }

    mutating func translations() -> [String: QuestionWording] {
        var found: [String: QuestionWording] = [:]
        for language in header.languages { found[language] = wording(language) }
        return found
    }

    mutating func entry(after entries: [QuestionnaireTable.Entry]) -> QuestionnaireTable.Entry? {
        let (key, words) = (cell("key"), cell("required").lowercased())
        if !Question.isKey(key) { note("has the key “\(key)”; write small letters, digits and hyphens") }
        if entries.contains(where: { $0.key == key }) { note("has the key “\(key)”, which another row has") }
        if !["", "yes", "no"].contains(words) { note("says “\(words)” under required; write yes or no") }
        guard let kind = QuestionKind(rawValue: cell("kind")) else {
            let known = QuestionKind.allCases.map(\.rawValue).joined(separator: ", ")
            note("has the kind “\(cell("kind"))”; there are: \(known)")
            return nil
        }
        guard let wording = wording(nil) else { return nil }
        if !kind.allows(wording.options) {
            note("needs two options at least if it is a choice, under 0 to 4 if it is a level, and none otherwise")
        }
        let translations = translations()
        for (language, other) in translations.sorted(by: { $0.key < $1.key })
        where other.options.map(\.code) != wording.options.map(\.code) {
            note("has other option codes in “\(language)” than in its own language")
        }
        return QuestionnaireTable.Entry(
            key: key, kind: kind, isRequired: words == "yes", wording: wording, translations: translations)
    }
}
