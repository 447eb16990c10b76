/// Says the room's `CREATE` statements in SQLite's words: four type names, strictness, and no hidden row number where
/// the key is not one whole number.
enum SQLiteDialect {
    private static let words = [
        ("DOUBLE PRECISION", "REAL"), ("BIGINT", "INTEGER"), ("BOOLEAN", "INTEGER"), ("BYTEA", "BLOB"),
    ]

    static func say(_ statement: String) -> String {
        guard statement.contains("CREATE TABLE") else { return statement }
        let hasRowNumber = statement.contains("BIGINT PRIMARY KEY")
        var said = statement
        for (ours, theirs) in words { said = said.replacing(ours, with: theirs) }
        return said + (hasRowNumber ? " STRICT" : " STRICT, WITHOUT ROWID")
    }
}
