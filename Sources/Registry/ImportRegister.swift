import Ledger
import Mechanisms
import Vocabulary

/// The ledger as an import sees it, with what its own rows share on top: what it opened may still wait in a batch, and
/// what an earlier import opened is asked for again and again.
final class ImportRegister: Register {
    /// Names of the mechanisms of which the import opened something.
    var opened: Set<String> = []
    private let base: Judgement
    private var mechanisms: [RecordID: String] = [:]

    init(_ base: Judgement) { self.base = base }

    func know(_ record: RecordID, as mechanism: String) { mechanisms[record] = mechanism }

    func state(of record: RecordID) throws -> RecordState? { try base.state(of: record) }

    func mechanism(of record: RecordID) throws -> String? {
        if let mechanism = mechanisms[record] { return mechanism }
        let mechanism = try base.mechanism(of: record)
        if let mechanism { mechanisms[record] = mechanism }
        return mechanism
    }

    func isLinked(_ record: RecordID, from mechanism: String, field: String) throws -> Bool {
        try base.isLinked(record, from: mechanism, field: field)
    }

    func records(of mechanism: String, naming record: RecordID, in field: String) throws -> [RecordState] {
        try base.records(of: mechanism, naming: record, in: field)
    }

    func steps(of record: RecordID) throws -> [StepTaken] { try base.steps(of: record) }

    func isBeside(_ record: RecordID, _ other: RecordID) throws -> Bool { try base.isBeside(record, other) }
}
