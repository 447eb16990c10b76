import Access
import Ledger
import Mechanisms
import Vocabulary

extension Registry {
    /// All records of a mechanism that the one who asks may read, in the order of their ids.
    ///
    /// NB: fields above their ceiling are among them: only for what reads none but open ones.
    func readable(_ name: String, _ asking: Asking) throws -> [RecordState] {
        let mechanism = try mechanism(name)
        let records = try ledger.records(of: name)
        // Where everybody may read all of them, no row has to be looked at for it.
        let reach = policy.reach(of: asking.actor, .read, mechanism, for: asking.purpose)
        let isAll = reach.clause(for: [.none], isClosed: true) != nil
        let known =
            isAll
            ? records
            : try ledger.rows(records, for: asking.actor).filter {
                mayDo(asking, .read, Standpoint(row: $0, mechanism: mechanism))
            }.map(\.record)
        return try known.compactMap { try ledger.record($0) }
    }
}
