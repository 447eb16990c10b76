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
    ///   - kinds: How columns are compared, by header, where somebody said it.
    /// - Throws: ``LinkageFailure`` for roles that the file does not fit.
    package init(
        _ roles: ColumnRoles, header: [String], samples: [[String]], kinds: [String: FieldKind] = [:]
    ) throws(LinkageFailure) {
        self.roles = roles
        plan = try FieldPlan(roles, header: header, samples: samples, kinds: kinds)
        table = RecordTable(plan)
    }

    /// Begins a file; its columns may stand in another order than those of the first.
    package mutating func beginSource(header: [String]) throws(LinkageFailure) {
        let places = try roles.places(in: header)
        let placeOf = Dictionary(
            zip(roles.assignments.map(\.column), places), uniquingKeysWith: { first, _ in first })
        columns = plan.fields.map { field in
            field.parts.isEmpty
                ? [placeOf[field.name] ?? field.columns[0]]
                : roles.assignments.indices.filter { field.parts.contains(roles.assignments[$0].role) }
                    .map { places[$0] }
        }
        table.beginSource()
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
