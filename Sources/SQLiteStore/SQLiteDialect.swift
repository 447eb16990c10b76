/// Says the room's `CREATE` statements in SQLite's words: four type names, strictness, and no hidden row number where
/// the key is not one whole number.
enum SQLiteDialect {
    private static let words = [
        ("DOUBLE PRECISION", "REAL"), ("BIGINT", "INTEGER"), ("BOOLEAN", "INTEGER"), ("BYTEA", "BLOB"),
    ]

    static func say(_ statement: String) -> String {
        guard statement.contains("CREATE TABLE ") else { return statement }
        let hasRowNumber = statement.contains("BIGINT PRIMARY KEY")
        var said = statement
        for (ours, theirs) in words { said = said.replacing(ours, with: theirs) }
        return said + (hasRowNumber ? " STRICT" : " STRICT, WITHOUT ROWID")
    }

    /// An `INSERT … VALUES (…)` of one row as one of several, its parameters by place; nil for another statement.
    static func insertion(_ statement: String, _ rows: Int) -> String? {
        guard let values = statement.firstRange(of: "VALUES ("),
            let end = statement[values.upperBound...].firstIndex(of: ")")
        else { return nil }
        let columns = statement[values.upperBound..<end].split(separator: ",").count
        let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
        let all = Array(repeating: row, count: rows).joined(separator: ", ")
        return statement[..<values.lowerBound] + "VALUES " + all + statement[statement.index(after: end)...]
    }
}
