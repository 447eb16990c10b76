import Mechanisms
import Vocabulary

/// The proof that a backup can be restored: what was found when it was.
package struct Rehearsal: Sendable {
    /// Of the backup's own events; always sound.
    package let verification: Verification
    /// What the manifest beside the backup was signed over; the chain was found to meet it.
    package let checkpoint: Checkpoint
    /// Persons who were erased after the backup was made, and again in the restored ledger.
    package let erasedAgain: Int64
    /// Records by mechanism, as the restored ledger has them.
    package let records: [String: Int]
}

extension Ledger {
    /// How many records there are of each mechanism.
    package func recordsByMechanism() throws -> [String: Int] {
        try events.read { connection in
            var counts: [String: Int] = [:]
            var mechanism: Int64 = 0
            while let next = try connection.first(
                Ledger.selectNextMechanism, [.integer(mechanism)], { $0.kind(0) == .null ? nil : $0.integer(0) }),
                let next
            {
                let count = try connection.first(Ledger.countMechanism, [.integer(next)]) { $0.integer(0) } ?? 0
                let name = try connection.first(WordBook.selectText, [.integer(next)]) { $0.text(0) } ?? ""
                counts[name] = Int(count)
                mechanism = next
            }
            return counts
        }
    }

    static let selectNextMechanism = "SELECT min(mechanism) FROM record WHERE mechanism > :mechanism"
    static let countMechanism = "SELECT count(*) FROM record WHERE mechanism = :mechanism"
}
