package import Mechanisms

/// A questionnaire as a table has it: its questions in their order, each in the table's own language and in others.
package struct QuestionnaireTable: Sendable {
    package struct Entry: Sendable {
        package let key: String
        package let kind: QuestionKind
        package let isRequired: Bool
        package let wording: QuestionWording
        /// By language, ISO 639-3.
        package let translations: [String: QuestionWording]
    }

    /// Its title, and its introduction as help; nil where no row gives them.
    package let head: QuestionWording?
    package let headTranslations: [String: QuestionWording]
    package let entries: [Entry]

    /// Row numbers and what is wrong in them.
    package struct Problem: Sendable, Equatable {
        package let row: Int
        package let message: String
    }

    package static let columns = ["key", "kind", "required", "text", "help", "options"]
    /// The kind of the one row that is no question: title and introduction.
    package static let headKind = "questionnaire"
}

extension QuestionnaireTable {
    /// Reads a questionnaire from CSV or the first sheet of a workbook, one question a row.
    ///
    /// Columns are found by their names, in any order: ``columns``, and `text-fra`, `help-fra`, `options-fra` for what is
    /// translated into a language. Options stand in one cell: `full = Fully | part = In part`.
    ///
    /// - Throws: ``IntakeFailure`` where the file cannot be read, has no question, or where anything in it is wrong: a
    ///   questionnaire with a question left out is another one.
    package init(_ source: any ByteSource) throws(IntakeFailure) {
        let rows = try WholeTable(source)
        let header = try QuestionnaireHeader(rows.header)
        var problems: [Problem] = []
        var entries: [Entry] = []
        var head: QuestionWording?
        var headTranslations: [String: QuestionWording] = [:]
        for (number, cells) in rows.rows {
            var row = QuestionnaireRow(cells, header, number)
            if row.isHead {
                head = row.wording(nil)
                headTranslations = row.translations()
            } else if let entry = row.entry(after: entries) {
                entries.append(entry)
            }
            problems += row.problems
        }
        guard problems.isEmpty else { throw .questionnaireFaulty(problems) }
        guard !entries.isEmpty else { throw .noQuestion(file: source.name) }
        (self.head, self.headTranslations, self.entries) = (head, headTranslations, entries)
    }
}

/// Where the columns of a questionnaire's table are.
struct QuestionnaireHeader {
    /// By name; `text-fra` for a translation.
    let places: [String: Int]
    /// Languages that some column is in.
    let languages: [String]

    init(_ names: [String]) throws(IntakeFailure) {
        var places: [String: Int] = [:]
        for (place, name) in names.enumerated() {
            let folded = name.lowercased().split { " _-".contains($0) }.joined(separator: "-")
            guard places.updateValue(place, forKey: folded) == nil else { throw .columnRepeated(names: [name]) }
        }
        let missing = ["key", "kind", "text"].filter { places[$0] == nil }
        guard missing.isEmpty else {
            throw .columnsMissing(missing.map { .init(name: $0, resembling: nil) }, delimiter: nil)
        }
        self.places = places
        languages = Set(places.keys.compactMap { $0.hasPrefix("text-") ? String($0.dropFirst(5)) : nil }).sorted()
    }
}

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
        if kind == .choice ? wording.options.count < 2 : !wording.options.isEmpty {
            note("needs two options at least if it is a choice, and none otherwise")
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
