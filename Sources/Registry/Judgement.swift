import Ledger
import Mechanisms
import Vocabulary

/// The register as one decision sees it: it remembers what it answered of other records, so that the ledger can ask the
/// same again at the moment of the write.
///
/// What is found missing is not remembered: it leads to a refusal, which writes nothing.
final class Judgement: Register {
    private(set) var grounds: Grounds
    private let base: LedgerRegister

    /// - Parameter ledger: Read as it is at each question.
    init(of ledger: Ledger) throws {
        base = LedgerRegister(ledger: ledger)
        grounds = Grounds(from: try ledger.position().sequence)
    }

    func note(_ ground: Ground) { grounds.found.insert(ground) }

    /// What commands rest on beside the records that they change: whose versions they name themselves.
    func grounds(beside commands: [Command]) -> Grounds {
        if grounds.found.isEmpty { return grounds }
        let changed = Set(commands.map(\.record))
        let found = grounds.found.filter { ground in
            if case .version(let record, _) = ground { !changed.contains(record) } else { true }
        }
        return Grounds(from: grounds.from, found: found)
    }

    /// Begins another decision, which rests on nothing of the last one.
    ///
    /// - Parameter position: An end of the ledger from before its first question.
    func begin(from position: Int64) { grounds = Grounds(from: position) }

    func state(of record: RecordID) throws -> RecordState? {
        let state = try base.state(of: record)
        if let state { note(.version(record, state.version)) }
        return state
    }

    func mechanism(of record: RecordID) throws -> String? { try base.mechanism(of: record) }

    func isLinked(_ record: RecordID, from mechanism: String, field: String) throws -> Bool {
        try pointing(to: record, by: field).contains { $0.mechanism == mechanism }
    }

    func records(of mechanism: String, naming record: RecordID, in field: String) throws -> [RecordState] {
        try pointing(to: record, by: field).filter { $0.mechanism == mechanism }
    }

    func steps(of record: RecordID) throws -> [StepTaken] { try base.steps(of: record) }

    /// The records that point to another by a field now.
    func pointing(to record: RecordID, by field: String) throws -> [RecordState] {
        let pointing = try base.ledger.records(linkedTo: record, by: field)
        note(.pointing(to: record, by: field, Judgement.versions(pointing)))
        return pointing
    }

    func isBeside(_ record: RecordID, _ other: RecordID) throws -> Bool {
        let pointing = try base.ledger.records(pointingTo: other)
        note(.pointing(to: other, by: nil, Judgement.versions(pointing)))
        return pointing.contains { third in third.fields.values.contains { $0.linked.contains(record) } }
    }

    private static func versions(_ states: [RecordState]) -> [RecordID: Int] {
        Dictionary(states.map { ($0.record, $0.version) }) { first, _ in first }
    }
}
