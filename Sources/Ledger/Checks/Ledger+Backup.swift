package import Access
import Crypto
import Mechanisms
package import Vocabulary

extension Ledger {
    /// A consistent copy of the ledger while it is in use, with a manifest beside it; it contains no key.
    ///
    /// - Parameter path: A file that does not exist yet.
    /// - Returns: The checkpoint that the copy meets.
    package func backup(to path: String, under grant: Grant) throws -> Checkpoint {
        try Ledger.require(.backup, grant)
        let checkpoint = try checkpoint()
        var digest = SHA256()
        try events.copy(to: path) { digest.update(bufferPointer: $0) }
        let manifest = BackupManifest(checkpoint: checkpoint, fileHash: hexadecimalText(digest.finalize()))
        try papers.writeManifest(manifest.bytes, besides: path)
        return checkpoint
    }

    /// A copy of the key vault: still wrapped by the master key, to be kept apart from both, and replaced rather than
    /// collected, since an old copy holds the keys of persons erased later (docs/handbook/keys.md).
    package func backupKeys(to path: String, under grant: Grant) throws {
        try Ledger.require(.backup, grant)
        guard let vault else { throw LedgerFailure.closedFor(action: .backup) }
        try vault.store.copy(to: path) { _ in }
    }

    /// Restores a backup and proves it before it takes the place of anything: file hash, signature, every event,
    /// every derived table. Erasures that the key vault knows of are applied again. The restoration is an event.
    ///
    /// - Returns: What the proof of the backup's own events found; always sound.
    /// - Throws: ``LedgerFailure/brokenBackup(reason:)``, and nothing was changed.
    package static func restore(
        at site: any RestorationSite, rules: ProjectionRules, under grant: Grant,
        clock: @escaping @Sendable () -> Timestamp
    ) throws -> Verification {
        try require(.restore, grant)
        do {
            let proof = try restoreAndProve(site, rules, grant, clock)
            try site.accept()
            return proof.verification
        } catch {
            site.discard()
            throw error
        }
    }

    /// Restores a backup as ``restore(at:rules:under:clock:)`` would, proves it, and leaves nothing of it behind.
    ///
    /// - Throws: ``LedgerFailure/brokenBackup(reason:)``
    package static func rehearse(
        at site: any RestorationSite, rules: ProjectionRules, under grant: Grant,
        clock: @escaping @Sendable () -> Timestamp
    ) throws -> Rehearsal {
        try require(.restore, grant)
        defer { site.discard() }
        return try restoreAndProve(site, rules, grant, clock)
    }

    private static func restoreAndProve(
        _ site: any RestorationSite, _ rules: ProjectionRules, _ grant: Grant,
        _ clock: @escaping @Sendable () -> Timestamp
    ) throws -> Rehearsal {
        guard let manifest = try site.manifest().flatMap({ BackupManifest($0) }) else {
            throw LedgerFailure.brokenBackup(reason: "its manifest is missing or cannot be read")
        }
        var digest = SHA256()
        let premises: LedgerPremises
        do { premises = try site.stage { digest.update(bufferPointer: $0) } } catch let failure as StoreFailure {
            // Cut off, or no database at all: the engine sees it before the sum is compared.
            guard failure.isOfTheFile, hexadecimalText(digest.finalize()) != manifest.fileHash else { throw failure }
            throw LedgerFailure.brokenBackup(reason: "its bytes are not those that were written")
        }
        guard hexadecimalText(digest.finalize()) == manifest.fileHash else {
            throw LedgerFailure.brokenBackup(reason: "its bytes are not those that were written")
        }
        try premises.papers.append(Array("\(manifest.checkpoint.line)\n".utf8), to: .checkpoints)
        let ledger = try open(premises, for: .rebuilding, rules: rules, clock: clock)
        let verification = try ledger.verify()
        // A backup of an older version, or of another book, has the same events; the rest is made again from them.
        if verification.isSound, try !ledger.fits() { _ = try ledger.remake() }
        // Erasures first: tokens of persons whose key is gone could not be made again for the comparison.
        if verification.isSound { try ledger.applyErasures(under: grant) }
        let faults = try verification.faults + ledger.verify(projections: true).faults
        if let fault = faults.first { throw LedgerFailure.brokenBackup(reason: fault.message) }
        let end = try ledger.position()
        guard try ledger.position(at: manifest.checkpoint.sequence)?.hash == manifest.checkpoint.hash else {
            throw LedgerFailure.brokenBackup(reason: "its events are not those that its manifest was signed over")
        }
        let records = try ledger.recordsByMechanism()
        let draft = LedgerEvent.draft(LedgerEvent.restore, about: ledger.register, at: clock())
        try ledger.appendOwn([draft], under: grant)
        try ledger.close()
        return Rehearsal(
            verification: verification, checkpoint: manifest.checkpoint,
            erasedAgain: end.sequence - verification.events,
            records: records)
    }

    /// Whether the derived tables are of this version and book.
    private func fits() throws -> Bool {
        do {
            try events.check(.ledger, mayBeOlder: false)
        } catch StoreFailure.otherSchema {
            return false
        }
        return try events.read { try RuleTable.unfit(rules, $0) } == nil
    }

    /// Erases again whom the key vault knows to have been erased after the backup was made.
    private func applyErasures(under grant: Grant) throws {
        guard let vault else { return }
        let missing = try vault.destroyed().subtracting(try erased()).sorted()
        let drafts = try missing.filter { try record($0) != nil }.map {
            LedgerEvent.draft(
                LedgerEvent.erase, about: $0, at: clock(), reason: "applied again after restoring a backup")
        }
        if !drafts.isEmpty { try appendOwn(drafts, under: grant) }
    }
}

extension StoreFailure {
    /// Whether it speaks of what is in the file, and not of the disk or of somebody else's lock.
    fileprivate var isOfTheFile: Bool {
        switch self {
        case .notOurs, .otherSchema, .damaged: true
        default: false
        }
    }
}
