/// One row of a file, as bytes: refilled for every row, so that reading a million rows allocates nothing.
package struct Row: Sendable {
    /// As a spreadsheet shows it: the header is row 1, and a row whose cells hold line breaks is one row.
    package internal(set) var number = 0
    /// The line of the text file it begins on; the row number where the file has no lines.
    package internal(set) var line = 0
    /// What is wrong with it as a row, before anybody looks at what its cells say.
    package internal(set) var faults: [RowFault] = []
    /// Whether the file leaves out empty cells at the end of a row, as workbooks do.
    var mayBeShort = false
    /// All cells one after the other, as UTF-8.
    var bytes: [UInt8] = []
    /// Where each cell ends in `bytes`.
    var ends: [Int] = []

    package init() {}

    package var count: Int { ends.count }

    /// Whether there is nothing in it: an empty line, not a row of empty cells in a text.
    package var isBlank: Bool { bytes.isEmpty && (ends.count <= 1 || mayBeShort) && faults.isEmpty }

    /// Where cell `index` lies in `bytes`, without the blanks around it, no-break spaces (U+00A0, which
    /// spreadsheets leave behind) among them; empty past the last cell.
    func range(_ index: Int) -> Range<Int> {
        guard index < ends.count else { return 0..<0 }
        var start = index == 0 ? 0 : ends[index - 1]
        var end = ends[index]
        while start < end {
            if isSpace(bytes[start]) {
                start += 1
            } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            if isSpace(bytes[end - 1]) {
                end -= 1
            } else if end - start > 1, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    /// The cell as it stands in the file, blanks included.
    package func text(_ index: Int) -> String {
        guard index < ends.count else { return "" }
        return String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }

    /// The cell without the blanks around it.
    package func trimmed(_ index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

    /// All cells, as they stand.
    package var texts: [String] { (0..<count).map(text) }

    mutating func clear(number: Int, line: Int) {
        self.number = number
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
    }

    mutating func note(_ fault: RowFault) {
        if !faults.contains(fault) { faults.append(fault) }
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        ends.append(bytes.count)
    }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

/// Why a row cannot be read as a row.
package enum RowFault: Hashable, Sendable {
    /// A cell is larger than ``RowLimits/cellBytes``; the row was passed over.
    case cellTooLong
    /// The row is larger than ``RowLimits/rowBytes``; it was passed over.
    case rowTooLong
    /// It has more than ``RowLimits/cells`` cells.
    case tooManyCells
    /// A quotation mark was opened on the row's first line and never closed.
    case unterminatedQuote
    /// Text follows a closing quotation mark: a quotation mark inside a cell was not doubled.
    case strayQuote
    /// The NUL byte: part of no text.
    case nul
    /// Bytes that are no characters in the file's encoding, or the mark that a program before us left for such.
    case notText

    /// Whether the row's cells were not kept, so that it cannot be written out for correction.
    var isIncomplete: Bool {
        switch self {
        case .cellTooLong, .rowTooLong, .tooManyCells, .unterminatedQuote: true
        case .strayQuote, .nul, .notText: false
        }
    }
}

/// How large a row may be; beyond that memory would grow with the file.
package enum RowLimits {
    package static let cellBytes = 1 << 20
    package static let rowBytes = 8 << 20
    /// As many as a spreadsheet has columns.
    package static let cells = 16_384
}

/// Rows of a file, one after the other, its header among them.
package protocol RowReader {
    /// Puts the next row into `row`, in place of what it held.
    /// - Returns: False at the end of the file; `row` is then blank.
    mutating func next(into row: inout Row) throws(IntakeFailure) -> Bool
    /// Bytes of the file that have been read: for progress.
    var bytesRead: Int { get }
    /// What it took the file for, in words: `CSV, UTF-8, separated by commas`.
    var reading: String { get }
}
