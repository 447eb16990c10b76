package import Vocabulary

/// How a party stands to a treaty, on any day.
package struct TreatyMembership: Hashable, Sendable {
    package enum Standing: String, Sendable, CaseIterable {
        /// Bound.
        case party
        /// Consented, and not bound yet: a *contracting state* (Vienna Convention on the Law of Treaties, article 2).
        case contracting
        /// Signed only.
        case signatory
        case withdrawn
        case none
    }

    package enum Ending: Hashable, Sendable {
        case denounced(TreatyAct)
        /// With the parent treaty, which the party left.
        case withParent(RecordID)
        case takenBack
    }

    /// A time in which a party is bound, or would be.
    package struct Spell: Hashable, Sendable {
        package let consent: TreatyAct
        /// Nil where it is not bound yet: the treaty is not in force, or the party is not bound by the parent.
        package let from: CalendarDate?
        package let until: CalendarDate?
        package let ending: Ending?
        /// Whether the party is missing among those of the parent treaty.
        package let lacksParent: Bool
    }

    package let party: TreatyParty
    package let treaty: RecordID
    /// All that stand in the register, the first one first.
    package let acts: [TreatyAct]
    package let spells: [Spell]

    package func standing(on day: CalendarDate) -> Standing {
        if let spell = spell(on: day) {
            if let until = spell.until, until <= day { return .withdrawn }
            return spell.from.map { $0 <= day } ?? false ? .party : .contracting
        }
        return acts.contains { $0.kind == .signature && $0.stands(on: day) } ? .signatory : .none
    }

    /// The last consent that was given by a day, and what it came to.
    package func spell(on day: CalendarDate) -> Spell? { spells.last { $0.consent.day <= day } }

    /// Since when it stands as it does on a day; nil where it does not stand to the treaty at all.
    package func since(on day: CalendarDate) -> CalendarDate? {
        switch standing(on: day) {
        case .party: spell(on: day)?.from
        case .contracting: spell(on: day)?.consent.day
        case .withdrawn: spell(on: day)?.until
        case .signatory: acts.first { $0.kind == .signature && $0.stands(on: day) }?.day
        case .none: nil
        }
    }

    /// Reservations and declarations that stand on a day.
    package func qualifications(on day: CalendarDate) -> [TreatyAct] {
        acts.filter { $0.kind.qualifies && $0.stands(on: day) }
    }

    /// When an act binds the party, or frees it; nil for acts that do neither, and where nobody knows yet.
    package func effect(of act: TreatyAct) -> CalendarDate? {
        if act.kind.binds { return spells.first { $0.consent == act }?.from }
        return spells.first { $0.ending == .denounced(act) }?.until
    }
}
