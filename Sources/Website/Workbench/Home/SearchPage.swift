import Access
import Mechanisms
import Registry
import Vocabulary

/// Looking for a person, for `workbench-search.mustache`. What was looked for is in no address and in no log.
struct SearchPage: Sendable {
    struct Line: Sendable {
        let id: String
        let name: String
        let label: String
        let value: String
    }

    struct Row: Sendable {
        let href: String
        let name: String
        let facts: String
        let state: StateBadge
    }

    let action: String
    let lead: String
    let nameLabel: String
    let nameHint: String
    let name: String
    let moreTitle: String
    let isMoreOpen: Bool
    let lines: [Line]
    let go: String
    let isAsked: Bool
    let resultsTitle: String
    let rows: [Row]
    let hasRows: Bool
    let none: String
    let more: String
    let hasMore: Bool
    let caution: String
    let tokenField: String
    let token: String

    /// - Parameters:
    ///   - action: Where it is sent.
    ///   - path: Where those who were found lead to.
    init(
        _ search: PersonSearch?, _ person: Mechanism, _ visit: Visit, action: String = WorkbenchPaths.search,
        toRecord path: (RecordID) -> String = WorkbenchPaths.record
    ) throws {
        let wording = visit.wording
        self.action = action
        lead = wording["search.lead"]
        (nameLabel, nameHint, name) = (wording["search.name"], wording["search.name-hint"], search?.name ?? "")
        moreTitle = wording["search.more"]
        isMoreOpen = search?.wanted.isEmpty == false
        lines = person.fields.filter { $0.sensitivity == .identity && !person.titledBy.contains($0.name) }.map {
            field in
            Line(
                id: "s-\(field.name)", name: StepInput.name(of: field.name), label: wording.field(person, field.name),
                value: search?.wanted[field.name] ?? "")
        }
        go = wording["search.go"]
        isAsked = search != nil
        let found = try search.map { $0.isEmpty ? [] : try $0.found(visit) } ?? []
        let shown = found.prefix(PersonSearch.mostShown)
        let names = try Names(in: Array(shown), visit)
        rows = shown.map { view in
            let facts = ListColumns(person).values(of: view, names, wording).filter { !$0.isNote }.map(\.text)
            return Row(
                href: path(view.record), name: names.name(of: view),
                facts: facts.joined(separator: " · "), state: StateBadge(view.state, of: person, wording))
        }
        hasRows = !rows.isEmpty
        resultsTitle = wording["search.results"]
        (none, caution) = (wording["search.none"], wording["search.caution"])
        (more, hasMore) = (wording["search.too-many"], found.count > PersonSearch.mostShown)
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }
}
