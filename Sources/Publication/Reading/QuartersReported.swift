package import Disclosure
import Tables
package import Vocabulary

/// In which quarters somebody sent records, as the tables of one release tell it: a year that lacks one is no whole year.
///
/// Rests on the table of reporting organisations by quarter. A quarter with any figure but none was covered, however many
/// were silent in it; a withheld figure is a figure. Records that give only their year tell of no quarter.
package struct QuartersReported: Hashable, Sendable {
    /// The table that tells it.
    package static let table = "reporting-organisations-by-quarter"

    private let quarters: Set<Period>

    /// Nil where the tables do not tell it.
    package init?(_ tables: [ReleasedTable]) {
        guard let table = tables.first(where: { $0.name == QuartersReported.table }) else { return nil }
        let reader = TableReader(table)
        guard let time = reader.timeDimension.map({ table.dimensions[$0] }) else { return nil }
        quarters = Set(
            time.categories.compactMap { category in
                guard let quarter = Period(category.code), quarter.precision == .quarter,
                    let outcome = reader.outcome(where: [time.name: category.code]),
                    outcome != .published(0), outcome != .notReported
                else { return nil }
                return quarter
            })
    }

    /// The quarters of a year that is covered in part, from 1 to 4. Nil for a whole year, for one of which no quarter is
    /// known, and for periods that are no years.
    package func part(of period: Period) -> [Int]? {
        guard period.precision == .year else { return nil }
        let covered = quarters.filter { period.contains($0) }.map(\.start.quarter).sorted()
        return covered.isEmpty || covered.count == 4 ? nil : covered
    }
}
