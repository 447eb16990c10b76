import Access
import Ledger
import Mechanisms
import Synchronization
import Vocabulary

/// What is made of each record of a mechanism, kept between questions and brought up to date from the end of the ledger.
///
/// NB: it knows no policy: whoever asks it leaves out what the one who asks may not read.
final class KeptRecords<Value: Sendable>: Sendable {
    /// The records at one place of the ledger.
    struct Reading: Sendable {
        fileprivate(set) var values: [RecordID: Value] = [:]
        /// Those on which work has ended.
        fileprivate(set) var closed: Set<RecordID> = []
        /// Another number wherever one of them is another than before.
        fileprivate(set) var generation = 0
        fileprivate var place: Int64 = 0
    }

    private let mechanism: Mechanism
    private let value: @Sendable (RecordState) -> Value?
    private let kept = Mutex(Reading())

    /// - Parameter value: Nil for a record that does not count.
    init(of mechanism: Mechanism, _ value: @escaping @Sendable (RecordState) -> Value?) {
        (self.mechanism, self.value) = (mechanism, value)
    }

    /// The records as the ledger has them now: only what changed since the last question is read.
    func read(_ ledger: Ledger) throws -> Reading {
        try kept.withLock { kept in
            let (states, place) = try ledger.changes(of: mechanism.name, after: kept.place)
            for state in states {
                kept.values[state.record] = value(state)
                if mechanism.closedStates.contains(state.state) {
                    kept.closed.insert(state.record)
                } else {
                    kept.closed.remove(state.record)
                }
            }
            if !states.isEmpty { kept.generation += 1 }
            kept.place = place
            return kept
        }
    }
}

extension KeptRecords where Value == RecordState {
    /// Records with their open fields: what lies above those is not kept in memory.
    convenience init(openFieldsOf mechanism: Mechanism) {
        let above = Set(mechanism.fields.filter { $0.sensitivity > .open }.map(\.name))
        self.init(of: mechanism) { $0.without(above) }
    }
}
