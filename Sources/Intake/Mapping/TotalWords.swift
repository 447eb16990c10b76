/// The words that mark a row as adding up others, and where they may stand.
struct TotalWords: Sendable {
    let places: [Int]
    private let words: Set<String>
    /// Lower-case first bytes of the words: nearly every cell is told apart by its first byte.
    private let firstBytes: Set<UInt8>
    private let longest: Int

    /// - Parameter words: Folded as table entries are.
    init(_ words: Set<String>, places: [Int]) {
        self.places = places
        self.words = words
        firstBytes = Set(words.compactMap(\.utf8.first))
        longest = words.map(\.utf8.count).max() ?? 0
    }

    /// Whether the cell at `place` says that it is a total.
    func isTotal(_ row: Row, at place: Int) -> Bool {
        let range = row.range(place)
        guard range.count <= longest * 2, let first = row.bytes[range].first else { return false }
        let lowerCase = first &- 0x41 < 26 ? first | 0x20 : first
        guard firstBytes.contains(lowerCase) || first >= 0x80 || first == UInt8(ascii: "(") else { return false }
        return words.contains(CodeTable.folded(String(decoding: row.bytes[range], as: UTF8.self)))
    }
}
