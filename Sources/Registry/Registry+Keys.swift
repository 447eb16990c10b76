import Access
import Ledger
import Mechanisms
import Vocabulary

// A key that comes again is found by the fingerprint that the first request left on its events: within one transaction
// with them, so that two clicks at the same moment cannot both write.

extension Registry {
    /// The commands, each with the fingerprint of its key.
    func marked(_ commands: [Command], with key: String, of account: String) throws -> [Command] {
        let fingerprint = try ledger.fingerprinter()
        return commands.enumerated().map { place, command in
            Command(
                mechanism: command.mechanism, record: command.record, transition: command.transition,
                expectedVersion: command.expectedVersion, changes: command.changes, effective: command.effective,
                reason: command.reason, origin: fingerprint("idempotency", Array("\(account)\u{0}\(key)".utf8), place))
        }
    }

    /// What became of these commands when their key came first; nil where it never came.
    ///
    /// - Throws: ``RegistryRefusal/keyReused`` where it came with others.
    func firstOutcome(of commands: [Command], under grant: Grant) throws -> SubmissionOutcome? {
        let known = try ledger.known(commands.compactMap(\.origin))
        if known.isEmpty { return nil }
        var versions: [RecordID: Int] = [:]
        for command in commands {
            guard let origin = command.origin, let record = known[origin],
                let event = try openedHistory(of: record, under: grant).first(where: { $0.draft.origin == origin }),
                command.isToldBy(event.draft, book.mechanism(command.mechanism))
            else { throw RegistryRefusal.keyReused }
            versions[record] = event.draft.version
        }
        return .written(versions)
    }
}

extension Command {
    /// Whether an event says what this command wants, the id of a new record apart. What cannot be read any more, since
    /// the person was erased, says nothing against it.
    fileprivate func isToldBy(_ draft: EventDraft, _ mechanism: Mechanism?) -> Bool {
        guard draft.mechanism == self.mechanism, draft.kind == transition, draft.version == expectedVersion + 1,
            draft.effective == effective, draft.reason == reason, expectedVersion == 0 || draft.record == record
        else { return false }
        let computed = Set(mechanism?.transition(transition)?.computes.map(\.field) ?? [])
        let names = Set(changes.keys).union(draft.changes.keys)
        return names.allSatisfy { name in
            switch (changes[name], draft.changes[name]) {
            case (.some, .sealed): true
            case (nil, .some): computed.contains(name)
            case (let wanted, let told): wanted == told
            }
        }
    }
}
