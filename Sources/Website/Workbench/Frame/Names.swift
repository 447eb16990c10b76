import Access
import Mechanisms
import Registry
import Vocabulary

/// Names of the records that stand in a page, looked up at once; one that the reader may not know of has none.
struct Names: Sendable {
    private let views: [RecordID: RecordView]
    private let wording: Wording

    /// Looks up `records`, and what names them where they are named by a link.
    init(of records: some Sequence<RecordID>, _ visit: Visit) throws {
        try self.init(known: [:], of: Set(records), visit)
    }

    /// The names of records at hand, and of everything that they name.
    init(in rows: [RecordView], besides records: [RecordID] = [], _ visit: Visit) throws {
        let known = Dictionary(rows.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
        let named = rows.flatMap { row in row.fields.flatMap { row.value($0.name)?.linked ?? [] } }
        try self.init(known: known, of: Set(named + records).subtracting(known.keys), visit)
    }

    /// The same for paper and files: a name that may not leave the system stands on none of them.
    init(onPaper rows: [RecordView], besides others: [RecordView] = [], _ visit: Visit) throws {
        let names = try Names(in: rows + others, visit)
        wording = names.wording
        views = names.views.mapValues { visit.registry.onPaper($0, visit.asking) }
    }

    private init(known: [RecordID: RecordView], of records: Set<RecordID>, _ visit: Visit) throws {
        wording = visit.wording
        var views = known.merging(try visit.registry.listed(records, visit.asking)) { mine, _ in mine }
        let further = views.values.flatMap { view in
            visit.book.mechanism(view.mechanism).map(Names.naming)?.flatMap { view.value($0)?.linked ?? [] } ?? []
        }
        let missing = Set(further).subtracting(views.keys)
        if !missing.isEmpty {
            views.merge(try visit.registry.listed(missing, visit.asking)) { mine, _ in mine }
        }
        self.views = views
    }

    func view(_ record: RecordID) -> RecordView? { views[record] }

    /// Nil where the reader may not know of it.
    subscript(record: RecordID) -> String? { views[record].map { name(of: $0) } }

    /// The highest marking of what the names show.
    var marking: Access.Marking? { views.values.map(\.marking).max() }

    /// The highest marking of a record, of what its name and some of its fields name, and of the marks on any of them.
    func marking(of view: RecordView, showing fields: [String], under marks: HandlingMarks) -> PrintedMarking {
        let naming = wording.book.mechanism(view.mechanism).map(Names.naming) ?? []
        let shown = [view] + (naming + fields).flatMap { named(by: view, $0, depth: 0) }
        return marks.printed(shown.map(\.marking).max() ?? view.marking, showing: shown.map(\.record))
    }

    /// The records that a field names, with those that these are named by, as far as ``name(of:)`` goes.
    private func named(by view: RecordView, _ field: String, depth: Int) -> [RecordView] {
        (view.value(field)?.linked ?? []).compactMap { views[$0] }.flatMap { linked in
            let naming = depth > 1 ? [] : wording.book.mechanism(linked.mechanism).map(Names.naming) ?? []
            return [linked] + naming.flatMap { named(by: linked, $0, depth: depth + 1) }
        }
    }

    /// By the fields that the book names it by, else by the records that it joins, else by its kind and the end of its id.
    func name(of view: RecordView) -> String {
        parts(of: view, depth: 0) ?? unnamed(view)
    }

    /// The kind and the name, for where kinds stand side by side.
    func heading(of view: RecordView) -> String {
        guard let name = parts(of: view, depth: 0), let mechanism = wording.book.mechanism(view.mechanism) else {
            return unnamed(view)
        }
        return wording.filled("named", ["kind": wording.title(mechanism), "name": name])
    }

    private func unnamed(_ view: RecordView) -> String {
        let kind = wording.book.mechanism(view.mechanism).map { wording.title($0) } ?? view.mechanism
        return wording.filled("unnamed", ["kind": kind, "end": Names.short(view.record)])
    }

    /// Fields that name a record; of a mechanism without such fields, the first two links that it is listed by.
    private static func naming(_ mechanism: Mechanism) -> [String] {
        if !mechanism.titledBy.isEmpty { return mechanism.titledBy }
        return Array(mechanism.listedBy.filter { mechanism.field($0)?.linkedMechanism != nil }.prefix(2))
    }

    private func parts(of view: RecordView, depth: Int) -> String? {
        guard let mechanism = wording.book.mechanism(view.mechanism) else { return nil }
        let naming = Names.naming(mechanism)
        let parts = naming.flatMap { name -> [String] in
            guard let value = view.value(name) else { return [] }
            let linked = depth > 1 ? [] : value.linked.compactMap { views[$0] }
            return wording.plain(value, of: mechanism.field(name))
                + linked.map { self.parts(of: $0, depth: depth + 1) ?? unnamed($0) }
        }
        let isPerson = naming.allSatisfy { mechanism.field($0)?.sensitivity == .identity }
        guard parts.count > 1 else { return parts.first }
        return parts.map(\.withoutTurns).joined(separator: isPerson ? " " : " · ")
    }

    /// The last six digits of an id: enough to tell the rows of a page apart.
    static func short(_ record: RecordID) -> String { String(record.description.suffix(6)).uppercased() }
}
