package import Mechanisms
package import Vocabulary

/// How parties stood to treaties on a day, a row each: for files and lines.
package struct TreatyStatus: Sendable {
    package let law: TreatyLaw
    package let day: CalendarDate

    package init(_ law: TreatyLaw, on day: CalendarDate) { (self.law, self.day) = (law, day) }

    package static let columns = [
        "treaty", "party", "name", "standing", "since", "act", "act-on", "bound-from", "bound-until", "ended-by",
        "reservations", "parent-missing",
    ]

    package struct Row: Sendable {
        package let treaty: TreatyTerms
        package let membership: TreatyMembership
        package let standing: TreatyMembership.Standing
    }

    /// Everybody who did something with regard to a treaty by the day, by code.
    ///
    /// - Parameter standings: Nil for all but ``TreatyMembership/Standing/none``.
    package func rows(
        of treaty: TreatyTerms, only standings: Set<TreatyMembership.Standing>? = nil
    ) -> [Row] {
        law.parties(acting: treaty.record).sorted { ($0.list, $0.code) < ($1.list, $1.code) }.compactMap { party in
            let membership = law.membership(of: party, in: treaty.record)
            let standing = membership.standing(on: day)
            guard standings?.contains(standing) ?? (standing != .none) else { return nil }
            return Row(treaty: treaty, membership: membership, standing: standing)
        }
    }

    /// The cells of a row, in the order of ``columns``.
    ///
    /// - Parameter name: Of a party, in the words of whoever reads it.
    package func cells(_ row: Row, name: (TreatyParty) -> String) -> [String] {
        let membership = row.membership
        let spell = membership.spell(on: day)
        func text(_ day: CalendarDate?) -> String { day?.description ?? "" }
        let reservations = membership.qualifications(on: day).map { act in
            "\(act.kind.rawValue) \(act.day)\(act.text.map { ": \($0)" } ?? "")"
        }
        return [
            row.treaty.name, membership.party.code, name(membership.party), row.standing.rawValue,
            text(membership.since(on: day)), spell?.consent.kind.rawValue ?? "", text(spell?.consent.day),
            text(spell?.from), text(spell?.until), ended(spell), reservations.joined(separator: " | "),
            spell?.lacksParent == true ? "yes" : "",
        ]
    }

    private func ended(_ spell: TreatyMembership.Spell?) -> String {
        switch spell?.ending {
        case .denounced(let act): "denunciation \(act.day)"
        case .withParent(let treaty): "denunciation of \(law.terms(treaty)?.name ?? treaty.description)"
        case .takenBack: "taken back"
        case nil: ""
        }
    }
}
