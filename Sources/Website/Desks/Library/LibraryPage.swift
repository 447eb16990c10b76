import Publication
import Registry
import Vocabulary

/// The shelf: a field for words, filters, the list of papers; for `workbench-library.mustache`.
struct LibraryPage: Sendable {
    /// A paper that was found, with the words around the first that was looked for.
    struct Hit: Sendable {
        struct Piece: Sendable {
            let wanted: [String]
            let plain: [String]
        }

        let href: String
        let name: String
        let title: [String]
        let excerpt: [Piece]
    }

    let searchAction: String
    let searchLabel: String
    let searchHint: String
    let words: String
    let searchGo: String
    let isSearch: Bool
    let found: String
    let hits: [Hit]
    let hasHits: Bool
    let isShelf: Bool
    let filtersTitle: String
    let groups: [DeskFilter]
    let isFiltered: Bool
    let allHref: String
    let all: String
    let desk: DeskPage

    /// - Parameters:
    ///   - findings: Nil where nothing is looked for, or words cannot be looked for now.
    ///   - isWhole: Whether the index of words has every paper.
    init(_ view: LibraryView, _ findings: LibraryFindings?, ofAll isWhole: Bool = true, _ visit: Visit) {
        let texts = visit.wording.texts
        (searchAction, searchLabel) = (LibraryPaths.home, visit.library("search"))
        (searchHint, searchGo, words) = (visit.library("search-hint"), visit.library("go"), view.words ?? "")
        (isSearch, isShelf) = (findings != nil, findings == nil)
        found =
            findings.map { findings in
                visit.library(
                    "found", ["count": texts.number(findings.found.count), "all": texts.number(findings.total)])
            } ?? ""
        hits = (findings?.found ?? []).map { hit in
            Hit(
                href: LibraryPaths.paper(hit.record), name: visit.shown(number: hit.number, title: hit.title),
                title: hit.number.isEmpty ? [] : [hit.title],
                excerpt: hit.excerpt.map {
                    .init(wanted: $0.isWanted ? [$0.text] : [], plain: $0.isWanted ? [] : [$0.text])
                })
        }
        hasHits = !hits.isEmpty
        // Papers that were found by words stand in the order of the words, without filters.
        let remainder = findings == nil ? view.remainder() : nil
        (filtersTitle, groups) = (
            visit.plans("filter.title"), remainder.map { LibraryPage.groups(view, $0, visit) } ?? []
        )
        (isFiltered, all, allHref) = (!view.chosen.isEmpty, visit.library("every"), LibraryPaths.home)
        var actions: [DeskPage.Action] = []
        if visit.mayOpen("library-document") {
            actions.append(.init(text: visit.library("new"), href: WorkbenchPaths.new("library-document")))
        }
        desk = DeskPage(
            lead: visit.library("lead"),
            notices: LibraryPage.notice(view, findings, isWhole).map { [.init(visit.library($0), .careful)] } ?? [],
            actions: actions,
            sections: remainder.map { [LibraryPage.list(view, $0.documents, visit)] } ?? [], visit.exchange)
    }

    /// What whoever looks for words must know of the index.
    private static func notice(_ view: LibraryView, _ findings: LibraryFindings?, _ isWhole: Bool) -> String? {
        if findings == nil { return view.words == nil ? nil : "out-of-reach" }
        return isWhole ? nil : "in-the-making"
    }

    /// - Parameter direction: `ltr` or `rtl`.
    static func shown(number: String, title: String, in direction: String) -> String {
        // It stands in drawings and sentences too, where no markup keeps it to itself.
        let (number, title) = (number.withoutTurns, title.withoutTurns)
        guard direction == "rtl" else { return number.isEmpty ? title : number }
        return number.isEmpty ? "\u{2068}\(title)\u{2069}" : "\u{2066}\(number)\u{2069}"
    }

    private static func groups(
        _ view: LibraryView, _ remainder: LibraryView.Remainder, _ visit: Visit
    ) -> [DeskFilter] {
        LibraryView.Filter.allCases.compactMap { filter in
            let counts = remainder.counts[filter] ?? [:]
            let values = Set(counts.keys).union([view.chosen[filter]].compactMap(\.self))
            let options = values.map { (value: $0, text: text($0, of: filter, visit), count: counts[$0] ?? 0) }
            return DeskFilter(
                visit.library("filter.\(filter.rawValue)"), chosen: view.chosen[filter],
                options.sorted { $0.text < $1.text }, remove: visit.plans("filter.chosen"), visit.wording.texts
            ) { view.href(filter, $0) }
        }
    }

    private static func text(_ value: String, of filter: LibraryView.Filter, _ visit: Visit) -> String {
        switch filter {
        case .standing: LibraryDocument.Standing(rawValue: value).map { visit.badge($0).text } ?? value
        case .scheme: visit.schemeName(value)
        case .kind: visit.wording.code("document-kinds", value)
        case .body: value
        case .language: visit.wording.code("languages", value)
        case .pillar: visit.wording.code("plan-pillars", value)
        }
    }

    private static func list(
        _ view: LibraryView, _ documents: [LibraryDocument], _ visit: Visit
    ) -> DeskSection {
        let texts = visit.wording.texts
        let stretch = DeskStretch(visit.exchange)
        let rows = stretch.rows(of: documents).map { row($0, view.library, visit) }
        let links =
            stretch.next(of: documents.count, visit.library("next"), view.href())
            + [.init(text: visit.library("missing.title"), href: LibraryPaths.missing)]
        let columns = ["paper", "body", "dated", "kind", "named-by"].map { visit.library("columns.\($0)") }
        let caption = visit.library(
            "caption", ["count": texts.number(rows.count), "all": texts.number(documents.count)])
        return DeskSection(
            "papers", visit.library("papers"),
            note: rows.isEmpty ? visit.library(view.library.documents.isEmpty ? "none" : "no-match") : "",
            tables: rows.isEmpty ? [] : [DeskTable(caption, columns: columns, rows: rows)], links: links)
    }

    private static func row(_ document: LibraryDocument, _ library: Library, _ visit: Visit) -> [DeskTable.Value] {
        let count = library.citationCount(of: document.record)
        return [
            DeskTable.Value(
                visit.name(of: document), href: LibraryPaths.paper(document.record),
                state: visit.badge(document.standing),
                small: [document.written.isEmpty ? "" : document.title]),
            DeskTable.Value(document.authorBody.isEmpty ? "–" : document.authorBody),
            DeskTable.Value(visit.day(of: document) ?? "–"),
            DeskTable.Value(document.kind.map { visit.wording.code("document-kinds", $0) } ?? "–"),
            DeskTable.Value(visit.wording.texts.number(count)),
        ]
    }
}

extension Visit {
    /// The name of a paper for a page. A number keeps its order in a page that is read from the right: without the marks,
    /// 2011/36/EU would be shown as EU/2011/36.
    func name(of document: LibraryDocument) -> String { shown(number: document.written, title: document.title) }

    func shown(number: String, title: String) -> String {
        LibraryPage.shown(number: number, title: title, in: wording.texts.direction)
    }

    /// Its date as precisely as it is known.
    func day(of document: LibraryDocument) -> String? {
        document.dated.map(wording.texts.period)
    }

    /// Who numbers in this way.
    func schemeName(_ scheme: String) -> String { library("scheme.\(scheme)") }
}
