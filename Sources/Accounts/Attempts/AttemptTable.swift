import Ledger
import Vocabulary

enum AttemptTable {
    static let create = """
        -- attempt: failures by name, address or account; kept whether or not there is such an account.
        CREATE TABLE attempt (
            bucket BYTEA PRIMARY KEY,   -- HMAC of what is counted by
            failures BIGINT NOT NULL,
            last_at TEXT NOT NULL,      -- the last failure
            noted_at TEXT               -- that it is held off was written to the ledger; null after the next failure
        )
        """
    static let select = "SELECT failures, last_at, noted_at FROM attempt WHERE bucket = :bucket"
    static let upsert = """
        INSERT INTO attempt (bucket, failures, last_at, noted_at) VALUES (:bucket, :failures, :last_at, :noted_at)
        ON CONFLICT (bucket) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at,
            noted_at = excluded.noted_at
        """
    static let delete = "DELETE FROM attempt WHERE bucket = :bucket"
    static let deleteBefore = "DELETE FROM attempt WHERE last_at < :last_at"
}
