import Intake
import Publication
import Registry
import Vocabulary

/// One paper: what is said of it, its revisions, what it names and what names it, as drawing and as tables.
struct LibraryPaperPage {
    private let document: LibraryDocument
    private let library: Library
    private let visit: Visit

    /// Papers of the drawing on each side; the tables have all.
    private static let mostDrawn = 12

    init(_ document: LibraryDocument, _ library: Library, _ visit: Visit) {
        (self.document, self.library, self.visit) = (document, library, visit)
    }

    var page: DeskPage {
        var actions: [DeskPage.Action] = []
        if document.standing == .held, document.hash != nil {
            actions.append(.init(text: visit.library("read"), href: LibraryPaths.text(document.record)))
        }
        let chain = library.chain(of: document)
        return DeskPage(
            lead: document.written.isEmpty ? "" : document.title, notices: notices, actions: actions,
            sections: [facts] + (chain.count > 1 ? [revisions(chain)] : [])
                + [drawing, names, namedBy].compactMap(\.self),
            visit.exchange)
    }

    private var notices: [DeskPage.Notice] {
        switch document.standing {
        case .held: []
        case .cited: [.init(visit.library("only-named"), .careful)]
        case .withdrawn: [.init(visit.library("was-withdrawn"), .wrong)]
        }
    }

    private var facts: DeskSection {
        var facts = [DeskSection.Fact(visit.library("columns.standing"), "", state: visit.badge(document.standing))]
        func say(_ key: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(.init(visit.library("columns.\(key)"), value)) }
        }
        say("scheme", document.number.map { visit.schemeName($0.scheme.rawValue) })
        say("body", document.authorBody)
        say("dated", visit.day(of: document))
        say("language", document.language.map { visit.wording.code("languages", $0) })
        say("kind", document.kind.map { visit.wording.code("document-kinds", $0) })
        say("marking", document.marking.map { visit.wording.code("library-markings", $0) })
        say("pillars", visit.wording.texts.list(document.pillars.map { visit.wording.code("plan-pillars", $0) }))
        say("subjects", document.subjects)
        return DeskSection(
            "facts", visit.library("facts"), facts: facts,
            links: [.init(text: visit.library("record"), href: WorkbenchPaths.record(document.record))])
    }

    /// Oldest first, with the one that is looked at among them.
    private func revisions(_ chain: [LibraryDocument]) -> DeskSection {
        let items = chain.map { member in
            DeskSection.Item(
                visit.name(of: member), href: member == document ? nil : LibraryPaths.paper(member.record),
                small: [visit.day(of: member) ?? "", member == document ? visit.library("this-one") : ""],
                state: visit.badge(member.standing))
        }
        return DeskSection("revisions", visit.library("revisions"), note: visit.library("revisions-note"), items: items)
    }

    private var names: DeskSection {
        table("names", library.references(of: document.record), none: document.hash == nil ? "no-text" : "names-none")
    }

    private var namedBy: DeskSection {
        table("named-by", library.citations(of: document.record), none: "named-by-none")
    }

    private func table(_ key: String, _ references: [Library.Reference], none: String) -> DeskSection {
        let rows = references.map { reference in
            [
                DeskTable.Value(
                    reference.document.map(visit.name) ?? "–",
                    href: reference.document.map { LibraryPaths.paper($0.record) },
                    state: visit.badge(reference.document?.standing),
                    small: [reference.document.map { $0.written.isEmpty ? "" : $0.title } ?? ""]),
                DeskTable.Value(visit.wording.code("document-relations", reference.relation.kind)),
                DeskTable.Value(visit.wording.texts.number(reference.relation.mentions)),
            ]
        }
        let columns = ["paper", "relation", "mentions"].map { visit.library("columns.\($0)") }
        return DeskSection(
            key, visit.library(key), note: rows.isEmpty ? visit.library(none) : "",
            tables: rows.isEmpty ? [] : [DeskTable(visit.library(key), columns: columns, rows: rows)])
    }

    /// Nil where nothing stands in relation to it.
    private var drawing: DeskSection? {
        let incoming = library.citations(of: document.record).prefix(Self.mostDrawn).map { reference in
            RelationChart.End(
                visit.library(
                    "drawn.incoming",
                    ["paper": name(reference), "relation": relation(reference)]), sign(reference))
        }
        let outgoing = library.references(of: document.record).prefix(Self.mostDrawn).map { reference in
            RelationChart.End(
                visit.library(
                    "drawn.outgoing",
                    ["paper": name(reference), "relation": relation(reference)]), sign(reference))
        }
        guard !incoming.isEmpty || !outgoing.isEmpty else { return nil }
        let texts = visit.wording.texts
        let caption = Drawing.Caption(
            identifier: "relations", title: visit.library("drawn.title", ["paper": visit.name(of: document)]),
            description: visit.library(
                "drawn.description", ["in": texts.number(incoming.count), "out": texts.number(outgoing.count)]),
            direction: texts.direction == "rtl" ? .rightToLeft : .leftToRight)
        let chart = RelationChart(visit.name(of: document), incoming: Array(incoming), outgoing: Array(outgoing))
        return DeskSection(
            "drawn", visit.library("drawn.heading"), note: visit.library("drawn.note"),
            drawings: [chart.drawing(caption)])
    }

    /// Short enough for a narrow screen; the tables have the whole.
    private func name(_ reference: Library.Reference) -> String {
        guard let document = reference.document else { return visit.library("standing.gone") }
        let title = document.title.count > 24 ? "\(document.title.prefix(23))…" : document.title
        return visit.shown(number: document.written, title: title)
    }

    private func relation(_ reference: Library.Reference) -> String {
        visit.wording.code("document-relations", reference.relation.kind)
    }

    private func sign(_ reference: Library.Reference) -> RelationChart.Sign {
        switch reference.document?.standing {
        case .held: .held
        case .cited: .named
        case .withdrawn, nil: .gone
        }
    }
}
