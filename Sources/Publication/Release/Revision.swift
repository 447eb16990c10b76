package import Disclosure
import Tables
package import Vocabulary

/// What a release says otherwise than an earlier one did of the same table and period.
package struct Revision: Sendable {
    /// One figure; cells that only one of the two releases has are not revisions.
    package struct Change: Hashable, Sendable {
        /// Codes by dimension; dimensions at their total are left out.
        package let codes: [String: String]
        package let before: ReleasedTable.Outcome
        package let after: ReleasedTable.Outcome
    }

    /// Numbers of the releases.
    package let from: Int
    package let to: Int
    package let on: CalendarDate
    package let changes: [Change]

    package init(from: Int, to: Int, on day: CalendarDate, changes: [Change]) {
        (self.from, self.to, on, self.changes) = (from, to, day, changes)
    }

    /// Changes between two versions of a table, matched by codes: categories may have moved.
    package static func changes(from earlier: ReleasedTable, to later: ReleasedTable) -> [Change] {
        let before = Dictionary(
            earlier.figures.map { (codes(of: $0, in: earlier), $0.outcome) }, uniquingKeysWith: { first, _ in first })
        // A table that runs on over a longer time has other totals over it: that is no revision.
        let time = later.dimensions.firstIndex(where: \.isTime)
        let isLonger = time.map { place in
            earlier.dimensions.first(where: \.isTime)?.categories != later.dimensions[place].categories
        }
        return later.figures.compactMap { cell in
            if let time, isLonger == true, cell.coordinates[time] == nil { return nil }
            let codes = codes(of: cell, in: later)
            guard let old = before[codes], !isSame(old, cell.outcome) else { return nil }
            return Change(codes: codes, before: old, after: cell.outcome)
        }
    }

    static func codes(of cell: ReleasedTable.Cell, in table: ReleasedTable) -> [String: String] {
        var codes: [String: String] = [:]
        for (dimension, place) in zip(table.dimensions, cell.coordinates) {
            if let place { codes[dimension.name] = dimension.categories[place].code }
        }
        return codes
    }

    /// The reader sees no difference between the two kinds of withholding.
    private static func isSame(_ left: ReleasedTable.Outcome, _ right: ReleasedTable.Outcome) -> Bool {
        left == right || (left.isWithheld && right.isWithheld)
    }
}
