package import Vocabulary

/// Why a file could not be taken in at all. What is wrong with single rows is a ``Finding`` instead.
package enum IntakeFailure: CodedFailure, Equatable {
    /// I101: the file cannot be opened.
    case cannotOpen(file: String, reason: String)
    /// I102: reading stopped in the middle of the file; the rows before that place went in.
    case cannotRead(file: String, reason: String)
    /// I103: the file has no row at all.
    case empty(file: String)
    /// I104: the workbook is damaged, cut short, or no workbook.
    case damagedWorkbook(file: String, detail: String)
    /// I105: the workbook is protected by a password.
    case encryptedWorkbook(file: String)
    /// I106: the workbook has no sheet of that name.
    case sheetMissing(name: String, present: [String])
    /// I107: the workbook unpacks to more than any table of records would.
    case oversizedWorkbook(part: String, limitBytes: Int)
    /// I201: the source description is not YAML.
    case unreadableDescription(line: Int?, detail: String)
    /// I202: the source description says things that nobody understands; all of them.
    case faultyDescription([DescriptionProblem])
    /// I301: columns that the source description needs are not in the file.
    case columnsMissing([MissingColumn], delimiter: String?)
    /// I302: a column that the source description reads stands twice in the header.
    case columnRepeated(names: [String])

    /// I501: a plan that is no text in UTF-8.
    case planNotText(file: String)
    /// I502: nothing in the file is an action in that layout.
    case noPlan(file: String, layout: String)
    /// I503: a plan without a title, or without the day as of which it is.
    case planUnnamed
    /// I504: a table of a day before the last that the plan knows of: tables come in the order of their days.
    case planOutOfOrder(table: CalendarDate, present: CalendarDate)

    /// I540: no row of the table is a question.
    case noQuestion(file: String)
    /// I541: rows of a questionnaire's table that cannot be taken; all of them.
    case questionnaireFaulty([QuestionnaireTable.Problem])
    /// I542: rows of a filled sheet that are no answers; all of them.
    case answersFaulty([QuestionnaireTable.Problem])

    package struct MissingColumn: Sendable, Equatable {
        package let name: String
        /// A header of the file that looks like it.
        package let resembling: String?
    }

    package var code: String {
        switch self {
        case .cannotOpen: "I101"
        case .cannotRead: "I102"
        case .empty: "I103"
        case .damagedWorkbook: "I104"
        case .encryptedWorkbook: "I105"
        case .sheetMissing: "I106"
        case .oversizedWorkbook: "I107"
        case .unreadableDescription: "I201"
        case .faultyDescription: "I202"
        case .columnsMissing: "I301"
        case .columnRepeated: "I302"
        case .planNotText: "I501"
        case .noPlan: "I502"
        case .planUnnamed: "I503"
        case .planOutOfOrder: "I504"
        case .noQuestion: "I540"
        case .questionnaireFaulty: "I541"
        case .answersFaulty: "I542"
        }
    }

    package var message: String {
        switch self {
        case .cannotOpen(let file, let reason):
            "“\(file)” cannot be opened: \(reason). Check its name and whether you may read it."
        case .cannotRead(let file, let reason):
            "Reading “\(file)” stopped: \(reason). Rows before that are in; import the file again to go on."
        case .empty(let file):
            "“\(file)” has no header row. Export it again and check that it is not empty."
        case .damagedWorkbook(let file, let detail):
            "“\(file)” is not a complete XLSX workbook: \(detail). Save it again as XLSX, or as CSV."
        case .encryptedWorkbook(let file):
            "“\(file)” is protected by a password. Save it without one, import it, then delete that copy."
        case .sheetMissing(let name, let present):
            "The workbook has no sheet “\(name)”; it has \(quotedList(present)). Correct `sheet` in the source description."
        case .oversizedWorkbook(let part, let limit):
            "“\(part)” of the workbook unpacks to more than \(limit / 1_048_576) MiB. Save the sheet as CSV and import that."
        case .unreadableDescription(let line, let detail):
            "The source description is not YAML\(line.map { ", line \($0)" } ?? ""): \(detail). Correct it."
        case .faultyDescription(let problems):
            "The source description has \(problems.count) problem\(problems.count == 1 ? "" : "s"):\n"
                + problems.map { "  \($0)" }.joined(separator: "\n")
        case .columnsMissing(let columns, let delimiter):
            "The file lacks \(columns.map(described).joined(separator: ", "))."
                + (delimiter.map { " It was read as \($0)." } ?? "")
                + " Add an alias to the source description, or check that this is the right file for it."
        case .columnRepeated(let names):
            "The header names \(quotedList(names)) more than once, so nobody can tell which one is meant. Rename one."
        case .planNotText(let file):
            "“\(file)” is no text in UTF-8. Save it again as UTF-8."
        case .noPlan(let file, let layout):
            "“\(file)” holds no action in the layout “\(layout)”. Choose another layout, or look at the file."
        case .planUnnamed:
            "The plan has no title, or no day as of which it is. Give them with --title and --as-of."
        case .planOutOfOrder(let table, let present):
            "The table is of \(table), and the plan knows of \(present) already. Bring in tables in the order of their days."
        case .noQuestion(let file):
            "“\(file)” holds no question. Write one in each row, under the columns key, kind and text."
        case .answersFaulty(let problems):
            "Nothing was taken in: a sheet goes in whole. Correct:\n"
                + problems.map { "  row \($0.row): \($0.message)" }.joined(separator: "\n")
        case .questionnaireFaulty(let problems):
            "Nothing was taken in, since a questionnaire without some of its questions is another one. Correct:\n"
                + problems.map { "  row \($0.row) \($0.message)" }.joined(separator: "\n")
        }
    }

    private func described(_ column: MissingColumn) -> String {
        "the column “\(column.name)”" + (column.resembling.map { " (“\($0)” is there)" } ?? "")
    }
}

/// One thing in a source description that nobody understands.
package struct DescriptionProblem: Sendable, Equatable, CustomStringConvertible {
    /// Line of the file, from 1.
    package let line: Int
    /// What is wrong, what was expected, and what was perhaps meant.
    package let message: String

    package var description: String { "line \(line): \(message)" }
}

/// Names in quotation marks, with commas.
func quotedList(_ names: some Sequence<String>) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
}
