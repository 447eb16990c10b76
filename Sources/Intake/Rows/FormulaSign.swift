/// Cells that a spreadsheet would take for formulas, in a file that somebody opens to correct it.
///
/// Such a cell gets an apostrophe before it when it is written, and loses it when the file comes back: nothing that a
/// stranger wrote into a file is carried out on the desk of whoever corrects it, and the cell is the same byte for byte.
enum FormulaSign {
    private static let apostrophe = UInt8(ascii: "'")
    private static let signs: [UInt8] = Array("=+-@\t\r".utf8)

    /// Whether a cell must not be written as it is: behind any apostrophes it begins like a formula, and it is no number.
    static func begins(_ cell: ArraySlice<UInt8>) -> Bool {
        guard let first = cell.drop(while: { $0 == apostrophe }).first, signs.contains(first) else { return false }
        return !isNegativeNumber(cell)
    }

    /// Whether an apostrophe of ours stands before the cell.
    static func isMarked(_ cell: ArraySlice<UInt8>) -> Bool {
        cell.first == apostrophe
            && cell.drop(while: { $0 == apostrophe }).first.map { signs.contains($0) } ?? false
    }

    /// `-12`, `-0.5`.
    private static func isNegativeNumber(_ cell: ArraySlice<UInt8>) -> Bool {
        guard cell.first == UInt8(ascii: "-") else { return false }
        let parts = cell.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            }
    }
}

extension Row {
    /// The cells as they were before ``CSVWriter`` marked those that a spreadsheet would take for formulas.
    mutating func takeBackFormulaMarks() {
        guard bytes.contains(UInt8(ascii: "'")) else { return }
        var (plain, ends): ([UInt8], [Int]) = ([], [])
        plain.reserveCapacity(bytes.count)
        var start = 0
        for end in self.ends {
            let cell = bytes[start..<end]
            plain += FormulaSign.isMarked(cell) ? cell.dropFirst() : cell
            ends.append(plain.count)
            start = end
        }
        (bytes, self.ends) = (plain, ends)
    }
}
