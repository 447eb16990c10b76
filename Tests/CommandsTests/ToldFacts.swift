import Counting
import Mechanisms
import Testing
import Vocabulary

@testable import Commands

/// Facts told one by one, and counted as the program counts those of a register with the book that it comes with.
struct ToldFacts {
    private let program: RegisterCounter
    private var facts: Facts
    private var sequence: Int64 = 0
    private let effective: Period

    /// - Parameter day: On which everything took effect.
    init(on day: String) throws {
        program = RegisterCounter(
            register: RegisterFolder(), book: try BookLoader(resources: Resources.find()).book())
        facts = Facts(lists: try program.countingLists())
        effective = try #require(Period(day))
    }

    var counter: Counter { get throws { Counter(facts: facts, settings: try program.settings()) } }

    /// - Returns: The record that was opened in that state.
    mutating func tell(_ mechanism: String, _ state: String, _ changes: [String: FieldValue]) throws -> RecordID {
        sequence += 1
        let record = RecordID(high: UInt64(sequence), low: 1)
        let draft = EventDraft(
            mechanism: mechanism, record: record, version: 1, kind: "opened", state: state, changes: changes,
            effective: effective)
        try facts.fold(
            Event(
                sequence: sequence, recordedAt: Timestamp(milliseconds: sequence), account: "a",
                function: "caseworker", organisation: nil, draft: draft))
        return record
    }
}
