import Ledger
import Vocabulary

enum SecondFactorTable {
    static let create = """
        -- second_factor: the secret that an account shares with an authenticator.
        CREATE TABLE second_factor (
            account TEXT PRIMARY KEY,
            sealed BYTEA NOT NULL,      -- 160 bits
            confirmed_at TEXT,          -- null until a first code has shown that both have the same secret
            last_step BIGINT NOT NULL   -- the last step of 30 seconds whose code was used; none is used twice
        )
        """
    static let select = "SELECT sealed, confirmed_at, last_step FROM second_factor WHERE account = :account"
    static let upsert = """
        INSERT INTO second_factor (account, sealed, confirmed_at, last_step)
        VALUES (:account, :sealed, :confirmed_at, :last_step)
        ON CONFLICT (account) DO UPDATE SET sealed = excluded.sealed, confirmed_at = excluded.confirmed_at,
            last_step = excluded.last_step
        """
    static let useStep = """
        UPDATE second_factor SET last_step = :last_step WHERE account = :account AND last_step < :last_step
        """
    static let confirm = "UPDATE second_factor SET confirmed_at = :confirmed_at WHERE account = :account"
    static let delete = "DELETE FROM second_factor WHERE account = :account"

    struct Row {
        let password: OneTimePassword
        let isConfirmed: Bool
        let lastStep: Int64
    }

    static func find(_ id: Account.ID, _ keys: AccountKeys, _ connection: any StoreConnection) throws -> Row? {
        try connection.first(select, [.text(id.description)]) { row in
            guard let secret = keys.open(row.byteArray(0), for: use(id)) else {
                throw AccountRefusal.damaged(table: "second_factor")
            }
            return Row(
                password: OneTimePassword(secret: secret), isConfirmed: row.kind(1) != .null, lastStep: row.integer(2))
        }
    }

    static func use(_ id: Account.ID) -> String { "second factor \(id)" }
}
