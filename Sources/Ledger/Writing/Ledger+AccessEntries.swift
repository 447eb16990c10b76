import Access
import Mechanisms
import Vocabulary

extension Ledger {
    /// Writes down what happened at the door. What is written when this returns survives `kill -9`.
    ///
    /// It asks for no grant, since most of it is about those who have none; in return it takes a closed list of kinds
    /// and no record of any mechanism, so that nothing else can be written this way. The events are about the register.
    ///
    /// - Throws: ``LedgerFailure/closedFor(action:)`` where the ledger is not open for writing; the store's refusal.
    package func recordAccess(_ entries: [AccessEntry]) throws {
        guard isWritable else { throw LedgerFailure.closedFor(action: .write) }
        guard !entries.isEmpty else { return }
        let now = clock()
        let batch = try EventPreparation(vault: vault).prepare(entries.map { [draft($0, at: now)] })
        let sequence = try events.write { connection in
            var end = try Ledger.position(connection, register: register)
            for (place, entry) in entries.enumerated() {
                let stamp = EventStamp(
                    account: entry.account, function: FunctionKind.public.rawValue, organisation: nil,
                    purpose: Purpose.administration.rawValue, rule: "door-is-recorded", now: now, last: end.recordedAt)
                var writer = try TransactionWriter(connection, after: end, stamp: stamp, for: batch, rules: rules)
                _ = try writer.write(batch.groups[place], of: batch)
                try writer.flush()
                end = try Ledger.position(connection, register: register)
            }
            return end.sequence
        }
        try checkpointIfDue(at: sequence)
    }

    private func draft(_ entry: AccessEntry, at moment: Timestamp) -> EventDraft {
        var changes = entry.particulars.mapValues { FieldValue.code($0) }
        changes["subject"] = entry.subject.map { .code($0) }
        return LedgerEvent.draft(entry.kind.rawValue, about: register, at: moment, changes: changes)
    }
}
