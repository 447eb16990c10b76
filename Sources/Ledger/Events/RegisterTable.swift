/// What a database of ours says of itself: which register it belongs to, and by which key its checkpoints are signed.
enum RegisterTable {
    static let create = """
        -- register: which register this database belongs to; written once when it is made.
        CREATE TABLE register (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        )
        """
    static let insert = "INSERT INTO register (name, value) VALUES (:name, :value)"
    static let select = "SELECT value FROM register WHERE name = :name"
}
