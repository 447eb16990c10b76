/// The tables of the vault.
enum KeyTable {
    static let create = [
        """
        -- register_key: the register's own keys, wrapped by the master key.
        CREATE TABLE register_key (
            name TEXT PRIMARY KEY,     -- ‘check’, ‘blind-index’, ‘origin’, ‘checkpoint’
            wrapped BYTEA NOT NULL     -- AES-GCM: nonce, ciphertext, tag
        )
        """,
        """
        -- person_key: one key a person, wrapped by the master key; erasing the person is deleting the row.
        CREATE TABLE person_key (
            person TEXT PRIMARY KEY,
            wrapped BYTEA NOT NULL     -- AES-GCM: nonce, ciphertext, tag
        )
        """,
        """
        -- destroyed_key: whose key was destroyed, so that none is ever made again.
        CREATE TABLE destroyed_key (
            person TEXT PRIMARY KEY,
            destroyed_at TEXT NOT NULL
        )
        """,
    ]

    static let insertRegisterKey = "INSERT INTO register_key (name, wrapped) VALUES (:name, :wrapped)"
    static let updateRegisterKey = "UPDATE register_key SET wrapped = :wrapped WHERE name = :name"
    static let selectRegisterKey = "SELECT wrapped FROM register_key WHERE name = :name"
    static let selectRegisterKeys = "SELECT name, wrapped FROM register_key ORDER BY name"
    static let insertPersonKey = "INSERT INTO person_key (person, wrapped) VALUES (:person, :wrapped)"
    static let updatePersonKey = "UPDATE person_key SET wrapped = :wrapped WHERE person = :person"
    static let selectPersonKey = "SELECT wrapped FROM person_key WHERE person = :person"
    static let selectPersonKeysAfter = """
        SELECT person, wrapped FROM person_key WHERE person > :person ORDER BY person LIMIT 10000
        """
    static let deletePersonKey = "DELETE FROM person_key WHERE person = :person"
    static let insertDestroyed = """
        INSERT INTO destroyed_key (person, destroyed_at) VALUES (:person, :destroyed_at) ON CONFLICT DO NOTHING
        """
    static let selectDestroyed = "SELECT destroyed_at FROM destroyed_key WHERE person = :person"
    static let selectAllDestroyed = "SELECT person FROM destroyed_key ORDER BY person"
}
