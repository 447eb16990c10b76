package import Vocabulary

/// Every kind of thing that can be said of a row or of a file; the numbers are listed in docs/handbook/import.md.
package enum FindingKind: String, Sendable, CaseIterable {
    case cellTooLong = "I401"
    case rowTooLong = "I402"
    case unterminatedQuote = "I403"
    case strayQuote = "I404"
    case nul = "I405"
    case notText = "I406"
    case formulaError = "I407"
    case tooFewCells = "I408"
    case tooManyCells = "I409"
    case emptyCell = "I410"
    case unknownCode = "I411"
    case notInCalendar = "I412"
    case notAPeriod = "I413"
    case notANumber = "I414"
    case outOfRange = "I415"
    case withheldNumber = "I416"
    case notABoolean = "I417"
    case keyRepeated = "I418"
    case keyEmpty = "I419"
    case totalRow = "I421"
    case totalDiffers = "I422"
    case columnUnread = "I423"
    case blankRows = "I424"
    case refused = "I425"
    case standsForNobody = "I426"
    case linkedRecordRefused = "I427"
    case totalsUnchecked = "I428"
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
        row: Int? = nil, column: String? = nil, _ message: String, remedy: String
    ) -> Finding {
        Finding(
            code: rawValue, weight: weight, place: Finding.Place(row: row, column: column), message: message,
            remedy: remedy)
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
