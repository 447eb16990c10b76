import Ledger

enum LinkTable {
    static let create = """
        -- link: one-time links that are still good; a used one is gone.
        CREATE TABLE link (
            account TEXT PRIMARY KEY,   -- a new link replaces the one before
            hash BYTEA NOT NULL UNIQUE, -- SHA-256 of the secret in the address
            purpose TEXT NOT NULL,      -- ‘first-administrator’, ‘invitation’, ‘password-reset’
            made_at TEXT NOT NULL
        )
        """
    static let upsert = """
        INSERT INTO link (account, hash, purpose, made_at) VALUES (:account, :hash, :purpose, :made_at)
        ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, purpose = excluded.purpose,
            made_at = excluded.made_at
        """
    static let select = "SELECT account, purpose, made_at FROM link WHERE hash = :hash"
    static let delete = "DELETE FROM link WHERE hash = :hash"
    static let deleteOfAccount = "DELETE FROM link WHERE account = :account"
}
