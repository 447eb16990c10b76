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
        let states = try ledger.records(of: name).compactMap { try ledger.record($0) }
        let closed = states.filter { mechanism.closedStates.contains($0.state) }.map(\.record)
        let hidden = try hidden(among: states.lazy.map(\.record), closed: Set(closed), of: mechanism, asking)
        return hidden.isEmpty ? states : states.filter { !hidden.contains($0.record) }
    }
}
