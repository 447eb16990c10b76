import Ledger

enum SignInTable {
    static let create = """
        -- sign_in: sign-ins that are under way; none of them opens anything but its own next step.
        CREATE TABLE sign_in (
            hash BYTEA PRIMARY KEY,     -- SHA-256 of the secret in the cookie
            account TEXT NOT NULL,
            stage TEXT NOT NULL,        -- ‘second-factor’, ‘set-up’, ‘mandate’
            made_at TEXT NOT NULL       -- the first step; kept when the secret changes
        )
        """
    static let insert = """
        INSERT INTO sign_in (hash, account, stage, made_at) VALUES (:hash, :account, :stage, :made_at)
        """
    static let select = "SELECT account, stage, made_at FROM sign_in WHERE hash = :hash"
    static let delete = "DELETE FROM sign_in WHERE hash = :hash"
    static let deleteOfAccount = "DELETE FROM sign_in WHERE account = :account"
    static let deleteBefore = "DELETE FROM sign_in WHERE made_at < :made_at"
}
