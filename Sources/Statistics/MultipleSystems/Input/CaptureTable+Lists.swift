extension CaptureTable {
    /// Lists of person ids, matched on equal ids: a person twice on a list counts once.
    ///
    /// - Parameter sources: Name and ids of each list, such as the groups that linkage found for each source.
    /// - Throws: as ``init(lists:counts:)``.
    package init(sources: [(name: String, persons: [String])]) throws(StatisticsFailure) {
        guard sources.count <= Self.mostLists else {
            throw .tooManyLists(found: sources.count, most: Self.mostLists)
        }
        var histories: [String: Int] = [:]
        for (place, source) in sources.enumerated() {
            for person in source.persons { histories[person, default: 0] |= 1 << place }
        }
        let counts = histories.values.reduce(into: [:]) { $0[ListSet(bits: $1), default: 0] += 1 }
        try self.init(lists: sources.map(\.name), counts: counts)
    }

    /// The table without one list: persons on that list only are no longer seen.
    package func omitting(_ list: Int) throws(StatisticsFailure) -> CaptureTable {
        let kept = lists.indices.filter { $0 != list }
        return try gathering(kept.map { ListSet([$0]) }, names: kept.map { lists[$0] })
    }

    /// The table with two lists made one: on either of them is on it.
    package func merging(_ first: Int, _ second: Int) throws(StatisticsFailure) -> CaptureTable {
        let kept = lists.indices.filter { $0 != second }
        return try gathering(
            kept.map { $0 == first ? ListSet([first, second]) : ListSet([$0]) },
            names: kept.map { $0 == first ? "\(lists[first])+\(lists[second])" : lists[$0] })
    }

    /// The persons on one list, as the other lists see them, and how many of them no other list has.
    ///
    /// - Returns: nil where fewer than two other lists remain, or none of them has any of these persons.
    package func inside(_ list: Int) -> (table: CaptureTable, unseen: Int)? {
        let kept = lists.indices.filter { $0 != list }
        var cells = Array(repeating: 0, count: 1 << kept.count)
        for (bits, count) in counts.enumerated() where bits >> list & 1 == 1 {
            cells[Self.moved(bits, kept.map { ListSet([$0]) })] += count
        }
        let unseen = cells[0]
        cells[0] = 0
        guard kept.count >= 2, let table = try? CaptureTable(lists: kept.map { lists[$0] }, cells: cells) else {
            return nil
        }
        return (table, unseen)
    }

    /// New lists, each made of some of the old.
    private func gathering(_ groups: [ListSet], names: [String]) throws(StatisticsFailure) -> CaptureTable {
        guard names.count >= 2 else { throw .tooFewLists(found: names.count) }
        var cells = Array(repeating: 0, count: 1 << groups.count)
        for (bits, count) in counts.enumerated() { cells[Self.moved(bits, groups)] += count }
        cells[0] = 0
        return try CaptureTable(lists: names, cells: cells)
    }

    private static func moved(_ bits: Int, _ groups: [ListSet]) -> Int {
        groups.enumerated().reduce(0) { bits & $1.element.bits == 0 ? $0 : $0 | 1 << $1.offset }
    }
}
