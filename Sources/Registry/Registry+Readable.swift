import Access
import Ledger
import Mechanisms
import Vocabulary

extension Registry {
    /// All records of a mechanism that the one who asks may read, in the order of their ids, with their open fields: what
    /// lies above those is for ``read(_:_:asOf:)``, which asks how far they may see.
    func readable(_ name: String, _ asking: Asking) throws -> [RecordState] {
        let mechanism = try mechanism(name)
        guard let kept = try keptRecords[name]?.read(ledger) else { return [] }
        let hidden = try hidden(among: kept.values.keys, closed: kept.closed, of: mechanism, asking)
        return kept.values.values.filter { !hidden.contains($0.record) }.sorted { $0.record < $1.record }
    }
}
