package import Access
import Mechanisms
package import Vocabulary

extension Ledger {
    /// What was shown of many records at once.
    package enum Showing: String, Sendable, CaseIterable {
        case list, export
        /// Persons were looked for by what names them.
        case search
        /// All that is held on a person was put together for them.
        case subjectAccess = "subject-access"
        /// Somebody looked at who had looked.
        case review

        fileprivate var kind: String {
            switch self {
            case .list: LedgerEvent.list
            case .export: LedgerEvent.export
            case .search: LedgerEvent.search
            case .subjectAccess, .review: rawValue
            }
        }
    }

    /// Records that were shown together.
    package struct Shown: Sendable {
        let showing: Showing
        let records: [RecordID]
        let mechanism: String
        let fields: [String]
        let grant: Grant

        /// - Parameters:
        ///   - records: All are named, and it stands among the accesses of each of them.
        ///   - fields: By which fields they were chosen, never by which values.
        ///   - grant: Of the list (``Reach/grant``).
        package init(
            _ showing: Showing, of records: [RecordID], mechanism: String, filters fields: [String], under grant: Grant
        ) {
            (self.showing, self.records, self.mechanism) = (showing, records, mechanism)
            (self.fields, self.grant) = (fields, grant)
        }
    }

    /// Writes down what was shown: one event for each hundred records, all of them in one transaction.
    ///
    /// - Throws: ``LedgerFailure/closedFor(action:)`` where the ledger is not open for writing;
    ///   ``LedgerFailure/otherGrant(given:needed:)`` where a grant lets show nothing.
    package func note(_ shown: [Shown]) throws {
        guard !shown.isEmpty else { return }
        guard isWritable else { throw LedgerFailure.closedFor(action: .write) }
        let now = clock()
        let batches = try shown.map { shown in
            guard [.list, .search, .export, .review].contains(shown.grant.action) else {
                throw LedgerFailure.otherGrant(given: shown.grant.action, needed: .list)
            }
            return try EventPreparation(vault: vault).prepare([drafts(of: shown, at: now)])
        }
        try events.write { connection in
            for (shown, batch) in zip(shown, batches) { _ = try write(batch, under: shown.grant, connection) }
        }
    }

    private func drafts(of shown: Shown, at now: Timestamp) -> [EventDraft] {
        stride(from: 0, to: max(shown.records.count, 1), by: Ledger.recordsNamed).map { start in
            LedgerEvent.draft(
                shown.showing.kind, about: register, at: now,
                changes: [
                    "mechanism": .code(shown.mechanism), "fields": .codes(Set(shown.fields).sorted()),
                    LedgerEvent.found: .links(Array(shown.records.dropFirst(start).prefix(Ledger.recordsNamed))),
                    "found-count": .integer(shown.records.count),
                ])
        }
    }

    /// How many of those shown are named on one event; there are as many events as that takes.
    static let recordsNamed = 100
}
