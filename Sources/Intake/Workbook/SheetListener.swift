import Glibc

/// Collects the rows of a sheet, a few at a time.
final class SheetListener: XMLListener {
    private enum Kind { case number, shared, text, truth, error, day }

    private let parts: WorkbookParts
    private let decimal: Character
    private(set) var rows: [Row] = []
    private var row = Row()
    private var rowNumber = 0
    private var column = 0
    private var kind = Kind.number
    private var format = NumberFormat.number
    private var content: [UInt8] = []
    private var isInValue = false
    private var isPronunciation = false

    init(_ parts: WorkbookParts, decimal: Character) {
        self.parts = parts
        self.decimal = decimal
    }

    /// The rows that are complete, in their order; they are then forgotten here.
    func takeRows() -> [Row] {
        defer { rows = [] }
        return rows
    }

    func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        if name.is("c") {
            startCell(attributes)
        } else if name.is("v") {
            isInValue = true
        } else if name.is("t") {
            isInValue = !isPronunciation
        } else if name.is("rPh") {
            isPronunciation = true
        } else if name.is("row") {
            // As many rows as a spreadsheet may have, and some: a number beyond that is damage.
            let stated = attributes["r"].flatMap { Int($0) }.flatMap { (1...1 << 24).contains($0) ? $0 : nil }
            rowNumber = stated ?? rowNumber + 1
            row.clear(number: rowNumber, line: rowNumber)
            row.mayBeShort = true
            column = 0
        }
    }

    /// Cells that are empty are left out of the file: the cell's own reference says where it stands.
    private func startCell(_ attributes: XMLAttributes) {
        content.removeAll(keepingCapacity: true)
        if let reference = attributes.value("r") { column = columnNumber(reference) ?? column }
        format = .number
        if let style = attributes.value("s"), parts.styles.indices.contains(Int(atoi(style))) {
            format = parts.styles[Int(atoi(style))]
        }
        guard let type = attributes.value("t") else {
            kind = .number
            return
        }
        kind =
            if type.is("s") {
                .shared
            } else if type.is("b") {
                .truth
            } else if type.is("e") {
                .error
            } else if type.is("str") || type.is("inlineStr") {
                .text
            } else if type.is("d") {
                .day
            } else {
                .number
            }
    }

    func end(_ name: UnsafePointer<CChar>) {
        if name.is("v") || name.is("t") {
            isInValue = false
        } else if name.is("rPh") {
            isPronunciation = false
        } else if name.is("c") {
            endCell()
        } else if name.is("row") {
            if row.holdsReplacementCharacter { row.note(.notText) }
            rows.append(row)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInValue else { return }
        if content.count + bytes.count > RowLimits.cellBytes { row.note(.cellTooLong) } else { content += bytes }
    }

    private func endCell() {
        defer { column += 1 }
        guard !content.isEmpty else { return }
        guard column < RowLimits.cells else { return row.note(.tooManyCells) }
        if row.bytes.count + content.count > RowLimits.rowBytes { return row.note(.rowTooLong) }
        while row.ends.count < column { row.ends.append(row.bytes.count) }
        switch kind {
        case .text: put(unescaped(content[...]))
        // What an error means is decided where the cell is read: in a column that nobody reads it does no harm.
        case .day, .error: put(content[...])
        case .truth: put(content == [0x31] ? Array("true".utf8)[...] : Array("false".utf8)[...])
        case .shared:
            let number = Int(String(decoding: content, as: UTF8.self)) ?? -1
            if let text = parts.sharedTexts[number] { put(unescaped(text)) } else { row.note(.notText) }
        case .number: put(Array(numberText(String(decoding: content, as: UTF8.self)).utf8)[...])
        }
    }

    private func put(_ text: ArraySlice<UInt8>) {
        // Cells stand in their order; where they do not, nobody can tell which of two is meant.
        if row.ends.count > column { return row.note(.tooManyCells) }
        row.bytes.append(contentsOf: text)
        row.ends.append(row.bytes.count)
    }

    /// A number as the source's own rows would write it, a day as ISO text.
    private func numberText(_ text: String) -> String {
        guard let number = Double(text) else { return text }
        switch format {
        case .day: if let day = SerialDate.text(number, has1904Dates: parts.has1904Dates) { return day }
        case .time: if let time = SerialDate.time(number) { return time }
        case .number: break
        }
        // Spreadsheets know 15 digits; 0.1 + 0.2 is stored as 0.30000000000000004.
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        return decimal == "." ? "\(number)" : "\(number)".replacing(".", with: String(decimal))
    }
}

/// `C12` is column 2, counted from 0.
private func columnNumber(_ reference: UnsafePointer<CChar>) -> Int? {
    var number = 0
    var place = 0
    while place < 4, reference[place] >= 0x41 {
        number = number * 26 + Int(reference[place] & ~0x20) - 0x40
        place += 1
    }
    return place == 0 ? nil : number - 1
}

/// `_x000D_` is how XLSX writes characters that XML cannot hold.
private func unescaped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(0x5F) else { return text }
    var result: [UInt8] = []
    var place = text.startIndex
    while place < text.endIndex {
        if text[place] == 0x5F, place + 6 < text.endIndex, text[place + 1] == 0x78, text[place + 6] == 0x5F,
            let value = UInt32(String(decoding: text[place + 2..<place + 6], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(value)
        {
            result.append(contentsOf: String(Character(scalar)).utf8)
            place += 7
        } else {
            result.append(text[place])
            place += 1
        }
    }
    return result[...]
}
