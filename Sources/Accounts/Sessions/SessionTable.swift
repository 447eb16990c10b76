import Ledger
import Vocabulary

enum SessionTable {
    static let create = """
        -- session: who is signed in where; ends by the limits, at sign-out, or when revoked.
        CREATE TABLE session (
            hash BYTEA PRIMARY KEY,     -- SHA-256 of the secret in the cookie
            id TEXT NOT NULL UNIQUE,    -- by which it is listed and revoked
            account TEXT NOT NULL,
            mandate TEXT,               -- which mandate’s record the person acts through
            device BYTEA NOT NULL,      -- sealed: what the browser called itself
            made_at TEXT NOT NULL,      -- the sign-in, for the absolute limit; kept when the secret changes
            used_at TEXT NOT NULL,      -- the last request, to the minute
            proved_at TEXT NOT NULL     -- when the password was last given
        )
        """
    static let index = "CREATE INDEX session_by_account ON session (account, id)"
    static let insert = """
        INSERT INTO session (hash, id, account, mandate, device, made_at, used_at, proved_at)
        VALUES (:hash, :id, :account, :mandate, :device, :made_at, :used_at, :proved_at)
        """
    private static let columns = "id, account, mandate, device, made_at, used_at, proved_at FROM session"
    static let select = "SELECT \(columns) WHERE hash = :hash"
    static let selectOfAccount = "SELECT \(columns) WHERE account = :account ORDER BY id"
    static let updateUsed = "UPDATE session SET used_at = :used_at WHERE hash = :hash"
    static let delete = "DELETE FROM session WHERE hash = :hash"
    static let deleteByID = "DELETE FROM session WHERE id = :id AND account = :account"
    static let deleteOfAccount = "DELETE FROM session WHERE account = :account"
    static let deleteOthers = "DELETE FROM session WHERE account = :account AND id <> :id"
    static let deleteBefore = "DELETE FROM session WHERE made_at < :made_at"

    static func read(_ row: any StoredRow, _ keys: AccountKeys) throws -> Session {
        guard let id = Session.ID(row.text(0)), let account = Account.ID(row.text(1)) else {
            throw AccountRefusal.damaged(table: "session")
        }
        return Session(
            id: id, account: account, mandate: row.optionalText(2),
            device: try keys.text(row.byteArray(3), for: "device \(id)", table: "session"),
            madeAt: try row.moment(4, table: "session"), usedAt: try row.moment(5, table: "session"),
            provedAt: try row.moment(6, table: "session"))
    }

    static func insert(
        _ session: Session, under secret: Secret, _ keys: AccountKeys, _ connection: any StoreConnection
    ) throws {
        try connection.execute(
            insert,
            [
                .bytes(secret.hash), .text(session.id.description), .text(session.account.description),
                .optional(session.mandate), .bytes(try keys.seal(session.device, for: "device \(session.id)")),
                .moment(session.madeAt), .moment(session.usedAt), .moment(session.provedAt),
            ])
    }
}
