import Ledger

/// docs/reference/accounts-schema.md: every table of accounts in the words in which the room writes it.
package enum AccountsSchemaReference {
    /// The whole page; the same for the same code.
    package static func markdown() -> String {
        """
        # Schema of accounts

        Made from the code; do not edit. Types and dialect are those of [the ledger](schema.md). Nothing here is derived
        from events, and nothing here is in clear that lets somebody in or names them: see
        [accounts](../handbook/accounts.md).

        ## accounts.sqlite (application \(SchemaReference.hexadecimal(.accounts)), schema \(Schema.accounts.version))

        \(SchemaReference.tables(of: .accounts))

        """
    }
}
