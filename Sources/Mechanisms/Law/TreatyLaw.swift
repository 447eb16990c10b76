package import Vocabulary

// Goals, in order: (1) who was bound on a day follows from the acts and the treaties' own rules, and from nothing that
// somebody sets; (2) every day says how it was reckoned; (3) a guard and a page never differ, since both ask here.

/// Treaties with all acts on them: who was bound by what on any day.
package struct TreatyLaw: Sendable {
    /// When a treaty entered into force, and how that is known.
    package enum EntryIntoForce: Hashable, Sendable {
        /// As the depositary published it; `reckoned` is what the acts in the register come to.
        case published(CalendarDate, reckoned: CalendarDate?)
        /// By the rule of the treaty, from the consent that completed the number.
        case reckoned(CalendarDate, from: TreatyAct)
        /// The register has fewer consents than it takes.
        case awaited(consents: Int, of: Int)
        /// The register knows neither the day nor the rule.
        case unknown

        package var day: CalendarDate? {
            switch self {
            case .published(let day, _), .reckoned(let day, _): day
            case .awaited, .unknown: nil
            }
        }
    }

    /// In the order given.
    package let treaties: [TreatyTerms]
    private let places: [RecordID: Int]
    private let acts: [RecordID: [TreatyParty: [TreatyAct]]]
    private let entries: [RecordID: EntryIntoForce]

    package init(_ treaties: [TreatyTerms], acts: [TreatyAct]) {
        self.treaties = treaties
        places = Dictionary(treaties.enumerated().map { ($1.record, $0) }, uniquingKeysWith: { first, _ in first })
        let byTreaty = Dictionary(grouping: acts, by: \.treaty).mapValues { Dictionary(grouping: $0, by: \.party) }
        self.acts = byTreaty
        var entries: [RecordID: EntryIntoForce] = [:]
        for treaty in treaties { entries[treaty.record] = TreatyLaw.entry(treaty, treaties, byTreaty, beyond: []) }
        self.entries = entries
    }

    package func terms(_ treaty: RecordID) -> TreatyTerms? { places[treaty].map { treaties[$0] } }

    package func entry(of treaty: RecordID) -> EntryIntoForce { entries[treaty] ?? .unknown }

    /// Treaties that hang on this one.
    package func protocols(to treaty: RecordID) -> [TreatyTerms] { treaties.filter { $0.parent == treaty } }

    /// All acts on a treaty, in the order of their days.
    package func acts(on treaty: RecordID) -> [TreatyAct] { (acts[treaty] ?? [:]).values.flatMap(\.self).inOrder }

    /// Whoever did something with regard to a treaty.
    package func parties(acting treaty: RecordID) -> Set<TreatyParty> { Set((acts[treaty] ?? [:]).keys) }

    /// Whoever did something with regard to any of them.
    package var parties: Set<TreatyParty> { Set(acts.values.flatMap(\.keys)) }

    /// Who was bound by a treaty on a day: one look.
    package func parties(to treaty: RecordID, on day: CalendarDate) -> Set<TreatyParty> {
        parties(acting: treaty).filter { membership(of: $0, in: treaty).standing(on: day) == .party }
    }

    /// How a party stands to a treaty.
    package func membership(of party: TreatyParty, in treaty: RecordID) -> TreatyMembership {
        membership(of: party, in: treaty, beyond: [])
    }

    /// - Parameter children: Treaties on the way here, so that two that name each other as parents end it.
    private func membership(
        of party: TreatyParty, in treaty: RecordID, beyond children: Set<RecordID>
    ) -> TreatyMembership {
        let own = (acts[treaty]?[party] ?? []).inOrder
        guard let terms = terms(treaty) else {
            return TreatyMembership(party: party, treaty: treaty, acts: own, spells: [])
        }
        var above: TreatyMembership?
        if terms.prerequisite == .party, let parent = terms.parent, !children.contains(parent) {
            above = membership(of: party, in: parent, beyond: children.union([treaty]))
        }
        let spells = TreatyConsent.all(in: own, under: terms).map { spell($0, terms, above) }
        return TreatyMembership(party: party, treaty: treaty, acts: own, spells: spells)
    }

    private func spell(
        _ consent: TreatyConsent, _ terms: TreatyTerms, _ above: TreatyMembership?
    ) -> TreatyMembership.Spell {
        var (from, until) = (effect(of: consent.act, terms), consent.until)
        var ending = consent.denunciation.map(TreatyMembership.Ending.denounced)
        if ending == nil, until != nil { ending = .takenBack }
        guard let above else {
            return .init(consent: consent.act, from: from, until: until, ending: ending, lacksParent: false)
        }
        let day = consent.act.day
        let parent =
            above.spells.last { $0.consent.day <= day && ($0.until.map { day < $0 } ?? true) }
            ?? above.spells.first { $0.consent.day > day }
        guard let parent else {
            return .init(consent: consent.act, from: nil, until: until, ending: ending, lacksParent: true)
        }
        from = from.flatMap { own in parent.from.map { max(own, $0) } }
        if let end = parent.until, until.map({ end < $0 }) ?? true {
            (until, ending) = (end, .withParent(above.treaty))
        }
        return .init(consent: consent.act, from: from, until: until, ending: ending, lacksParent: false)
    }

    /// From which day on a consent binds; nil while the treaty is not in force.
    ///
    /// Those whose consents made it enter into force are bound from that day; later ones by the rule for them, and not
    /// before that day.
    private func effect(of consent: TreatyAct, _ terms: TreatyTerms) -> CalendarDate? {
        if let said = consent.effectiveOn { return said }
        guard let day = entry(of: terms.record).day else { return nil }
        if case .reckoned(_, let last) = entry(of: terms.record), consent.day <= last.day { return day }
        return max(day, terms.later.day(after: consent.day))
    }

    private static func entry(
        _ terms: TreatyTerms, _ treaties: [TreatyTerms], _ acts: [RecordID: [TreatyParty: [TreatyAct]]],
        beyond children: Set<RecordID>
    ) -> EntryIntoForce {
        guard let entry = terms.entry else {
            return terms.publishedEntry.map { .published($0, reckoned: nil) } ?? .unknown
        }
        // The first consent of each: who left and came back did not consent twice.
        let consents = (acts[terms.record] ?? [:]).compactMap { party, acts -> TreatyAct? in
            if case .organisation = party, !terms.organisationsCount { return nil }
            return acts.filter { $0.kind.binds && $0.kind != .succession }.inOrder.first
        }.inOrder
        guard consents.count >= entry.consents, entry.consents > 0 else {
            return terms.publishedEntry.map { .published($0, reckoned: nil) }
                ?? .awaited(consents: consents.count, of: entry.consents)
        }
        let last = consents[entry.consents - 1]
        var day = entry.rule.day(after: last.day)
        if terms.prerequisite == .party, let parent = treaties.first(where: { $0.record == terms.parent }),
            !children.contains(parent.record)
        {
            // A Protocol does not enter into force before its Convention.
            guard let above = Self.entry(parent, treaties, acts, beyond: children.union([terms.record])).day else {
                return terms.publishedEntry.map { .published($0, reckoned: nil) } ?? .unknown
            }
            day = max(day, above)
        }
        return terms.publishedEntry.map { .published($0, reckoned: day) } ?? .reckoned(day, from: last)
    }
}
