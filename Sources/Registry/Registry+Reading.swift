import Access
import Ledger
package import Mechanisms
package import Vocabulary

extension Registry {
    /// A record as the one who asks may see it; the reading is written down first.
    ///
    /// - Parameter position: The record as it was at that place of the ledger; nil for now. Relations are those of now:
    ///   who may no longer see a record may not see its past either.
    /// - Throws: ``RegistryRefusal/notFound``, or the ledger's failure.
    package func read(_ record: RecordID, _ asking: Asking, asOf position: Int64? = nil) throws -> RecordView {
        let (grant, standpoint) = try leave(asking, .read, on: record)
        guard let state = try opened(record, under: grant, asOf: position) else { throw RegistryRefusal.notFound }
        return RecordView(
            state, at: standpoint, under: grant, hiding: try blindness(of: asking, to: standpoint)?.fields ?? [])
    }

    /// What may be done with a record now, and why the rest may not; reads nothing of its contents.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` as ``read(_:_:asOf:)``.
    package func offers(on record: RecordID, _ asking: Asking) throws -> [Offer] {
        let (_, standpoint) = try leave(asking, .list, on: record)
        let writing = policy.decide(asking.actor, .write, on: standpoint.target, for: asking.purpose)
        return standpoint.mechanism.transitions.filter { !$0.opensRecord }.map { transition in
            var obstacles: [Offer.Obstacle] = []
            if case .failure = writing { obstacles.append(.policy) }
            if !transition.by.contains(asking.actor.function) { obstacles.append(.function) }
            if !transition.from.contains(standpoint.row.state) { obstacles.append(.state(transition.from)) }
            return Offer(transition: transition, obstacles: obstacles)
        }
    }

    /// The ways in which the one who asks may open a record of a mechanism; empty where they may not.
    package func openings(of mechanism: Mechanism, _ asking: Asking) -> [Transition] {
        guard (try? leaveToOpen(asking, mechanism)) != nil else { return [] }
        return mechanism.transitions.filter { $0.opensRecord && $0.by.contains(asking.actor.function) }
    }

    /// The mechanisms whose records the one who asks may list, in the order of the book.
    package func visibleMechanisms(_ asking: Asking) -> [Mechanism] {
        book.mechanisms.filter { mechanism in
            policy.reach(of: asking.actor, .list, mechanism, for: asking.purpose).grant != nil
        }
    }
}

/// One step of a record, and what stands in its way for one actor; none: it may be taken.
package struct Offer: Sendable {
    package let transition: Transition
    package let obstacles: [Obstacle]

    package var isOpen: Bool { obstacles.isEmpty }

    package enum Obstacle: Sendable, Hashable {
        /// The policy gives no leave to write to this record.
        case policy
        /// The step is for other functions.
        case function
        /// The record would have to be in one of these states.
        case state([String])
    }
}
