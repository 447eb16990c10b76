import Access
import Ledger
import Mechanisms
import Vocabulary

extension Registry {
    /// Which of a mechanism's records the one who asks may not read.
    ///
    /// Where everybody may read all that are open, only closed ones are looked at, one by one.
    ///
    /// - Parameter closed: Those of `records` on which work has ended.
    func hidden(
        among records: some Sequence<RecordID>, closed: Set<RecordID>, of mechanism: Mechanism, _ asking: Asking
    ) throws -> Set<RecordID> {
        let reach = policy.reach(of: asking.actor, .read, mechanism, for: asking.purpose)
        if reach.clause(for: [.none], isClosed: true) != nil { return [] }
        let doubtful = reach.clause(for: [.none], isClosed: false) != nil ? closed : Set(records)
        let seen = try ledger.rows(doubtful.sorted(), for: asking.actor).filter {
            mayDo(asking, .read, Standpoint(row: $0, mechanism: mechanism))
        }
        return doubtful.subtracting(seen.map(\.record))
    }
}
