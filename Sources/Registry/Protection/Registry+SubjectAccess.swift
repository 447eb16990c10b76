import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// Puts together what is held on a person, under leave to review and to export each record; written down as an event
    /// of its own beside the export of each.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` where there is no such person, where they are out of reach, and for whoever
    ///   reviews nothing.
    package func subjectAccess(to person: RecordID, _ asking: Asking) throws -> SubjectAccess {
        let (review, _, _) = try reviewing(person, asking)
        let subjects = try samePersons(as: person, asking)
        let collection = try SubjectCollection(of: subjects, self, asking)
        // Who looked before: putting it together is itself a look.
        let trail = try subjects.sorted().flatMap { try accessTrail(of: $0, asking) }
        let parts = try collection.records.compactMap { try part($0, collection, asking) }
        try ledger.note([
            Ledger.Shown(
                .subjectAccess, of: parts.map(\.view.record), mechanism: personName, filters: [], under: review)
        ])
        return SubjectAccess(
            parts: parts, recipients: SubjectAccess.Recipient.all(in: trail),
            leftOut: collection.leftOut + collection.records.count - parts.count,
            marking: parts.map(\.view.marking).max() ?? .restricted)
    }

    /// The person and those whom the register holds to be the same one, as far as the one who asks may read them.
    private func samePersons(as person: RecordID, _ asking: Asking) throws -> Set<RecordID> {
        var found: Set<RecordID> = [person]
        var waiting = [person]
        while let next = waiting.popLast() {
            for join in try ledger.records(pointingTo: next)
            where join.mechanism == "same-person" && join.state == "asserted" {
                for other in join.fields.values.flatMap(\.linked)
                where try !found.contains(other) && mayDo(asking, .export, to: other) {
                    found.insert(other)
                    waiting.append(other)
                }
            }
        }
        return found
    }

    private func part(
        _ record: RecordID, _ collection: SubjectCollection, _ asking: Asking
    ) throws -> SubjectAccess.Part? {
        guard try mayDo(asking, .export, to: record) else { return nil }
        let view = try export(record, asking)
        guard let mechanism = book.mechanism(view.mechanism), let opening = try ledger.history(of: record).first else {
            return nil
        }
        let (masked, names) = collection.masking(view, of: mechanism)
        return SubjectAccess.Part(
            view: masked, masked: names, recordedAt: opening.recordedAt, function: opening.function,
            organisation: opening.organisation.flatMap { RecordID($0) }.flatMap { directory.organisations[$0]?.name },
            isImported: opening.draft.origin != nil, retention: try retention(of: masked, mechanism))
    }
}

extension SubjectAccess.Recipient {
    /// Whoever looked, by organisation and function, most often first.
    static func all(in trail: [AccessLine]) -> [SubjectAccess.Recipient] {
        struct Key: Hashable {
            let organisation: String?
            let function: String
        }
        let looks = trail.filter { line in
            if case .accessed(let kind) = line.what { SubjectAccess.Recipient.looks.contains(kind) } else { false }
        }
        return Dictionary(grouping: looks) { Key(organisation: $0.organisation, function: $0.function) }
            .compactMap { key, lines in
                lines.map(\.recordedAt).max().map { last in
                    SubjectAccess.Recipient(
                        organisation: key.organisation, function: key.function,
                        purposes: Set(lines.map(\.purpose)).sorted(), times: lines.count, last: last)
                }
            }.sorted { left, right in
                left.times == right.times
                    ? (left.organisation ?? "", left.function) < (right.organisation ?? "", right.function)
                    : left.times > right.times
            }
    }

    private static let looks: Set<String> = [
        LedgerEvent.read, LedgerEvent.list, LedgerEvent.search, LedgerEvent.export,
    ]
}
