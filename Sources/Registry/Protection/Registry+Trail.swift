import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// Who read, listed, found, exported, changed or erased a person's record and the records about them, or was refused
    /// them, the first one first. Looking is itself written down.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` where there is no such person, where they are out of reach, and for whoever
    ///   reviews nothing.
    package func accessTrail(of person: RecordID, _ asking: Asking) throws -> [AccessLine] {
        let (review, grant, _) = try reviewing(person, asking)
        var lines = try trailLines(of: person, of: personName, under: grant)
        var seen = Set(lines.map(\.sequence))
        var records = [person]
        for beside in try ledger.records(pointingTo: person) {
            guard let standpoint = try standpoint(of: asking.actor, to: beside.record),
                case .success(let grant) = policy.decide(
                    asking.actor, .read, on: standpoint.target, for: asking.purpose)
            else { continue }
            records.append(beside.record)
            // One list or export that names several of them is one look.
            lines += try trailLines(of: beside.record, of: beside.mechanism, under: grant).filter {
                seen.insert($0.sequence).inserted
            }
        }
        try ledger.note([Ledger.Shown(.review, of: records, mechanism: personName, filters: [], under: review)])
        return lines.sorted { $0.sequence < $1.sequence }
    }

    /// Leave to review and to read the record of a person; either missing is one refusal, and written down.
    func reviewing(
        _ person: RecordID, _ asking: Asking, _ action: Action = .review
    ) throws -> (review: Grant, read: Grant, at: Standpoint) {
        guard case .success(let review) = policy.decide(asking.actor, action, for: asking.purpose) else {
            try writeRemark(.refuse, on: person, by: asking, action, code: RegistryRefusal.notFound.code)
            throw RegistryRefusal.notFound
        }
        let (read, standpoint) = try leave(asking, .read, on: person)
        guard standpoint.mechanism.subject == .itself else { throw RegistryRefusal.notFound }
        return (review, read, standpoint)
    }

    /// Under leave to read the record: reasons are free text.
    func trailLines(of record: RecordID, of mechanism: String, under grant: Grant) throws -> [AccessLine] {
        try ledger.trail(of: record).map { AccessLine($0, of: record, mechanism, directory, under: grant) }
    }

    /// The mechanism of persons.
    var personName: String { book.mechanisms.first { $0.subject == .itself }?.name ?? "" }
}

extension AccessLine {
    fileprivate init(
        _ entry: TrailEvent, of record: RecordID, _ mechanism: String, _ directory: Directory, under grant: Grant
    ) {
        let (event, draft) = (entry.event, entry.event.draft)
        sequence = event.sequence
        recordedAt = event.recordedAt
        self.record = record
        self.mechanism = mechanism
        account = event.account
        function = event.function
        organisation = event.organisation.flatMap { RecordID($0) }.flatMap { directory.organisations[$0]?.name }
        purpose = entry.purpose
        rule = entry.rule
        func code(_ name: String) -> String? {
            if case .code(let code)? = draft.changes[name] { code } else { nil }
        }
        relation = draft.version > 0 ? nil : code("relation")
        if draft.version > 0 {
            what = .changed(transition: draft.kind, state: draft.state, version: draft.version)
            fields = draft.changes.keys.sorted()
        } else {
            what =
                code("refusal").map { .refused(action: code("action") ?? "", code: $0) } ?? .accessed(kind: draft.kind)
            fields = if case .codes(let names)? = draft.changes["fields"] { names } else { [] }
        }
        reason = grant.ceiling >= .confidential ? draft.reason : nil
    }
}
