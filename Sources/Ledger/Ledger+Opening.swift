package import Access
import Crypto
import Mechanisms
package import Vocabulary

extension Ledger {
    /// How much of the ledger a process needs.
    package enum Opening: Sendable, CaseIterable, Hashable {
        /// Everything; one process at a time.
        case writing
        /// As `writing`, whatever state the derived tables are in: to make them anew.
        case rebuilding
        /// Records, events and checks beside a writer; nothing that would have to be written down.
        case reading
        /// As `reading`, without the master key: for those who count or verify and have no business with identities.
        case readingSealed

        /// Whether events may be added.
        package var isWriting: Bool { self == .writing || self == .rebuilding }
    }

    /// Makes a new ledger: tables, keys, the first event and the first checkpoint.
    ///
    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)``, or the store's refusal where there is one already.
    package static func initialise(
        _ premises: LedgerPremises, rules: ProjectionRules, under grant: Grant,
        clock: @escaping @Sendable () -> Timestamp
    ) throws -> Ledger {
        try require(.initialise, grant)
        let now = clock()
        var random = SystemRandomNumberGenerator()
        let register = RecordID(at: now, using: &random)
        let master = MasterKey.random()
        let (keys, wrapped) = try RegisterKeys.make(under: master, register: register)
        let publicKey = Array(keys.checkpoint.publicKey.rawRepresentation)
        let description = [
            "register": register.description, "checkpoint-key": base64Text(publicKey), "made-at": now.description,
        ]
        try premises.papers.write(master.file, as: .masterKey)
        try premises.vault.create(.vault)
        try premises.vault.write { connection in
            try describe(description, connection)
            for (name, bytes) in wrapped.sorted(by: { $0.key < $1.key }) {
                try connection.execute(KeyTable.insertRegisterKey, [.text(name), .bytes(bytes)])
            }
        }
        try premises.events.create(.ledger)
        try premises.events.write { connection in
            try describe(description, connection)
            try RuleTable.keep(rules, connection)
        }
        let ledger = Ledger(
            register: register, checkpointKey: publicKey, premises: premises,
            vault: Vault(store: premises.vault, keys: keys), rules: rules, isWritable: true, lastCheckpoint: -1,
            clock: clock)
        try ledger.appendOwn([LedgerEvent.draft(LedgerEvent.initialise, about: register, at: now)], under: grant)
        try ledger.checkpoint()
        return ledger
    }

    /// Opens a ledger that is there.
    ///
    /// - Parameter rules: Of the book that is used; derived tables of another book are refused for writing and in lists.
    /// - Throws: ``LedgerFailure/wrongMasterKey``, ``LedgerFailure/vaultOfAnotherRegister``,
    ///   ``LedgerFailure/otherBook(mechanism:)``, or the store's refusal.
    package static func open(
        _ premises: LedgerPremises, for opening: Opening, rules: ProjectionRules,
        clock: @escaping @Sendable () -> Timestamp
    ) throws -> Ledger {
        try premises.events.check(.ledger, mayBeOlder: opening == .rebuilding)
        try premises.vault.check(.vault, mayBeOlder: false)
        let description = try premises.events.read { connection in
            try ["register", "checkpoint-key"].map { name in try described(name, connection) }
        }
        guard let register = RecordID(description[0]), let key = base64Bytes(Array(description[1].utf8)) else {
            throw LedgerFailure.damagedRegister(name: "register")
        }
        let vault =
            opening == .readingSealed
            ? nil : try openVault(premises, register: register, isWritable: opening.isWriting)
        if opening.isWriting { try Checkpoint.repair(in: premises.papers) }
        if opening == .writing { try RuleTable.adopt(rules, premises.events) }
        let last = try Checkpoint.last(in: premises.papers)?.sequence ?? -1
        let ledger = Ledger(
            register: register, checkpointKey: key, premises: premises, vault: vault, rules: rules,
            isWritable: opening.isWriting, lastCheckpoint: last, clock: clock)
        if opening == .writing { try ledger.finishErasures() }
        return ledger
    }

    private static func openVault(
        _ premises: LedgerPremises, register: RecordID, isWritable: Bool
    ) throws -> Vault {
        guard let file = try premises.papers.read(.masterKey) else {
            throw StoreFailure.missing(path: Paper.masterKey.rawValue)
        }
        let wrapped = try premises.vault.read { connection in
            Dictionary(
                uniqueKeysWithValues: try connection.all(KeyTable.selectRegisterKeys) { ($0.text(0), $0.byteArray(1)) })
        }
        do {
            let keys = try RegisterKeys(wrapped: wrapped, master: MasterKey(file: file), register: register)
            return Vault(store: premises.vault, keys: keys)
        } catch LedgerFailure.wrongMasterKey {
            return try finishRotation(premises, wrapped: wrapped, register: register, isWritable: isWritable)
        }
    }

    static func describe(_ description: [String: String], _ connection: any StoreConnection) throws {
        for (name, value) in description.sorted(by: { $0.key < $1.key }) {
            try connection.execute(RegisterTable.insert, [.text(name), .text(value)])
        }
    }

    private static func described(_ name: String, _ connection: any StoreConnection) throws -> String {
        guard let value = try connection.first(RegisterTable.select, [.text(name)], { $0.text(0) }) else {
            throw LedgerFailure.damagedRegister(name: name)
        }
        return value
    }

    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)`` unless the grant is for this action.
    static func require(_ action: Action, _ grant: Grant) throws(LedgerFailure) {
        guard grant.action == action else { throw .otherGrant(given: grant.action, needed: action) }
    }
}
