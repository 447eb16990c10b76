/// The bytes of files, sealed; what they are stands in records of the mechanism `document`.
enum AttachmentTable {
    static let create = [
        """
        -- attachment: the sealed bytes of files; their names, hashes and states are records of their own.
        CREATE TABLE attachment (
            document TEXT PRIMARY KEY,  -- the record that describes the file
            person TEXT,                -- under whose key it is sealed; NULL: under the register's
            sealed BYTEA NOT NULL       -- AES-GCM: nonce, ciphertext, tag
        )
        """,
        "CREATE INDEX attachment_person ON attachment (person)",
    ]

    static let insert = "INSERT INTO attachment (document, person, sealed) VALUES (:document, :person, :sealed)"
    static let select = "SELECT person, sealed FROM attachment WHERE document = :document"
    static let countOfPerson = "SELECT count(*) FROM attachment WHERE person = :person"
    static let deleteOfPerson = "DELETE FROM attachment WHERE person = :person"
    static let delete = "DELETE FROM attachment WHERE document = :document"
}
