import Vocabulary

/// Nobody consents to a treaty twice without leaving it in between, and only who is bound can leave.
///
/// A denunciation must be known to take effect on a day: by the treaty's rule, or as the depositary says.
package struct ConsentInTurn: Guard {
    package static let key = "consent-in-turn"

    package init() {}

    package var fields: [String] { ["treaty", "kind", "done-on", "effective-on"] + TreatyParty.fields }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard let act = TreatyAct(record: step.command.record, step.after),
            act.kind.binds || act.kind == .denunciation,
            let terms = try step.register.state(of: act.treaty).flatMap(TreatyTerms.init)
        else { return nil }
        let others = try step.acts(of: act.party, on: act.treaty)
        if act.kind == .denunciation {
            guard TreatyConsent.effect(of: act, under: terms) != nil else {
                return step.problem(
                    .missingField, field: "effective-on",
                    "“\(terms.name)” has no rule for leaving it; say on which day this takes effect.")
            }
            return TreatyConsent.all(in: others, under: terms).contains { $0.holds(on: act.day) }
                ? nil
                : step.problem(
                    .notBound, field: "kind",
                    "this party has not consented to “\(terms.name)” by \(act.day), or has left it; there is nothing to "
                        + "denounce.")
        }
        let consents = TreatyConsent.all(in: others + [act], under: terms)
        let overlap = zip(consents, consents.dropFirst()).contains { earlier, next in earlier.holds(on: next.act.day) }
        return overlap
            ? step.problem(
                .alreadyBound, field: "kind",
                "this party has consented to “\(terms.name)” in another act already; look at that one.") : nil
    }
}
