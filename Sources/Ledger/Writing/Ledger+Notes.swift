package import Access
import Mechanisms
package import Vocabulary

extension Ledger {
    /// Writes down what a check of the whole ledger found.
    ///
    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)`` unless the grant lets verify.
    package func note(_ found: Verification, under grant: Grant) throws {
        try Ledger.require(.verify, grant)
        let draft = LedgerEvent.draft(
            LedgerEvent.verify, about: register, at: clock(),
            changes: [
                "sound": .boolean(found.isSound), "complete": .boolean(found.isComplete),
                "events": .integer(Int(found.events)), "checkpoints": .integer(found.checkpoints),
                "faults": .integer(found.faults.count),
            ])
        try appendOwn([draft], under: grant)
    }

    /// Writes down that a file was brought in: who, for whom, and by what leave stand on the event as on any other.
    ///
    /// - Parameters:
    ///   - isEnd: Whether it came to its end; a beginning without one was broken off.
    ///   - source: Name, version and hash of the source description; never the name of the file, which people choose.
    ///   - figures: How many rows had which fate, by name: `rows-read`.
    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)`` unless the grant is one to import.
    package func noteImport(
        isEnd: Bool, of source: (name: String, version: String, hash: String), outcome: String? = nil,
        figures: [String: Int] = [:], under grant: Grant
    ) throws {
        guard grant.action == .importRecords else {
            throw LedgerFailure.otherGrant(given: grant.action, needed: .importRecords)
        }
        var changes = figures.mapValues { FieldValue.integer($0) }
        changes["source"] = .text(source.name)
        changes["version"] = .text(source.version)
        changes["description"] = .text(source.hash)
        changes["outcome"] = outcome.map { .code($0) }
        let kind = isEnd ? LedgerEvent.endImport : LedgerEvent.beginImport
        try appendOwn([LedgerEvent.draft(kind, about: register, at: clock(), changes: changes)], under: grant)
    }

    /// What is written down of somebody who was shown nothing of a record.
    package enum Remark: String, Sendable, CaseIterable {
        /// They asked for what they may not have.
        case refuse
        /// They asked which rule decides over it.
        case explain
    }

    /// Writes down that somebody was refused, or asked why. It asks for no grant, since there is none.
    ///
    /// - Parameters:
    ///   - actor: Whose doing.
    ///   - action: What they wanted to do.
    ///   - record: With which record, whether it is there or not; nil for the register or a mechanism as a whole.
    ///   - code: Of the refusal: `R101`.
    /// - Throws: ``LedgerFailure/closedFor(action:)`` where the ledger is not open for writing.
    package func note(
        _ remark: Remark, by actor: Actor, _ action: Action, of record: RecordID?, for purpose: Purpose, code: String
    ) throws {
        guard isWritable else { throw LedgerFailure.closedFor(action: action) }
        let now = clock()
        let draft = LedgerEvent.draft(
            remark.rawValue, about: record ?? register, at: now,
            changes: ["action": .code(action.rawValue), "refusal": .code(code)])
        let batch = try EventPreparation(vault: vault).prepare([[draft]])
        let sequence = try events.write { connection in
            let last = try Ledger.position(connection, register: register)
            let stamp = EventStamp(
                account: actor.account, function: actor.function.rawValue,
                organisation: actor.organisation?.description, purpose: purpose.rawValue, rule: "none", now: now,
                last: last.recordedAt)
            var writer = try TransactionWriter(connection, after: last, stamp: stamp, for: batch, rules: rules)
            _ = try writer.write(batch.groups[0], of: batch)
            try writer.flush()
            return last.sequence + 1
        }
        try checkpointIfDue(at: sequence)
    }
}
