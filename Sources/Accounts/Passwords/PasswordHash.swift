import Ledger

/// What is kept of a password: the cost, a salt of its own, and what scrypt made of both. Sealed besides, so that a
/// stolen file cannot even be guessed at.
struct PasswordHash: Equatable {
    let cost: ScryptCost
    let salt: [UInt8]
    let key: [UInt8]

    init(cost: ScryptCost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// One byte for the form, one for the cost, 16 of salt, 32 of the key.
    var bytes: [UInt8] { [1, UInt8(clamping: cost.logarithm)] + salt + key }

    init?(bytes: [UInt8]) {
        guard bytes.count == 50, bytes[0] == 1 else { return nil }
        self.init(cost: ScryptCost(logarithm: Int(bytes[1])), salt: Array(bytes[2..<18]), key: Array(bytes[18...]))
    }
}

enum PasswordTable {
    static let create = """
        -- password: the hash of an account's password.
        CREATE TABLE password (
            account TEXT PRIMARY KEY,
            sealed BYTEA NOT NULL,      -- scrypt cost, salt and key
            changed_at TEXT NOT NULL
        )
        """
    static let select = "SELECT sealed FROM password WHERE account = :account"
    static let upsert = """
        INSERT INTO password (account, sealed, changed_at) VALUES (:account, :sealed, :changed_at)
        ON CONFLICT (account) DO UPDATE SET sealed = excluded.sealed, changed_at = excluded.changed_at
        """
    static let replace = "UPDATE password SET sealed = :sealed WHERE account = :account"

    static func find(_ id: Account.ID, _ keys: AccountKeys, _ connection: any StoreConnection) throws -> PasswordHash? {
        guard let sealed = try connection.first(select, [.text(id.description)], { $0.byteArray(0) }) else {
            return nil
        }
        guard let hash = keys.open(sealed, for: use(id)).flatMap({ PasswordHash(bytes: $0) }) else {
            throw AccountRefusal.damaged(table: "password")
        }
        return hash
    }

    static func use(_ id: Account.ID) -> String { "password \(id)" }
}
