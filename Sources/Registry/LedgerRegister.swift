package import Ledger
package import Mechanisms
package import Vocabulary

/// The ledger as the interpreter sees it: everything, for imports and figures under a grant for the whole register.
package struct LedgerRegister: Register {
    let ledger: Ledger

    /// Reads `ledger` as it is at each question.
    package init(ledger: Ledger) { self.ledger = ledger }

    package func state(of record: RecordID) throws -> RecordState? { try ledger.record(record) }

    package func mechanism(of record: RecordID) throws -> String? { try ledger.record(record)?.mechanism }

    package func isLinked(_ record: RecordID, from mechanism: String, field: String) throws -> Bool {
        try ledger.records(linkedTo: record, by: field).contains { $0.mechanism == mechanism }
    }

    package func records(
        of mechanism: String, naming record: RecordID, in field: String
    ) throws -> [RecordState] {
        try ledger.records(linkedTo: record, by: field).filter { $0.mechanism == mechanism }
    }

    package func steps(of record: RecordID) throws -> [StepTaken] {
        try ledger.history(of: record).map {
            StepTaken($0.draft.kind, by: $0.account, changes: $0.draft.changes)
        }
    }

    package func isBeside(_ record: RecordID, _ other: RecordID) throws -> Bool {
        try ledger.records(pointingTo: other).contains { third in
            third.fields.values.contains { $0.linked.contains(record) }
        }
    }
}
