package import Access
import Crypto
import Mechanisms
import Vocabulary

extension Ledger {
    /// Puts a new master key in the place of the old one: every key is wrapped anew, no identity is touched.
    ///
    /// The new key lies beside the old one until all keys are wrapped under it, so that a crash at any moment leaves a
    /// ledger that opens. The ledger is closed afterwards: open it again, and take a new copy of the key file.
    ///
    /// - Parameter grant: For ``Action/initialise``: whoever may make a register's keys may change them.
    package func rotateMasterKey(under grant: Grant) throws {
        try Ledger.require(.initialise, grant)
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: .initialise) }
        let next = MasterKey.random()
        try papers.write(next.file, as: .nextMasterKey)
        try appendOwn([LedgerEvent.draft(LedgerEvent.rotate, about: register, at: clock())], under: grant)
        try checkpoint()
        try vault.wrap(under: next)
        try papers.rename(.nextMasterKey, to: .masterKey)
        try vault.store.compact()
        try vault.store.settle()
        try close()
    }

    /// Completes a change of the master key that was cut short after the keys were wrapped anew.
    static func finishRotation(
        _ premises: LedgerPremises, wrapped: [String: [UInt8]], register: RecordID, isWritable: Bool
    ) throws -> Vault {
        guard let next = try premises.papers.read(.nextMasterKey) else { throw LedgerFailure.wrongMasterKey }
        let keys = try RegisterKeys(wrapped: wrapped, master: MasterKey(file: next), register: register)
        if isWritable { try premises.papers.rename(.nextMasterKey, to: .masterKey) }
        return Vault(store: premises.vault, keys: keys)
    }
}

extension Vault {
    /// Wraps all keys under another master key, in one transaction.
    func wrap(under next: MasterKey) throws {
        try store.write { connection in
            let registerKeys = Dictionary(
                uniqueKeysWithValues: try connection.all(KeyTable.selectRegisterKeys) { ($0.text(0), $0.byteArray(1)) })
            let raw = try RegisterKeys.unwrap(registerKeys, under: keys.master)
            for (name, bytes) in try RegisterKeys.wrap(raw, under: next).sorted(by: { $0.key < $1.key }) {
                try connection.execute(KeyTable.updateRegisterKey, [.bytes(bytes), .text(name)])
            }
            var last = ""
            while true {
                let rows = try connection.all(KeyTable.selectPersonKeysAfter, [.text(last)]) {
                    ($0.text(0), $0.byteArray(1))
                }
                guard let end = rows.last?.0 else { return }
                for (id, wrapped) in rows { try rewrap(id, wrapped, under: next, connection) }
                last = end
            }
        }
    }

    private func rewrap(
        _ id: String, _ wrapped: [UInt8], under next: MasterKey, _ connection: any StoreConnection
    ) throws {
        guard let person = RecordID(id) else { throw LedgerFailure.wrongMasterKey }
        guard let raw = KeyWrapping.open(wrapped, under: keys.master.key, for: Vault.use(person)) else {
            throw LedgerFailure.damagedKey(person: person)
        }
        let sealed = try KeyWrapping.seal(raw, under: next.key, for: Vault.use(person))
        try connection.execute(KeyTable.updatePersonKey, [.bytes(sealed), .text(id)])
    }
}
