/// docs/reference/schema.md: every table in the words in which the room writes it.
package enum SchemaReference {
    /// The whole page; the same for the same code.
    package static func markdown() -> String {
        """
        # Schema

        Made from the code; do not edit. A test compares it, and says how to make it again.

        Types are those that SQLite and PostgreSQL share; SQLite is told INTEGER for BIGINT and BLOB for BYTEA, every
        table is STRICT, and one whose key is not a single whole number has no hidden row number. Tables of the ledger
        other than `register`, `event`, `rule`, `request` and `attachment` are derived: `rapporteur ledger rebuild` makes them again from the events.

        ## ledger.sqlite (application \(hexadecimal(Schema.ledger)), schema \(Schema.ledger.version))

        \(tables(of: .ledger))

        ## vault.sqlite (application \(hexadecimal(Schema.vault)), schema \(Schema.vault.version))

        Never part of a backup of the ledger: see [keys](../handbook/keys.md).

        \(tables(of: .vault))

        """
    }

    /// A database's number as pages show it.
    package static func hexadecimal(_ schema: Schema) -> String {
        "0x" + String(schema.applicationID, radix: 16, uppercase: true)
    }

    /// Every statement of a schema, fenced as SQL.
    package static func tables(of schema: Schema) -> String {
        schema.statements.map { "```sql\n\($0)\n```" }.joined(separator: "\n\n")
    }
}
