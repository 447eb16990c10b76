import Mechanisms
import Publication
import Registry
import Vocabulary

/// States and regional organisations by treaties on a day.
extension TreatiesPage {
    /// The matrix, with reservations in each cell that shows a party.
    init(matrix view: TreatyView, _ visit: Visit) {
        let (status, texts) = (view.status, visit.wording.texts)
        let law = status.law
        let bars = law.treaties.map { TreatiesPage.bar($0, status.rows(of: $0), visit) }.filter { !$0.segments.isEmpty }
        var links: [DeskPage.Link] = []
        if visit.mayPrintPlans {
            links.append(.init(text: visit.treaties("file"), href: view.href(TreatiesPaths.file)))
        }
        let items = law.treaties.map { terms in
            DeskSection.Item(
                terms.name, href: view.href(TreatiesPaths.treaty(terms.record)),
                small: [
                    terms.title == terms.name ? "" : terms.title,
                    terms.parent.flatMap(law.terms).map { visit.treaties("hangs-on", ["treaty": $0.name]) } ?? "",
                    visit.entry(law.entry(of: terms.record), on: status.day),
                ])
        }
        let treaties = DeskSection(
            "treaties", visit.treaties("all"), note: items.isEmpty ? visit.treaties("none") : "", items: items)
        let rows = TreatiesPage.rows(view, visit)
        let day = texts.day(status.day)
        let matrix = DeskSection(
            "matrix", visit.treaties("matrix"), note: visit.treaties(rows.isEmpty ? "no-act" : "matrix-note"),
            tables: rows.isEmpty
                ? []
                : [
                    DeskTable(
                        visit.treaties("matrix-caption", ["day": day]),
                        columns: [visit.treaties("columns.party")] + law.treaties.map(\.name), rows: rows)
                ], links: links)
        let desk = DeskPage(
            lead: visit.treaties("lead", ["day": day]), actions: visit.newActActions(law),
            sections: [matrix, treaties], visit.exchange)
        self.init(view, at: TreatiesPaths.home, bars: bars, desk, visit)
    }

    private static func rows(_ view: TreatyView, _ visit: Visit) -> [[DeskTable.Value]] {
        let law = view.status.law
        let codes = Dictionary(grouping: law.parties, by: \.list)
        // Regional organisations after states, each in the order of its language.
        let parties = ["countries", "regional-organisations"].flatMap { list in
            visit.wording.texts.alphabetical((codes[list] ?? []).map(\.code), of: list).map { code in
                list == "countries" ? TreatyParty.state(code) : TreatyParty.organisation(code)
            }
        }
        return parties.compactMap { party in
            let memberships = law.treaties.map { law.membership(of: party, in: $0.record) }
            guard memberships.contains(where: { $0.standing(on: view.status.day) != .none }) else { return nil }
            return [DeskTable.Value(visit.name(party))] + memberships.map { visit.cell($0, on: view.status.day) }
        }
    }
}

extension Visit {
    /// How a party stands to a treaty, with what qualifies it.
    func cell(_ membership: TreatyMembership, on day: CalendarDate) -> DeskTable.Value {
        let standing = membership.standing(on: day)
        guard standing != .none else { return DeskTable.Value("–") }
        return DeskTable.Value("", state: badge(standing), small: remarks(membership, on: day))
    }

    /// Since when, by which treaty's end, and with which reservations.
    func remarks(_ membership: TreatyMembership, on day: CalendarDate) -> [String] {
        let texts = wording.texts
        let spell = membership.spell(on: day)
        var remarks = [membership.since(on: day).map { treaties("since", ["day": texts.day($0)]) } ?? ""]
        if membership.standing(on: day) == .contracting {
            remarks.append(
                spell?.lacksParent == true
                    ? treaties("lacks-parent")
                    : spell?.from.map { treaties("bound-from", ["day": texts.day($0)]) } ?? treaties("not-bound-yet"))
        }
        if membership.standing(on: day) == .party, let until = spell?.until {
            remarks.append(treaties("leaves-on", ["day": texts.day(until)]))
        }
        if case .withParent? = spell?.ending { remarks.append(treaties("with-parent")) }
        let kinds = Dictionary(grouping: membership.qualifications(on: day), by: \.kind)
        for kind in [TreatyAct.Kind.reservation, .declaration] {
            guard let count = kinds[kind]?.count else { continue }
            remarks.append(treaties("with-\(kind.rawValue)", ["count": texts.number(count)]))
        }
        return remarks
    }

    /// When a treaty entered into force, and how that is known.
    func entry(_ entry: TreatyLaw.EntryIntoForce, on day: CalendarDate) -> String {
        let texts = wording.texts
        switch entry {
        case .published(let date, let reckoned) where reckoned == nil || reckoned == date:
            return treaties("entry.published", ["day": texts.day(date)])
        case .published(let date, let reckoned):
            return treaties(
                "entry.differs", ["day": texts.day(date), "reckoned": reckoned.map { texts.day($0) } ?? ""])
        case .reckoned(let date, let last):
            return treaties(
                "entry.reckoned",
                ["day": texts.day(date), "party": name(last.party), "act": texts.day(last.day)])
        case .awaited(let consents, let needed):
            return treaties("entry.awaited", ["count": texts.number(consents), "all": texts.number(needed)])
        case .unknown: return treaties("entry.unknown")
        }
    }

    /// Ways to enter treaties and acts, for whoever may.
    func newActActions(_ law: TreatyLaw) -> [DeskPage.Action] {
        guard mayOpen("treaty-act") else { return [] }
        let treaty = DeskPage.Action(text: treaties("new-treaty"), href: WorkbenchPaths.new("treaty"))
        return law.treaties.isEmpty
            ? [treaty]
            : [DeskPage.Action(text: treaties("new-act"), href: WorkbenchPaths.new("treaty-act")), treaty]
    }
}
