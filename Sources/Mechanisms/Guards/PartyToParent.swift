import Vocabulary

/// Nobody is bound by a Protocol who is not bound by its Convention: the consent to the parent treaty comes first, or on
/// the same day.
///
/// Where a signature of the parent is enough for the treaty, it is enough here (``TreatyTerms/Prerequisite``). That the
/// consent to the parent has not taken effect yet is no hindrance: the Protocol binds no earlier than the Convention.
package struct PartyToParent: Guard {
    package static let key = "party-to-parent"

    package init() {}

    package var fields: [String] { ["treaty", "kind", "done-on"] + TreatyParty.fields }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard let act = TreatyAct(record: step.command.record, step.after), act.kind.binds,
            let terms = try step.register.state(of: act.treaty).flatMap(TreatyTerms.init),
            let parent = try terms.parent.flatMap({ try step.register.state(of: $0) }).flatMap(TreatyTerms.init)
        else { return nil }
        let theirs = try step.acts(of: act.party, on: parent.record)
        let isReady =
            switch terms.prerequisite {
            case .party: TreatyConsent.all(in: theirs, under: parent).contains { $0.holds(on: act.day) }
            case .signatory:
                theirs.contains { ($0.kind == .signature || $0.kind.binds) && $0.stands(on: act.day) }
            }
        guard !isReady else { return nil }
        let wanted = terms.prerequisite == .party ? "is bound by" : "has signed"
        return step.problem(
            .parentMissing, field: "treaty",
            "only who \(wanted) “\(parent.name)” can be bound by “\(terms.name)”, and the register has no such act of "
                + "this party by \(act.day). Enter that one first; the same day is enough.")
    }
}

extension Step {
    /// What a party did with regard to a treaty, without the record of this step.
    func acts(of party: TreatyParty, on treaty: RecordID) throws -> [TreatyAct] {
        try register.records(of: mechanism.name, naming: treaty, in: "treaty")
            .filter { $0.record != command.record }.compactMap(TreatyAct.init).filter { $0.party == party }
    }
}
