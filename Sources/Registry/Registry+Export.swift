package import Access
import Ledger
import Mechanisms
package import Vocabulary

/// Records as they may leave the system, with what did not come along.
package struct ExportedRecords: Sendable {
    package let rows: [RecordView]
    /// How many of those in sight may not leave it.
    package let leftOut: Int
    /// The highest marking among them.
    package let marking: Marking
}

extension Registry {
    /// A whole list as a file may have it, from its first page to its last: each record only under leave to export it, and
    /// with the fields that this leave reaches. Written down for each record.
    ///
    /// - Parameter most: A file is never a part of a list that looks like the whole.
    /// - Returns: Nil where the list has more than `most` records.
    /// - Throws: As ``list(_:_:)``.
    package func export(_ request: ListRequest, upTo most: Int, _ asking: Asking) throws -> ExportedRecords? {
        var request = request
        (request.cursor, request.limit, request.countsUpTo) = (nil, ListRequest.longestPage, most)
        var seen: [RecordView] = []
        while true {
            let page = try list(request, asking)
            seen += page.rows
            if request.cursor == nil, case .moreThan = page.total { return nil }
            guard seen.count <= most else { return nil }
            guard let next = page.next else { break }
            (request.cursor, request.countsUpTo) = (next, 0)
        }
        let rows = seen.compactMap { exportable($0, asking) }
        let mechanism = try mechanism(request.mechanism)
        try writeExport(rows.map(\.record), of: mechanism, by: request.filters.keys.sorted(), asking)
        return ExportedRecords(
            rows: rows, leftOut: seen.count - rows.count, marking: rows.map(\.marking).max() ?? .professionals)
    }

    /// A record as it may go onto paper: read, and under leave to export it.
    ///
    /// - Throws: ``RegistryRefusal/notFound``; ``RegistryRefusal/notForYou(action:rule:)`` where it may be read only.
    package func export(_ record: RecordID, _ asking: Asking) throws -> RecordView {
        _ = try leave(asking, .export, on: record)
        let view = try read(record, asking)
        guard let paper = exportable(view, asking) else {
            throw RegistryRefusal.notForYou(action: .export, rule: view.rule)
        }
        try writeExport([record], of: try mechanism(view.mechanism), by: [], asking)
        return paper
    }

    /// Writes down that records leave the house.
    func writeExport(
        _ records: [RecordID], of mechanism: Mechanism, by filters: [String], _ asking: Asking
    ) throws {
        let reach = policy.reach(of: asking.actor, .export, mechanism, for: asking.purpose)
        guard let grant = reach.grant, !records.isEmpty else { return }
        try ledger.note([Ledger.Shown(.export, of: records, mechanism: mechanism.name, filters: filters, under: grant)])
    }

    /// Whether a record that was read may go onto paper.
    package func mayExport(_ view: RecordView, _ asking: Asking) -> Bool { exportable(view, asking) != nil }

    /// A record as paper may name it beside others: what may be exported of it, else what is open to everybody.
    package func onPaper(_ view: RecordView, _ asking: Asking) -> RecordView {
        if let paper = exportable(view, asking) { return paper }
        let fields = view.fields.map { field in
            guard case .shown = field.content, field.sensitivity > .open else { return field }
            return RecordView.FieldView(name: field.name, sensitivity: field.sensitivity, content: .withheld)
        }
        return RecordView(view, keeping: fields)
    }

    private func exportable(_ view: RecordView, _ asking: Asking) -> RecordView? {
        guard let grant = grant(asking, .export, on: view) else { return nil }
        let fields = view.fields.map { field in
            guard case .shown = field.content, field.sensitivity > grant.ceiling else { return field }
            return RecordView.FieldView(name: field.name, sensitivity: field.sensitivity, content: .withheld)
        }
        return RecordView(view, keeping: fields)
    }
}
