import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// A list with every string ready, for `workbench-list.mustache`.
struct ListPage: Sendable {
    struct Row: Sendable {
        let record: String
        let href: String
        let name: String
        let cells: [Cell]
        let state: StateBadge
        /// What a box for this row is called: its name.
        let tick: String
        let relation: String
    }

    struct Cell: Sendable {
        /// The column's title, for narrow screens where a row becomes a card.
        let label: String
        let value: ShownValue
    }

    struct Link: Sendable {
        let href: String
        let text: String
    }

    struct Option: Sendable {
        let value: String
        let text: String
    }

    let count: String
    let openings: [Link]
    let filtersLabel: String
    let filters: ListFilters
    let remove: String
    let show: String
    let isFiltered: Bool
    let allHref: String
    let all: String
    let caption: String
    let nameTitle: String
    let columns: [String]
    let stateTitle: String
    let relationTitle: String
    let rows: [Row]
    let hasRows: Bool
    let empty: String
    let hasNext: Bool
    let nextHref: String
    let next: String
    let hasFirst: Bool
    let firstHref: String
    let first: String
    let pagesLabel: String
    let hasBulk: Bool
    let bulkHref: String
    let bulkLabel: String
    let bulkSteps: [Option]
    let bulkGo: String
    let choose: String
    let moreTitle: String
    let filesLabel: String
    let files: [Link]
    let hasFiles: Bool
    let viewName: String
    let viewSave: String
    let viewHref: String
    let viewQuery: String
    let tokenField: String
    let token: String

    init(_ question: ListQuestion, _ page: RecordPage, _ names: Names, _ visit: Visit) {
        let wording = visit.wording
        let mechanism = question.mechanism
        let columns = ListColumns(mechanism)
        let titles = columns.titles(wording)
        count =
            switch page.total {
            case .exactly(let number): wording.counted("list.count", number)
            case .moreThan(let number): wording.filled("list.more-than", ["count": wording.texts.number(number)])
            }
        openings = visit.openings(of: mechanism).map {
            Link(href: WorkbenchPaths.new(mechanism.name, $0.name), text: wording.opening(mechanism, $0))
        }
        filtersLabel = wording["list.filters"]
        filters = ListFilters(question, names, visit)
        (remove, show) = (wording["list.remove"], wording["list.show"])
        (isFiltered, allHref, all) = (question.isFiltered, question.unfiltered, wording["list.all"])
        caption = wording.filled("list.caption", ["kind": wording.many(mechanism)])
        nameTitle = wording["list.name"]
        self.columns = titles
        (stateTitle, relationTitle) = (wording["list.state"], wording["list.whose"])
        rows = page.rows.map { view in
            let values = columns.values(of: view, names, wording)
            return Row(
                record: view.record.description, href: WorkbenchPaths.record(view.record), name: names.name(of: view),
                cells: zip(titles, values).map { Cell(label: $0, value: $1) },
                state: StateBadge(
                    view.state, of: mechanism,
                    isLate: view.due(mechanism, today: visit.today).map { $0 < visit.today } ?? false, wording),
                tick: wording.filled("list.tick", ["name": names.name(of: view)]),
                relation: wording.relation(view.relations))
        }
        hasRows = !rows.isEmpty
        empty = wording[question.isFiltered ? "list.none-found" : "list.empty"]
        (hasNext, nextHref) = (page.next != nil, page.next.map(question.next) ?? "")
        (hasFirst, firstHref) = (question.request.cursor != nil, question.first)
        (next, first, pagesLabel) = (wording["list.next"], wording["list.first"], wording["list.pages"])
        bulkSteps = visit.bulkSteps(of: mechanism).map { Option(value: $0.name, text: wording.step(mechanism, $0)) }
        hasBulk = hasRows && !bulkSteps.isEmpty
        (bulkHref, bulkLabel) = (WorkbenchPaths.bulk(mechanism.name), wording["bulk.label"])
        (bulkGo, choose) = (wording["bulk.look"], wording["bulk.choose"])
        (moreTitle, filesLabel) = (wording["list.more"], wording["list.files"])
        files =
            visit.mayExport(mechanism) && hasRows
            ? TableFile.Kind.allCases.map { Link(href: question.file($0), text: wording["list.file.\($0.rawValue)"]) }
            : []
        hasFiles = !files.isEmpty
        viewName = wording["view.name"]
        (viewSave, viewHref) = (wording["view.save"], WorkbenchPaths.views)
        viewQuery = question.first
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }
}

extension Wording {
    /// How the reader stands to a record, in one word; nothing where all may see it.
    func relation(_ relations: Set<Relation>) -> String {
        let order: [Relation] = [.own, .ownOrganisation, .sharedByConsent, .sharedByLaw, .supervised, .emergency]
        return order.first(where: relations.contains).map { self["relation.\($0.rawValue)"] } ?? ""
    }

    /// The same where a heading says that something is added.
    func adding(_ mechanism: Mechanism, _ transition: Transition) -> String {
        let ways = mechanism.transitions.filter(\.opensRecord).count
        return ways == 1
            ? title(mechanism)
            : filled("named", ["kind": title(mechanism), "name": step(mechanism, transition)])
    }

    /// The way to open a record in words: the mechanism's name alone where there is one way only.
    func opening(_ mechanism: Mechanism, _ transition: Transition) -> String {
        let ways = mechanism.transitions.filter(\.opensRecord).count
        let title = title(mechanism)
        return ways == 1
            ? filled("list.new", ["kind": title])
            : filled("list.new-as", ["kind": title, "way": step(mechanism, transition)])
    }
}
