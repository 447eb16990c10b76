import Access
import Ledger
import Mechanisms
import Vocabulary

extension Registry {
    /// All records of a mechanism that the one who asks may read, in the order of their ids, with their open fields: what
    /// lies above those is for ``read(_:_:asOf:)``, which asks how far they may see.
    func readable(_ name: String, _ asking: Asking) throws -> [RecordState] {
        let mechanism = try mechanism(name)
        let states = try ledger.records(of: name).compactMap { try ledger.record($0) }
        let closed = states.filter { mechanism.closedStates.contains($0.state) }.map(\.record)
        let hidden = try hidden(among: states.lazy.map(\.record), closed: Set(closed), of: mechanism, asking)
        let above = Set(mechanism.fields.filter { $0.sensitivity > .open }.map(\.name))
        return states.lazy.filter { !hidden.contains($0.record) }.map { $0.without(above) }
    }
}
