package import Ledger

extension Schema {
    /// `accounts.sqlite`: apart from ledger and vault, since it changes with every request and is part of no history.
    package static let accounts = Schema(
        applicationID: 0x5261_4163, version: 1,
        statements: [
            BelongingTable.create, AccountTable.create, PasswordTable.create, SecondFactorTable.create,
            RecoveryCodeTable.create, SignInTable.create, SessionTable.create, SessionTable.index, TokenTable.create,
            TokenTable.index, LinkTable.create, AttemptTable.create, ProviderTable.create, IdentityTable.create,
            ProviderRequestTable.create,
        ])
}

/// One sealed word that opens under the right key only.
enum BelongingTable {
    static let create = """
        -- belonging: a sealed word that opens under the key of the register to which the accounts belong.
        CREATE TABLE belonging (
            sealed BYTEA PRIMARY KEY
        )
        """
    static let select = "SELECT sealed FROM belonging ORDER BY sealed"
    static let insert = "INSERT INTO belonging (sealed) VALUES (:sealed)"
}
