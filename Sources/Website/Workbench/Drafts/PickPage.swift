import Access
import Mechanisms
import Registry
import Vocabulary

/// Choosing a record for a link field, while the form waits as a draft; for `workbench-pick.mustache`.
struct PickPage: Sendable {
    struct Row: Sendable {
        let record: String
        let name: String
        let facts: String
        let state: StateBadge
        let choose: String
    }

    struct Kind: Sendable {
        let href: String
        let text: String
        let isCurrent: Bool
    }

    let action: String
    let lead: String
    let kindsLabel: String
    let kinds: [Kind]
    let hasKinds: Bool
    let searchLabel: String
    let search: String
    let searchAction: String
    let wanted: String
    let maySearch: Bool
    let rows: [Row]
    let hasRows: Bool
    let none: String
    let chooseWord: String
    let hasNext: Bool
    let nextHref: String
    let next: String
    let pasteLabel: String
    let pasteHint: String
    let pasteGo: String
    let backHref: String
    let back: String
    let tokenField: String
    let token: String
    let marking: Access.Marking?

    init(_ field: Field, of mechanism: Mechanism, for draft: Draft, searching wanted: String?, _ visit: Visit) throws {
        let wording = visit.wording
        let path = WorkbenchPaths.pick(draft.id, field.name)
        let visible = visit.registry.visibleMechanisms(visit.asking)
        let isAny = field.linkedMechanism == Field.anyMechanism
        let named = isAny ? visit.exchange.query["kind"] ?? visible.first?.name : field.linkedMechanism
        let kind = visible.first { $0.name == named }
        action = path
        lead = wording.filled(
            "pick.lead", ["field": wording.field(mechanism, field.name), "kind": wording.title(mechanism)])
        kindsLabel = wording["pick.kinds"]
        kinds =
            isAny
            ? visible.map {
                Kind(href: "\(path)?kind=\($0.name)", text: wording.title($0), isCurrent: $0.name == kind?.name)
            } : []
        hasKinds = !kinds.isEmpty
        (searchLabel, search) = (wording["pick.search"], wording["search.go"])
        searchAction = "\(path)/search"
        maySearch = kind?.name == "person" && visit.maySearch
        self.wanted = wanted ?? ""
        var views: [RecordView] = []
        var next: Int64?
        if let wanted, !wanted.allSatisfy(\.isWhitespace) {
            views = try PersonSearch(name: wanted).found(visit)
        } else if let kind {
            let cursor = visit.exchange.query["cursor"].flatMap { Int64($0) }
            let page = try visit.registry.list(ListRequest(kind.name, cursor: cursor), visit.asking)
            (views, next) = (page.rows, page.next)
        }
        let names = try Names(in: views, visit)
        marking = names.marking
        rows = views.compactMap { view in
            guard let kind = visit.book.mechanism(view.mechanism) else { return nil }
            let facts = ListColumns(kind).values(of: view, names, wording).filter { !$0.isNote }.map(\.text)
            return Row(
                record: view.record.description, name: names.name(of: view),
                facts: facts.joined(separator: " · "), state: StateBadge(view.state, of: kind, wording),
                choose: wording.filled("pick.choose", ["name": names.name(of: view)]))
        }
        hasRows = !rows.isEmpty
        (none, chooseWord) = (wording["pick.none"], wording["pick.take"])
        hasNext = next != nil
        nextHref = next.map { "\(path)?kind=\(kind?.name ?? "")&cursor=\($0)" } ?? ""
        self.next = wording["list.next"]
        (pasteLabel, pasteHint, pasteGo) = (wording["pick.paste"], wording["pick.paste-hint"], wording["pick.take"])
        (backHref, back) = (draft.path, wording["pick.back"])
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }
}
