package import Disclosure
import Tables
package import Vocabulary

/// What the releases say of one index entry: its latest figure, its course, and what was said of it before.
package struct IndexReading: Sendable {
    /// A figure as one release gave it.
    package struct Statement: Hashable, Sendable {
        package let release: Int
        package let date: CalendarDate
        package let outcome: ReleasedTable.Outcome
        /// The quarters that it covers, where it is of a year that the release knows to be covered in part.
        package let part: [Int]?
    }

    /// One period of the course.
    package struct Point: Hashable, Sendable {
        package let period: Period
        /// By release, the first one first; never empty.
        package let statements: [Statement]

        /// What the latest release says.
        package var outcome: ReleasedTable.Outcome { statements.last?.outcome ?? .notReported }
        /// What of the period the latest release covers.
        package var part: [Int]? { statements.last?.part }
        /// Whether two releases gave different figures for the same quarters: a year that fills up is not revised.
        package var isRevised: Bool {
            Dictionary(grouping: statements, by: \.part).values.contains { Set($0.map(\.outcome)).count > 1 }
        }
        /// Whether two releases gave different figures, for whatever reason.
        package var hasChanged: Bool { Set(statements.map(\.outcome)).count > 1 }
    }

    /// From the period before to the latest; nil where either is withheld or not reported.
    package enum Change: Hashable, Sendable {
        case rise(by: Int)
        case fall(by: Int)
        case level
        /// The two are not of the same quarters of their years.
        case incomparable
    }

    package let entry: IndexEntry
    /// By period, the latest last; empty where no release gives the figure.
    package let points: [Point]
    /// The release and the table that the latest figure stands in.
    package let source: (release: Release, table: ReleasedTable)?

    package init(_ entry: IndexEntry, in history: ReleaseHistory, readers: (Release, ReleasedTable) -> TableReader) {
        self.entry = entry
        var statements: [Period: [Statement]] = [:]
        var source: (release: Release, table: ReleasedTable)?
        for release in history.standing {
            var said: Set<Period> = []
            let reported = QuartersReported(release.tables)
            for table in release.tables where IndexReading.gives(table, entry) {
                for (period, outcome) in IndexReading.figures(of: entry, in: readers(release, table))
                where said.insert(period).inserted {
                    statements[period, default: []].append(
                        Statement(
                            release: release.number, date: release.date, outcome: outcome,
                            part: reported?.part(of: period)))
                    if source?.release.number != release.number { source = (release, table) }
                }
            }
        }
        // A year and its quarters are not one course: the finest precision wins.
        let finest = statements.keys.map(\.precision).max()
        points = statements.filter { $0.key.precision == finest }.sorted { $0.key < $1.key }
            .map { Point(period: $0.key, statements: $0.value) }
        self.source = source
    }

    package var latest: Point? { points.last }

    /// Whether anybody ever reported it, published or withheld.
    package var isReported: Bool { points.contains { $0.outcome != .notReported } }

    package var change: Change? {
        guard let last = points.last, let previous = points.dropLast().last, previous.period.next == last.period,
            let before = previous.outcome.count, let now = last.outcome.count
        else { return nil }
        if previous.part != last.part { return .incomparable }
        return now == before ? .level : now > before ? .rise(by: now - before) : .fall(by: before - now)
    }

    /// Its points in a period: the one of it, else those of shorter periods that lie in it.
    package func points(in period: Period) -> [Point] {
        points.first { $0.period == period }.map { [$0] } ?? points.filter { period.contains($0.period) }
    }

    private static func gives(_ table: ReleasedTable, _ entry: IndexEntry) -> Bool {
        table.unit.rawValue == entry.unit
            && (table.name == entry.indicator || table.name.hasPrefix(entry.indicator + "-by-"))
    }

    /// Along the table's own time where it has one, else for its whole period.
    private static func figures(of entry: IndexEntry, in reader: TableReader) -> [(Period, ReleasedTable.Outcome)] {
        guard let time = reader.timeDimension else {
            guard let period = reader.table.period, let outcome = reader.outcome(where: entry.selection) else {
                return []
            }
            return [(period, outcome)]
        }
        let dimension = reader.table.dimensions[time]
        return dimension.categories.compactMap { category in
            guard let period = Period(category.code),
                let outcome = reader.outcome(where: entry.selection.merging([dimension.name: category.code]) { $1 })
            else { return nil }
            return (period, outcome)
        }
    }
}
