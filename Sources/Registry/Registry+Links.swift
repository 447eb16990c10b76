import Access
import Ledger
import Mechanisms
package import Vocabulary

/// One record that another names, or that names it.
package struct RecordLink: Sendable, Hashable {
    /// The field that links, of the record that names the other.
    package let field: String
    /// Whether the record that was asked about names the other one.
    package let isFromHere: Bool
    /// Of the other record, as is all that follows.
    package let mechanism: String
    package let record: RecordID
    package let state: String
}

extension Registry {
    /// The records that a record names and those that name it, each only where the one who asks may know of it and may
    /// see the field that links; a reading that is written down.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` as ``read(_:_:asOf:)``.
    package func links(of record: RecordID, _ asking: Asking) throws -> [RecordLink] {
        let view = try read(record, asking)
        var links: [RecordLink] = []
        for field in view.fields {
            guard case .shown(let value) = field.content else { continue }
            for named in value.linkedRecords {
                if let link = try link(to: named, by: field.name, isFromHere: true, asking) { links.append(link) }
            }
        }
        for source in try ledger.records(pointingTo: record) where source.record != record {
            guard let mechanism = book.mechanism(source.mechanism) else { continue }
            for field in mechanism.fields where source.fields[field.name]?.linkedRecords.contains(record) == true {
                let link = try link(
                    to: source.record, by: field.name, isFromHere: false, asking, showing: field.sensitivity)
                if let link { links.append(link) }
            }
        }
        return links.sorted {
            ($0.mechanism, $0.record, $0.field) < ($1.mechanism, $1.record, $1.field)
        }
    }

    private func link(
        to record: RecordID, by field: String, isFromHere: Bool, _ asking: Asking, showing level: Sensitivity = .open
    ) throws -> RecordLink? {
        guard let standpoint = try standpoint(of: asking.actor, to: record),
            case .success(let grant) = policy.decide(asking.actor, .list, on: standpoint.target, for: asking.purpose),
            grant.ceiling >= level
        else { return nil }
        return RecordLink(
            field: field, isFromHere: isFromHere, mechanism: standpoint.mechanism.name, record: record,
            state: standpoint.state.state)
    }
}

extension FieldValue {
    /// The records that a link names; none for any other value.
    fileprivate var linkedRecords: [RecordID] {
        switch self {
        case .link(let record): [record]
        case .links(let records): records
        default: []
        }
    }
}
