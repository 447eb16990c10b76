/// How many persons are on exactly which lists: all that an estimate of the unregistered rests on.
///
/// Holds no person. Nobody is counted for the history "on no list", which is the unknown.
package struct CaptureTable: Hashable, Sendable {
    /// Names, each once.
    package let lists: [String]
    /// Persons by bits of their history; 2 to the power of the number of lists, the first of them always 0.
    package let counts: [Int]

    /// With more, the cells no longer fit the time and memory that this program promises.
    package static let mostLists = 12

    /// - Throws: E101, E102, E103, E104, E105.
    package init(lists: [String], counts: [ListSet: Int]) throws(StatisticsFailure) {
        guard lists.count >= 2 else { throw .tooFewLists(found: lists.count) }
        guard lists.count <= Self.mostLists else { throw .tooManyLists(found: lists.count, most: Self.mostLists) }
        if let twice = lists.first(where: { name in name.isEmpty || lists.count { $0 == name } > 1 }) {
            throw .listNameUnusable(name: twice)
        }
        var cells = Array(repeating: 0, count: 1 << lists.count)
        for (history, count) in counts where history != .none {
            guard count >= 0, history.bits < cells.count else { throw .countNegative(count) }
            cells[history.bits] = count
        }
        try self.init(lists: lists, cells: cells)
    }

    /// Another table of the same kind, such as a resample: cells as in ``counts``.
    init(lists: [String], cells: [Int]) throws(StatisticsFailure) {
        guard cells.contains(where: { $0 > 0 }) else { throw .nobodyListed }
        // No estimate is of use beyond; and sums stay exact in floating point.
        guard cells.allSatisfy({ $0 <= 1 << 33 }) else { throw .countTooLarge }
        self.lists = lists
        counts = cells
    }

    /// Persons on at least one list.
    package var persons: Int { counts.reduce(0, +) }

    package subscript(history: ListSet) -> Int { counts[history.bits] }

    /// Persons on all of these lists, whatever else they are on.
    package func persons(onAllOf lists: ListSet) -> Int {
        counts.indices.reduce(0) { lists.isSubset(of: ListSet(bits: $1)) ? $0 + counts[$1] : $0 }
    }

    /// Histories that somebody has: fewer lists first, then in the order of the lists.
    package var histories: [ListSet] {
        (1...lists.count).flatMap { ListSet.all(of: $0, lists: lists.count) }.filter { self[$0] > 0 }
    }

    /// The table with one count replaced.
    func replacing(_ history: ListSet, by count: Int) throws(StatisticsFailure) -> CaptureTable {
        var cells = counts
        cells[history.bits] = count
        return try CaptureTable(lists: lists, cells: cells)
    }
}
