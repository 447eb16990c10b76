package import Vocabulary

/// A party's consent to be bound, and how it ended, whatever other parties and treaties do.
package struct TreatyConsent: Hashable, Sendable {
    package let act: TreatyAct
    /// The denunciation that ended it; nil where none did, or the party took it back before it took effect.
    package let denunciation: TreatyAct?
    /// From which day on the party is no longer bound by it.
    package let until: CalendarDate?

    /// Whether the party has consented on a day and not left.
    package func holds(on day: CalendarDate) -> Bool { act.day <= day && (until.map { day < $0 } ?? true) }

    /// The consents in the acts of one party on one treaty, the first one first.
    ///
    /// - Parameter acts: In any order; those of others must not be among them.
    package static func all(in acts: [TreatyAct], under terms: TreatyTerms) -> [TreatyConsent] {
        var consents: [TreatyConsent] = []
        for act in acts.inOrder {
            if act.kind.binds {
                consents.append(TreatyConsent(act: act, denunciation: nil, until: act.liftedOn))
            } else if act.kind == .denunciation, let last = consents.last, last.denunciation == nil,
                let effect = effect(of: act, under: terms), act.liftedOn.map({ $0 >= effect }) ?? true
            {
                consents[consents.count - 1] = TreatyConsent(
                    act: last.act, denunciation: act, until: last.until.map { min($0, effect) } ?? effect)
            }
        }
        return consents
    }

    /// When a denunciation takes effect; nil where neither it nor the treaty says so.
    package static func effect(of denunciation: TreatyAct, under terms: TreatyTerms) -> CalendarDate? {
        denunciation.effectiveOn ?? terms.withdrawal?.day(after: denunciation.day)
    }
}
