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

        package init(row: Int, message: String) { (self.row, self.message) = (row, message) }
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
