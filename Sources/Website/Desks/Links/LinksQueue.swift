import Access
import Linkage
import Mechanisms
import Publication
import Registry

/// The pairs that wait for a judgement, by how clear their evidence is, and how far reviewers agree.
struct LinksQueue {
    let page: DeskPage
    private(set) var marking: Access.Marking?

    /// Less clear pairs first: they need two.
    private static let bands = ["uncertain", "clear"]

    init(_ visit: Visit) throws {
        let mechanism = try visit.registry.mechanism("same-person")
        var sections: [DeskSection] = []
        var marking: Access.Marking?
        for band in LinksQueue.bands {
            let (section, level) = try LinksQueue.section(band, mechanism, visit)
            sections.append(section)
            marking = [marking, level].compactMap(\.self).max()
        }
        sections.append(try LinksQueue.agreement(visit))
        self.marking = marking
        page = DeskPage(lead: visit.links("lead"), sections: sections, visit.exchange)
    }

    private static func section(
        _ band: String, _ mechanism: Mechanism, _ visit: Visit
    ) throws -> (DeskSection, Access.Marking?) {
        let name = visit.wording.code("link-bands", band)
        var request = ListRequest(
            mechanism.name, filters: ["band": [band]], states: mechanism.blind?.whileIn ?? [], limit: 25)
        request.countsUpTo = 0
        if visit.exchange.query["band"] == band, let cursor = visit.exchange.query["cursor"] {
            guard let number = Int64(cursor), number > 0 else { throw RegistryRefusal.unknownCursor }
            request.cursor = number
        }
        let list = try visit.registry.list(request, visit.asking)
        let names = try Names(in: list.rows, visit)
        let rows = try list.rows.map { view -> [DeskTable.Value] in
            let badge = StateBadge(view.state, of: mechanism, visit.wording)
            let part =
                !visit.judgesLinks || visit.registry.grant(visit.asking, .write, on: view) == nil
                ? "watch" : try visit.registry.hasSpoken(on: view, visit.asking) ? "done" : "todo"
            return [
                .init(names.name(of: view), href: LinksPaths.pair(view.record)),
                .init("", state: DeskPage.Badge(badge)), .init(visit.links(part)),
            ]
        }
        let table = DeskTable(
            visit.links("caption", ["band": name]),
            columns: ["pair", "state", "part"].map { visit.links($0) }, rows: rows)
        let more = list.next.map {
            DeskPage.Link(text: visit.links("more"), href: "\(LinksPaths.home)?band=\(band)&cursor=\($0)")
        }
        let section = DeskSection(
            band, name, note: visit.links(rows.isEmpty ? "none" : "order-\(band)"),
            tables: rows.isEmpty ? [] : [table], links: more.map { [$0] } ?? [])
        return (section, names.marking)
    }

    /// States of pairs of which two may have spoken, and how many of the newest are looked at.
    private static let spoken: Set = ["disputed", "asserted", "rejected", "unsettled", "withdrawn"]
    private static let mostCompared = 1000

    private static func agreement(_ visit: Visit) throws -> DeskSection {
        let agreement = ReviewAgreement(
            try visit.registry.sayings(
                in: "judgement", of: "same-person", states: spoken, newest: mostCompared, visit.asking))
        func text(_ key: String) -> String { visit.links("agreement.\(key)") }
        let texts = visit.exchange.texts
        let share = agreement.share.map { " (\(texts.percent($0)))" } ?? ""
        return DeskSection(
            "agreement", text("title"),
            note: visit.links("agreement.note", ["most": visit.exchange.texts.number(mostCompared)]),
            facts: [
                .init(text("pairs"), texts.number(agreement.pairs)),
                .init(text("same"), texts.number(agreement.agreeing) + share),
                .init(text("kappa"), agreement.kappa.map { texts.decimal($0, digits: 2) } ?? text("none")),
            ])
    }
}

extension DeskPage.Badge {
    /// The badge of a record's state.
    init(_ state: StateBadge) { self.init(state.text, DeskPage.Badge.Tone(rawValue: state.tone) ?? .running) }
}
