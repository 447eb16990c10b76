package import Vocabulary

/// Every kind of thing that can be said of a row or of a file; the numbers are listed in docs/handbook/import.md.
package enum FindingKind: String, Sendable, CaseIterable {
    /// I401: a cell is longer than 1 MiB.
    case cellTooLong = "I401"
    /// I402: a row is longer than 8 MiB, or has more than 16,384 cells, or names a cell twice.
    case rowTooLong = "I402"
    /// I403: a quotation mark is never closed.
    case unterminatedQuote = "I403"
    /// I404: text follows a closing quotation mark.
    case strayQuote = "I404"
    /// I405: a byte zero.
    case nul = "I405"
    /// I406: no text in the encoding of the file, or a mark left for damaged characters (U+FFFD).
    case notText = "I406"
    /// I407: a formula came to an error.
    case formulaError = "I407"
    /// I408: fewer cells than the header.
    case tooFewCells = "I408"
    /// I409: more cells than the header.
    case tooManyCells = "I409"
    /// I410: a cell that the record needs is empty.
    case emptyCell = "I410"
    /// I411: a word that the source description does not know.
    case unknownCode = "I411"
    /// I412: a day that the calendar has not (31/02).
    case notInCalendar = "I412"
    /// I413: not written as the stated period.
    case notAPeriod = "I413"
    /// I414: not a whole number.
    case notANumber = "I414"
    /// I415: a number out of range.
    case outOfRange = "I415"
    /// I416: a withheld number.
    case withheldNumber = "I416"
    /// I417: neither yes nor no.
    case notABoolean = "I417"
    /// I418: a row above has the same key.
    case keyRepeated = "I418"
    /// I419: the key is empty.
    case keyEmpty = "I419"
    /// I421: a row of totals.
    case totalRow = "I421"
    /// I422: a total differs from the sum of its parts.
    case totalDiffers = "I422"
    /// I423: a column that the description does not mention.
    case columnUnread = "I423"
    /// I424: blank rows.
    case blankRows = "I424"
    /// I425: the register refused the row; the reason follows.
    case refused = "I425"
    /// I426: the row stands for nobody.
    case standsForNobody = "I426"
    /// I427: the register refused an organisation that the row names.
    case linkedRecordRefused = "I427"
    /// I428: totals that could not be compared.
    case totalsUnchecked = "I428"
    /// I429: several codes where one can be recorded.
    case severalCodes = "I429"

    /// Whether the row is held back for it.
    package var weight: Finding.Weight {
        switch self {
        case .totalRow, .columnUnread, .blankRows, .standsForNobody, .totalsUnchecked: .note
        case .totalDiffers: .warning
        default: .error
        }
    }

    func finding(
        row: Int? = nil, column: String? = nil, _ message: String, remedy: String, about: [String] = []
    ) -> Finding {
        Finding(
            code: rawValue, weight: weight, place: Finding.Place(row: row, column: column), message: message,
            remedy: remedy, about: about)
    }
}

extension RowFault {
    /// What a person is told of it.
    func finding(row: Int, line: Int) -> Finding {
        let inOriginal = "Correct it in the original file; rows like this are not copied to the file of held-back rows."
        return switch self {
        case .cellTooLong:
            FindingKind.cellTooLong.finding(
                row: row, "A cell of the row that begins on line \(line) is longer than 1 MiB.",
                remedy: "Look for a quotation mark that is never closed, or for a file that is no table. \(inOriginal)")
        case .rowTooLong:
            FindingKind.rowTooLong.finding(
                row: row, "The row that begins on line \(line) is longer than 8 MiB.",
                remedy: "Look for missing line ends. \(inOriginal)")
        case .tooManyCells:
            FindingKind.rowTooLong.finding(
                row: row, "The row that begins on line \(line) has more than 16,384 cells.",
                remedy: "Look for missing line ends. \(inOriginal)")
        case .unterminatedQuote:
            FindingKind.unterminatedQuote.finding(
                row: row, "A quotation mark opened in the row that begins on line \(line) is never closed.",
                remedy: "All rows from there to the end of the file were read as one cell. \(inOriginal)")
        case .strayQuote:
            FindingKind.strayQuote.finding(
                row: row, "Text follows a closing quotation mark.",
                remedy: "Double quotation marks inside a quoted cell (\"\"), or take the quotation marks away.")
        case .nul:
            FindingKind.nul.finding(
                row: row, "The row holds the byte zero, which is part of no text.",
                remedy: "The file was damaged or is no text; export it again.")
        case .notText:
            FindingKind.notText.finding(
                row: row, "The row holds bytes that are no characters in the encoding of the file.",
                remedy: "Correct the damaged characters, or state `encoding` in the source description.")
        }
    }
}
