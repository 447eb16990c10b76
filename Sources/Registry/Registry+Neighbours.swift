import Access
import Ledger
import Mechanisms
package import Vocabulary

/// A record beside another one, as the one who asks may see it in a list.
package struct Neighbour: Sendable, Hashable {
    /// The field that links, of the record that names the other.
    package let field: String
    /// Whether the record that was asked about names this one.
    package let isFromHere: Bool
    /// Name, filters and due dates; nothing else.
    package let view: RecordView
}

extension Registry {
    /// Records as lists show them, each only where the one who asks may know of it: to name them beside one another.
    /// More than open fields is written down, as a list is.
    package func listed(_ records: some Sequence<RecordID>, _ asking: Asking) throws -> [RecordID: RecordView] {
        var views: [RecordID: RecordView] = [:]
        for record in Set(records) {
            guard let standpoint = try standpoint(of: asking.actor, to: record) else { continue }
            views[record] = try listed(at: standpoint, .list, asking)
        }
        for (name, rows) in Dictionary(grouping: views.values, by: \.mechanism).sorted(by: { $0.key < $1.key }) {
            guard let mechanism = book.mechanism(name),
                let grant = policy.reach(of: asking.actor, .list, mechanism, for: asking.purpose).grant
            else { continue }
            try writeListing(rows, of: mechanism, ListRequest(name), under: grant, asking)
        }
        return views
    }

    /// The records that a record names and those that name it, each only where the one who asks may know of it and may
    /// see the field that links. In the order of the book, newest first.
    ///
    /// - Parameter view: What ``read(_:_:asOf:)`` gave: whoever has it has read the record.
    package func neighbours(of view: RecordView, _ asking: Asking) throws -> [Neighbour] {
        var links: [(field: String, isFromHere: Bool, record: RecordID)] = view.fields.flatMap { field in
            view.value(field.name).map { $0.linked.map { (field.name, true, $0) } } ?? []
        }
        for source in try ledger.records(pointingTo: view.record) where source.record != view.record {
            let fields = book.mechanism(source.mechanism)?.fields ?? []
            for field in fields where source.fields[field.name]?.linked.contains(view.record) == true {
                guard try maySee(field, of: source.record, asking) else { continue }
                links.append((field.name, false, source.record))
            }
        }
        let views = try listed(links.map(\.record), asking)
        let places = Dictionary(
            book.mechanisms.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        return links.compactMap { link in
            views[link.record].map { Neighbour(field: link.field, isFromHere: link.isFromHere, view: $0) }
        }.sorted { left, right in
            let place = (places[left.view.mechanism] ?? 0, places[right.view.mechanism] ?? 0)
            return place.0 == place.1 ? left.view.record > right.view.record : place.0 < place.1
        }
    }

    private func maySee(_ field: Field, of record: RecordID, _ asking: Asking) throws -> Bool {
        guard let standpoint = try standpoint(of: asking.actor, to: record),
            case .success(let grant) = policy.decide(asking.actor, .list, on: standpoint.target, for: asking.purpose)
        else { return false }
        return grant.ceiling >= field.sensitivity
    }
}
