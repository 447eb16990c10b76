import Ledger
import Mechanisms
import Vocabulary

/// The ledger as the interpreter sees it.
struct LedgerRegister: Register {
    let ledger: Ledger

    func state(of record: RecordID) throws -> RecordState? { try ledger.record(record) }

    func mechanism(of record: RecordID) throws -> String? { try ledger.record(record)?.mechanism }

    func isLinked(_ record: RecordID, from mechanism: String, field: String) throws -> Bool {
        try ledger.records(linkedTo: record, by: field).contains { $0.mechanism == mechanism }
    }
}
