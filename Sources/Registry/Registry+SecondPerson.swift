import Access
import Ledger
import Mechanisms
import Vocabulary

/// Whoever keeps posts must not be able to give themselves one that reaches names: decision 0153. Whoever sits at the
/// machine holds its key and is not stopped by this.
extension Registry {
    /// - Throws: ``RegistryRefusal/secondPersonNeeded``, ``RegistryRefusal/ownProposal``, ``RegistryRefusal/postIsHeld``.
    func checkSecondPerson(_ command: Command, _ asking: Asking, noting judgement: Judgement) throws {
        // Whose function takes no such step is refused by the policy or the book, and is not told how it would be taken.
        guard asking.actor.post != nil,
            try mechanism(command.mechanism).transition(command.transition)?.by.contains(asking.actor.function) != false
        else { return }
        let opens = command.expectedVersion == 0
        switch command.mechanism {
        case "mandate" where opens:
            if command.transition != "propose", try isGivenByTwo(command.changes["function"], judgement) {
                throw RegistryRefusal.secondPersonNeeded
            }
        case "mandate":
            // Whichever step it is: a form may change more than its step is for.
            try checkChangedMandate(command, judgement)
            if command.transition == "confirm" { try checkConfirming(command.record, asking) }
        case "function" where !opens: try checkChangedPost(command, judgement)
        default: break
        }
    }

    /// A post that is opened together with its mandate is in no directory yet, and counts as one that reaches names.
    private func isGivenByTwo(_ function: FieldValue?, _ judgement: Judgement) throws -> Bool {
        guard case .link(let post)? = function else { return true }
        let directory = try directory { _ in [post] }
        judgement.note(directory.ground(of: post))
        return directory.posts[post].map { policy.isGivenByTwo($0.kind) } ?? true
    }

    private func checkConfirming(_ mandate: RecordID, _ asking: Asking) throws {
        let authors = try ledger.history(of: mandate).filter { $0.draft.kind == "propose" }.map(\.account)
        let holder = try ledger.record(mandate)?.fields["account"]
        guard !authors.contains(asking.actor.account), holder != .text(asking.actor.account) else {
            throw RegistryRefusal.ownProposal
        }
    }

    /// Names may be set right and an end brought forward; whatever gives more is a new mandate.
    private func checkChangedMandate(_ command: Command, _ judgement: Judgement) throws {
        guard let present = try ledger.record(command.record) else { return }
        let functions = [present.fields["function"], command.changes["function"]].compactMap(\.self)
        guard try functions.contains(where: { try isGivenByTwo($0, judgement) }) else { return }
        let gives = ["function", "account", "from"].contains { name in
            command.changes[name].map { $0 != present.fields[name] } ?? false
        }
        guard !gives, !isLater(command.changes["until"], than: present.fields["until"]) else {
            throw RegistryRefusal.secondPersonNeeded
        }
    }

    private func isLater(_ wanted: FieldValue?, than present: FieldValue?) -> Bool {
        guard case .period(let end)? = wanted, case .period(let before)? = present else { return false }
        return end.end > before.end
    }

    /// A post with holders stays of its kind and in its organisation: its holders were confirmed for that.
    private func checkChangedPost(_ command: Command, _ judgement: Judgement) throws {
        guard let present = try ledger.record(command.record) else { return }
        let moves = ["kind", "organisation"].contains { name in
            command.changes[name].map { $0 != present.fields[name] } ?? false
        }
        guard moves else { return }
        let isTaken = try judgement.pointing(to: command.record, by: "function").contains { mandate in
            mandate.mechanism == "mandate" && ["held", "proposed"].contains(mandate.state)
        }
        if isTaken { throw RegistryRefusal.postIsHeld }
    }
}
