/// Makes a ``RecordTable`` from rows as they are read, file after file.
package struct TableBuilder {
    private let roles: ColumnRoles
    private let plan: FieldPlan
    private var table: RecordTable
    private var columns: [[Int]] = []

    /// How many rows of a file show how its columns are written.
    package static let sampleRows = 2000

    /// - Parameters:
    ///   - roles: What the columns say.
    ///   - header: The header of the first file.
    ///   - samples: Its first ``sampleRows`` rows, or fewer where it has no more.
    ///   - comparisons: How columns are compared, by header, where somebody said it.
    /// - Throws: ``LinkageFailure`` for roles that the file does not fit.
    package init(
        _ roles: ColumnRoles, header: [String], samples: [[String]],
        comparisons: [String: FieldComparison] = [:]
    ) throws(LinkageFailure) {
        self.roles = roles
        plan = try FieldPlan(roles, header: header, samples: samples, comparisons: comparisons)
        table = RecordTable(plan)
    }

    /// Begins a file; its columns may stand in another order than those of the first and have other headers, and its dates be
    /// written otherwise.
    ///
    /// - Parameters:
    ///   - header: Its header.
    ///   - said: What its columns say, where somebody said it of this file; the roles of the first in whatever order.
    ///   - samples: Its first ``sampleRows`` rows: they show whether the day or the month stands first. Without any, its dates
    ///     are read as those of the first file.
    /// - Returns: Its columns by role, in the order of the first file's.
    @discardableResult
    package mutating func beginSource(
        header: [String], samples: [[String]] = [], roles said: ColumnRoles? = nil
    ) throws(LinkageFailure) -> ColumnRoles {
        let own =
            table.sources == 0 ? roles : try roles.ofLaterFile(header, said: said, file: table.sources + 1)
        let places = try own.places(in: header)
        let placeOf = Dictionary(
            zip(roles.assignments.map(\.column), places), uniquingKeysWith: { first, _ in first })
        columns = plan.fields.map { field in
            field.parts.isEmpty
                ? [placeOf[field.name] ?? field.columns[0]]
                : roles.assignments.indices.filter { field.parts.contains(roles.assignments[$0].role) }
                    .map { places[$0] }
        }
        table.beginSource(readings: samples.isEmpty ? nil : readings(of: samples))
        return own
    }

    private func readings(of samples: [[String]]) -> [DateReading?] {
        zip(plan.dateReadings, columns).map { usual, places in
            guard let usual, let place = places.first else { return nil }
            return DateReading(samples: samples.map { place < $0.count ? $0[place] : "" }, otherwise: usual)
        }
    }

    /// Adds a row; `cell` gives the text in a place of the file's header, empty past the last.
    package mutating func append(cell: (Int) -> String) { table.append(columns: columns, cell: cell) }

    /// The finished table.
    ///
    /// - Throws: ``LinkageFailure/emptyFields(names:)`` where no field has a value in any record.
    package consuming func finish() throws(LinkageFailure) -> RecordTable {
        table.finish()
        let isEmpty = table.tables.allSatisfy { $0.count <= 1 }
        if isEmpty, table.count > 0 { throw .emptyFields(names: table.fields.map(\.name)) }
        return table
    }
}
