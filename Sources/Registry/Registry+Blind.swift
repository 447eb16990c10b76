import Access
import Ledger
package import Mechanisms
package import Vocabulary

/// What one person said of a record in a step that several take apart from one another.
package struct Voice: Sendable, Hashable {
    /// The person's account: shown to whoever judged the same record, or once all is decided.
    package let account: String
    package let function: String
    package let recordedAt: Timestamp
    /// By field; empty of what lies above the reader's ceiling.
    package let said: [String: FieldValue]
    /// Why, for those who may see more than restricted fields.
    package let reason: String?
}

extension Registry {
    /// What is kept from the one who asks because persons say it apart from one another; nil where nothing is: all is
    /// decided, or they have said their own.
    func blindness(of asking: Asking, to standpoint: Standpoint) throws -> Blind? {
        // The state that counts is the present one: what was open once is not kept back after it was decided.
        guard let blind = standpoint.mechanism.blind, blind.whileIn.contains(standpoint.row.state) else { return nil }
        return try hasSpoken(asking, blind, on: standpoint.row.record) ? nil : blind
    }

    private func hasSpoken(_ asking: Asking, _ blind: Blind, on record: RecordID) throws -> Bool {
        try ledger.history(of: record).contains {
            $0.draft.kind == blind.step && $0.account == asking.actor.account
        }
    }

    /// Whether the one who asks has said their own of a record that they see: it tells them what they did themselves.
    package func hasSpoken(on view: RecordView, _ asking: Asking) throws -> Bool {
        guard let blind = book.mechanism(view.mechanism)?.blind else { return false }
        return try hasSpoken(asking, blind, on: view.record)
    }

    /// Who said what of a record, the first one first; nil as long as the one who asks is to say their own first.
    /// Asking is a reading and is written down.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` as ``read(_:_:asOf:)``.
    package func voices(on record: RecordID, _ asking: Asking) throws -> [Voice]? {
        let (grant, standpoint) = try leave(asking, .read, on: record)
        guard let blind = standpoint.mechanism.blind, try blindness(of: asking, to: standpoint) == nil else {
            return nil
        }
        let mechanism = standpoint.mechanism
        return try openedHistory(of: record, under: grant).filter { $0.draft.kind == blind.step }.map { event in
            let said = event.draft.changes.filter { name, _ in
                mechanism.field(name).map { $0.sensitivity <= grant.ceiling } ?? false
            }
            return Voice(
                account: event.account, function: event.function, recordedAt: event.recordedAt, said: said,
                reason: grant.ceiling >= .confidential ? event.draft.reason : nil)
        }
    }

    /// What persons said of each record of a mechanism in one field, in their order, for figures: no record and no person
    /// is named, so nothing has to be read of them. Only of records that the one who asks may list.
    ///
    /// - Parameters:
    ///   - states: Of the records; all where empty.
    ///   - most: Of the newest records only: a figure of a page may not cost more with each year.
    /// - Throws: ``RegistryRefusal/notForFunction(function:action:mechanism:)``.
    package func sayings(
        in field: String, of name: String, states: Set<String> = [], newest most: Int = 1000, _ asking: Asking
    ) throws -> [[String]] {
        var found: [[String]] = []
        var request = ListRequest(name, states: states, limit: min(most, ListRequest.longestPage))
        request.countsUpTo = 0
        guard let blind = try mechanism(name).blind else { return [] }
        while true {
            let page = try list(request, asking)
            for row in page.rows {
                let steps = try ledger.history(of: row.record).filter { $0.draft.kind == blind.step }
                found.append(
                    steps.compactMap { event in
                        if case .code(let code)? = event.draft.changes[field] { code } else { nil }
                    })
            }
            guard let next = page.next, found.count < most else { return found }
            request.cursor = next
        }
    }
}
