import Crypto
import Mechanisms
import Vocabulary

/// The keys of persons: made when first needed, destroyed when a person is erased, never made twice.
struct Vault: Sendable {
    let store: any Store
    let keys: RegisterKeys

    /// A person's key with its wrapped form where it was made just now and is not yet kept.
    struct PersonKey: Sendable {
        let key: SymmetricKey
        let unsaved: [UInt8]?
    }

    /// The keys of all `persons`, new ones for those who have none yet; those who were erased are left out.
    func keysForSealing(_ persons: Set<RecordID>) throws -> [RecordID: PersonKey] {
        try store.read { connection in
            var found: [RecordID: PersonKey] = [:]
            for person in persons.sorted() {
                found[person] = try key(of: person, connection) ?? freshKey(for: person, connection)
            }
            return found
        }
    }

    /// The key of a person; nil where there is none, or no more.
    func key(of person: RecordID) throws -> SymmetricKey? {
        try store.read { try key(of: person, $0)?.key }
    }

    /// Keeps new keys; must be done before anything sealed under them is acknowledged.
    func save(_ fresh: [(person: RecordID, wrapped: [UInt8])]) throws {
        guard !fresh.isEmpty else { return }
        var rows = RowBatch(columns: 2)
        for (person, wrapped) in fresh.sorted(by: { $0.person < $1.person }) {
            rows.appendRow(payload: 36 + wrapped.count) { row in
                row.append(person)
                wrapped.withUnsafeBytes { row.append($0, as: .bytes) }
            }
        }
        try store.write { try $0.insert(rows, with: KeyTable.insertPersonKey) }
    }

    func destroyed() throws -> Set<RecordID> {
        try store.read { connection in
            Set(try connection.all(KeyTable.selectAllDestroyed) { RecordID(stored: $0.bytes(0)) }.compactMap(\.self))
        }
    }

    private func key(of person: RecordID, _ connection: any StoreConnection) throws -> PersonKey? {
        let wrapped = try connection.first(KeyTable.selectPersonKey, [.text(person.description)]) { $0.byteArray(0) }
        guard let wrapped else { return nil }
        guard let raw = KeyWrapping.open(wrapped, under: keys.master.key, for: Vault.use(person)) else {
            throw LedgerFailure.damagedKey(person: person)
        }
        return PersonKey(key: SymmetricKey(data: raw), unsaved: nil)
    }

    private func freshKey(for person: RecordID, _ connection: any StoreConnection) throws -> PersonKey? {
        let isDestroyed =
            try connection.first(KeyTable.selectDestroyed, [.text(person.description)]) { _ in true } ?? false
        guard !isDestroyed else { return nil }
        let key = SymmetricKey(size: .bits256)
        let raw = key.withUnsafeBytes { Array($0) }
        let wrapped = try KeyWrapping.seal(raw, under: keys.master.key, for: Vault.use(person))
        return PersonKey(key: key, unsaved: wrapped)
    }

    static func use(_ person: RecordID) -> [UInt8] { Array("person-key \(person)".utf8) }
}
