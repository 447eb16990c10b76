import Access
import Ledger

enum TokenTable {
    static let create = """
        -- token: what programs show; kept after it was revoked, so that its last use can be seen.
        CREATE TABLE token (
            id TEXT PRIMARY KEY,        -- the part that is shown in lists
            hash BYTEA NOT NULL,        -- SHA-256 of the secret part
            account TEXT NOT NULL,
            label BYTEA NOT NULL,       -- sealed
            mandate TEXT,
            scope TEXT NOT NULL,        -- actions|mechanisms
            made_at TEXT NOT NULL,
            ends_at TEXT NOT NULL,
            used_at TEXT,               -- to the minute
            revoked_at TEXT
        )
        """
    static let index = "CREATE INDEX token_by_account ON token (account, id)"
    static let insert = """
        INSERT INTO token (id, hash, account, label, mandate, scope, made_at, ends_at, used_at, revoked_at)
        VALUES (:id, :hash, :account, :label, :mandate, :scope, :made_at, :ends_at, NULL, NULL)
        ON CONFLICT (id) DO UPDATE SET hash = excluded.hash
            WHERE token.used_at IS NULL AND token.revoked_at IS NULL AND token.account = excluded.account
                AND token.scope = excluded.scope
        """
    private static let columns =
        "id, hash, account, label, mandate, scope, made_at, ends_at, used_at, revoked_at FROM token"
    static let select = "SELECT \(columns) WHERE id = :id"
    static let selectOfAccount = "SELECT \(columns) WHERE account = :account ORDER BY id"
    static let updateUsed = "UPDATE token SET used_at = :used_at WHERE id = :id"
    static let revoke = """
        UPDATE token SET revoked_at = :revoked_at WHERE id = :id AND account = :account AND revoked_at IS NULL
        """

    static func read(_ row: any StoredRow, _ keys: AccountKeys) throws -> (token: APIToken, hash: [UInt8]) {
        guard let account = Account.ID(row.text(2)), let scope = Scope(stored: row.text(5)) else {
            throw AccountRefusal.damaged(table: "token")
        }
        let token = APIToken(
            id: row.text(0), account: account,
            label: try keys.text(row.byteArray(3), for: "token label \(row.text(0))", table: "token"),
            mandate: row.optionalText(4), scope: scope, madeAt: try row.moment(6, table: "token"),
            endsAt: try row.moment(7, table: "token"), usedAt: try row.optionalMoment(8, table: "token"),
            revokedAt: try row.optionalMoment(9, table: "token"))
        return (token, row.byteArray(1))
    }
}
