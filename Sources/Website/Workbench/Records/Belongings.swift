import Mechanisms
import Registry
import Vocabulary

/// What belongs to a record: the records that name it, and the persons whom those name.
enum Belongings {
    /// Each once, as lists show them, only those that the one who asks may know of.
    static func of(_ view: RecordView, _ visit: Visit) throws -> [RecordView] {
        let beside = try visit.registry.neighbours(of: view, visit.asking).filter { !$0.isFromHere }.map(\.view)
        var seen: Set<RecordID> = [view.record]
        let own = beside.filter { seen.insert($0.record).inserted }
        let named = own.flatMap { row in row.fields.flatMap { row.value($0.name)?.linked ?? [] } }
        let persons = try visit.registry.listed(Set(named).subtracting(seen), visit.asking).values
            .filter { $0.mechanism == "person" }.sorted { $0.record < $1.record }
        return own + persons
    }
}
