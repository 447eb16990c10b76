import Mechanisms

/// How the files of one source are to be understood: a YAML file that somebody who knows the source writes once.
///
/// Checked when it is read, against the book of mechanisms: what it names exists, and nothing in it goes unread.
/// See docs/handbook/import.md for the words of the file.
package struct SourceDescription: Sendable {
    package let name: String
    package let version: String
    /// For people: what the source is, whose it is, and under which licence.
    package let title: String?
    package let publisher: String?
    package let licence: String?
    package let format: FileFormat
    package let columns: [Column]
    /// Headers whose cells together name a row; empty where the source has no such columns.
    package let key: [String]
    /// The column that says for how many persons a row stands.
    package let people: String?
    package let totals: Totals?
    /// In the order in which they are opened.
    package let records: [RecordRule]
    /// When what the row tells holds.
    package let effective: ValueRule

    /// A column that the source has.
    package struct Column: Sendable {
        package let name: String
        /// Other spellings of its header; letter case, blanks and punctuation make no difference anyway.
        package let aliases: [String]
        package let isRequired: Bool
        package let missing: MissingWords
    }

    /// What cells say instead of a value; kept apart because the register keeps them apart.
    package struct MissingWords: Sendable, Equatable {
        /// The source does not say: no value.
        package let notReported: Set<String>
        /// Somebody looked and does not know: the code `unknown`.
        package let unknown: Set<String>
    }

    /// Rows that add up other rows.
    package struct Totals: Sendable {
        /// The words that mark them, folded as table entries are.
        package let words: Set<String>
        /// Columns in which such a word makes a row a total.
        package let columns: [String]
    }
}

/// How a file is laid out, as far as it is stated; the rest is found out.
package struct FileFormat: Sendable, Equatable {
    package var delimiter: Delimiter?
    package var encoding: TextEncoding?
    /// Of a workbook; nil for its first sheet.
    package var sheet: String?
    /// The row with the names of the columns, from 1.
    package var headerRow = 1
    package var decimal: Character = "."
    package var thousands: Character?

    package init() {}
}

/// One record that a row opens, and where its fields come from.
package struct RecordRule: Sendable {
    /// How other rules of the description link to it.
    package let name: String
    package let mechanism: String
    package let transition: ValueRule
    package let repetition: Repetition
    /// Opened only where this column says something; always where it is nil.
    package let onlyWith: String?
    package let fields: [FieldRule]

    package enum Repetition: Sendable, Equatable {
        /// For every person that the row stands for.
        case eachPerson
        /// Once for the row.
        case eachRow
        /// Once for every value of this text field, in whatever row and file of the source; with `inRegister`, of any
        /// source (organisations), where letter case and brackets make no difference.
        case eachValue(field: String, inRegister: Bool)
    }
}

/// A field of a record and its rule.
package struct FieldRule: Sendable {
    package let name: String
    package let kind: KnownField.Kind
    package let isIdentity: Bool
    package let isRequired: Bool
    package let rule: ValueRule
}

/// Where a value comes from.
package enum ValueRule: Sendable {
    case constant(String)
    /// The first of these columns that says something, translated.
    case firstOf([String], Translation)
    /// The codes of all these columns together.
    case allOf([String], Translation)
    /// What these columns say, joined by a separator.
    case joined([String], separator: String)
    /// A column for each code, which says yes or no.
    case flags([(column: String, code: String)])
    case link([String])

    /// Columns that it reads.
    var columns: [String] {
        switch self {
        case .constant, .link: []
        case .firstOf(let columns, _), .allOf(let columns, _), .joined(let columns, _): columns
        case .flags(let flags): flags.map(\.column)
        }
    }
}

/// How the words of a cell become the values of a field.
package struct Translation: Sendable {
    /// Nil where cells hold the codes themselves.
    package var table: CodeTable?
    package var split: Split = .none
    package var periods: [PeriodFormat] = [.iso]
    /// Codes that the field takes; nil where it takes no codes.
    package var codes: Set<String>?

    package enum Split: Sendable, Equatable {
        case none
        /// At these separators.
        case separators([String])
        /// Into the longest entries of the table that the words of the cell spell: `Congolese (DRC) Central African`.
        case longestMatch
    }

    package init() {}
}
