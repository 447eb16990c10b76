import Mechanisms
import Publication
import Registry
import Vocabulary

/// One treaty on a day: its rules, its parties with their reservations, all acts on it.
extension TreatiesPage {
    init(of terms: TreatyTerms, _ view: TreatyView, _ outlines: WorldOutlines?, _ visit: Visit) {
        let law = view.status.law
        let rows = view.status.rows(of: terms)
        let day = visit.wording.texts.day(view.status.day)
        let map = outlines.flatMap { TreatyMap(rows, view.status.day, visit).section(terms, $0) }
        let desk = DeskPage(
            lead: visit.treaties("treaty-lead", ["treaty": terms.title, "day": day]),
            notices: TreatiesPage.protocolNotices(terms, law, visit),
            actions: visit.newActActions(law),
            sections: [
                TreatiesPage.rules(terms, law, view, visit), map,
                TreatiesPage.parties(rows, view.status.day, visit),
                TreatiesPage.acts(terms, law, visit),
            ].compactMap(\.self), visit.exchange)
        self.init(
            view, at: TreatiesPaths.treaty(terms.record),
            bars: [TreatiesPage.bar(terms, rows, visit)].filter { !$0.segments.isEmpty }, desk, visit)
    }

    /// That leaving a Convention is leaving its Protocols.
    private static func protocolNotices(
        _ terms: TreatyTerms, _ law: TreatyLaw, _ visit: Visit
    ) -> [DeskPage.Notice] {
        let names = law.protocols(to: terms.record).filter { $0.prerequisite == .party }.map(\.name)
        guard !names.isEmpty else { return [] }
        return [
            DeskPage.Notice(
                visit.treaties("ends-protocols", ["treaties": visit.wording.texts.list(names)]), .careful)
        ]
    }

    private static func rules(
        _ terms: TreatyTerms, _ law: TreatyLaw, _ view: TreatyView, _ visit: Visit
    ) -> DeskSection {
        let texts = visit.wording.texts
        var facts = [
            DeskSection.Fact(
                visit.treaties("rules.adopted"), terms.adoptedOn.map { texts.day($0) } ?? visit.treaties("not-known")),
            DeskSection.Fact(
                visit.treaties("rules.in-force"), visit.entry(law.entry(of: terms.record), on: view.status.day)),
        ]
        if let parent = terms.parent.flatMap(law.terms) {
            facts.append(
                .init(
                    visit.treaties("rules.parent"),
                    visit.treaties("prerequisite.\(terms.prerequisite.rawValue)", ["treaty": parent.name])))
        }
        if let entry = terms.entry {
            facts.append(
                .init(
                    visit.treaties("rules.entry"),
                    visit.treaties(
                        "rules.entry-rule",
                        ["count": texts.number(entry.consents), "rule": visit.words(entry.rule)])))
        }
        facts.append(.init(visit.treaties("rules.later"), visit.words(terms.later)))
        facts.append(
            .init(
                visit.treaties("rules.withdrawal"),
                terms.withdrawal.map { visit.words($0) } ?? visit.treaties("no-rule")))
        return DeskSection(
            "rules", visit.treaties("rules.title"), facts: facts,
            links: [.init(text: visit.treaties("record"), href: WorkbenchPaths.record(terms.record))])
    }

    private static func parties(_ rows: [TreatyStatus.Row], _ date: CalendarDate, _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        let byParty = Dictionary(rows.map { ($0.membership.party, $0) }, uniquingKeysWith: { first, _ in first })
        let codes = Dictionary(grouping: byParty.keys, by: \.list)
        let ordered = ["countries", "regional-organisations"].flatMap { list in
            texts.alphabetical((codes[list] ?? []).map(\.code), of: list).compactMap { code in
                byParty[list == "countries" ? .state(code) : .organisation(code)]
            }
        }
        let lines = ordered.map { row in
            let membership = row.membership
            let reservations = membership.qualifications(on: date).compactMap { act in
                act.text.map { "\(visit.kind(act.kind)): \($0)" }
            }
            return [
                DeskTable.Value(visit.name(membership.party)),
                DeskTable.Value("", state: visit.badge(row.standing), small: visit.remarks(membership, on: date)),
                DeskTable.Value(
                    membership.spell(on: date).map { spell in
                        "\(visit.kind(spell.consent.kind)), \(texts.day(spell.consent.day))"
                    } ?? ""),
                DeskTable.Value(reservations.isEmpty ? "–" : "", small: reservations),
            ]
        }
        let columns = ["party", "standing", "consent", "reservations"].map { visit.treaties("columns.\($0)") }
        return DeskSection(
            "parties", visit.treaties("parties"), note: lines.isEmpty ? visit.treaties("no-act") : "",
            tables: lines.isEmpty
                ? []
                : [
                    DeskTable(
                        visit.treaties("parties-caption", ["day": texts.day(date)]), columns: columns, rows: lines)
                ])
    }

    private static func acts(_ terms: TreatyTerms, _ law: TreatyLaw, _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        let rows = law.acts(on: terms.record).map { act in
            [
                DeskTable.Value(texts.day(act.day), href: WorkbenchPaths.record(act.record)),
                DeskTable.Value(visit.name(act.party)),
                DeskTable.Value(visit.kind(act.kind)),
                DeskTable.Value(
                    law.membership(of: act.party, in: terms.record).effect(of: act).map { texts.day($0) } ?? "–"),
                DeskTable.Value(
                    act.text ?? act.document ?? "–",
                    small: [act.liftedOn.map { visit.treaties("lifted-on", ["day": texts.day($0)]) } ?? ""]),
            ]
        }
        let columns = ["day", "party", "act", "takes-effect", "text"].map { visit.treaties("columns.\($0)") }
        return DeskSection(
            "acts", visit.treaties("acts"), note: rows.isEmpty ? visit.treaties("no-act") : "",
            tables: rows.isEmpty ? [] : [DeskTable(visit.treaties("acts"), columns: columns, rows: rows)])
    }
}

extension Visit {
    fileprivate func words(_ rule: TimeRule) -> String {
        treaties("rule.\(rule.unit.rawValue)", ["count": wording.texts.number(rule.count)])
    }

    fileprivate func kind(_ kind: TreatyAct.Kind) -> String { wording.code("treaty-act-kinds", kind.rawValue) }
}
