/// Walks the candidates of one record after the other, each once.
struct CandidateSearch {
    private let index: CandidateIndex
    private let source: [UInt8]
    private let withinSources: Bool
    private var lastSeenBy: [UInt32]

    /// - Parameter withinSources: Whether two records of one file may be one person.
    init(_ index: CandidateIndex, _ table: RecordTable, withinSources: Bool) {
        self.index = index
        source = table.source
        self.withinSources = withinSources
        lastSeenBy = [UInt32](repeating: .max, count: table.count)
    }

    /// Puts the candidates of `record` with a smaller number into `found`, in the order of the rules.
    mutating func candidates(of record: Int, into found: inout [UInt32]) {
        found.removeAll(keepingCapacity: true)
        let mark = UInt32(record)
        let own = source[record]
        let columns = index.columnCount
        lastSeenBy.withUnsafeMutableBufferPointer { lastSeenBy in
            index.blockOf.withUnsafeBufferPointer { blockOf in
                index.postings.withUnsafeBufferPointer { postings in
                    for column in record * columns..<(record + 1) * columns {
                        let block = Int(blockOf[column])
                        if block == 0 { continue }
                        for place in block..<block + Int(postings[block - 1]) {
                            let other = postings[place]
                            if other >= mark { break }
                            if lastSeenBy[Int(other)] == mark { continue }
                            lastSeenBy[Int(other)] = mark
                            if withinSources || source[Int(other)] != own { found.append(other) }
                        }
                    }
                }
            }
        }
    }

    /// By how many rules two records share a block: how a pair was found.
    func rulesSharing(_ first: Int, _ second: Int) -> Int {
        var sharing = 0
        var column = 0
        for rule in index.rules {
            let width = rule.columns.count
            let (one, other) = (first * index.columnCount + column, second * index.columnCount + column)
            let others = index.blockOf[other..<other + width]
            if index.blockOf[one..<one + width].contains(where: { $0 != 0 && others.contains($0) }) { sharing += 1 }
            column += width
        }
        return sharing
    }
}
