package import Access
package import Ledger
package import Mechanisms
package import Vocabulary

/// What became of commands that were submitted together: all of them or none.
package enum SubmissionOutcome: Sendable {
    /// They hold; the new version of each record.
    case written([RecordID: Int])
    /// The book or a value stands in the way; every reason.
    case refused(Refusal)
    /// Somebody changed a record in between: theirs, as the asker may see it, beside what was wanted.
    case conflict(present: RecordView, wanted: Command)
}

extension Registry {
    /// Carries out commands as one: the policy first, then the book, then the ledger.
    ///
    /// Links may only name records that the asker may use in that way; one out of reach is refused like one that is
    /// not there. A new record belongs to the asker's organisation.
    ///
    /// - Parameter key: Makes a repetition harmless: the same key and commands again give the first outcome again.
    /// - Throws: ``RegistryRefusal``, or the ledger's failure.
    package func submit(_ commands: [Command], _ asking: Asking, key: String? = nil) throws -> SubmissionOutcome {
        try submit(commands, asking, key: key, byRegister: false)
    }

    /// - Parameter byRegister: Whether the register itself takes the steps, after it looked at what nobody can say by hand.
    func submit(
        _ commands: [Command], _ asking: Asking, key: String?, byRegister: Bool
    ) throws -> SubmissionOutcome {
        for command in commands {
            try checkFunction(of: command, asking)
            if let refusal = try stepRefusal(command, byRegister: byRegister) { return .refused(refusal) }
            try checkSecondPerson(command, asking)
        }
        let request = key.map { RequestKey($0, of: asking.actor, commands: commands) }
        // The second time, the book would refuse what the first time did.
        if let request, let versions = try answered(request) {
            for (record, version) in versions where version > 0 { try checkAnswer(on: record, asking) }
            return .written(versions)
        }
        let opened = Set(commands.filter { $0.expectedVersion == 0 }.map(\.record))
        var grants: [Grant] = []
        var completed: [Command] = []
        for command in commands {
            let mechanism = try mechanism(command.mechanism)
            let grant = try leave(for: command, of: mechanism, asking, opened: opened)
            let filled = try filled(command, of: mechanism, asking)
            try checkCeiling(filled, of: mechanism, under: grant)
            if !opened.contains(command.record) { try checkGoverning(filled, of: mechanism, asking) }
            if let refusal = try linkRefusal(filled, of: mechanism, asking, opened: opened) { return .refused(refusal) }
            grants.append(grant)
            completed.append(filled)
        }
        guard let grant = grants.first else { return .written([:]) }
        return try decide(completed, under: grant, asking, key: request)
    }

    /// An answer is given again only to those whom the policy still lets know of the record. Whoever may open such records
    /// and see none of them, as with emergency accesses, learns nothing but what they did.
    private func checkAnswer(on record: RecordID, _ asking: Asking) throws {
        guard let name = try ledger.record(record)?.mechanism,
            policy.reach(of: asking.actor, .list, try mechanism(name), for: asking.purpose).grant != nil
        else { return }
        _ = try leave(asking, .list, on: record)
    }

    /// Whether a request of the one who asks was carried out under this key: it came before, and this is a repetition.
    package func hasAnswered(_ key: String, _ asking: Asking) throws -> Bool {
        try ledger.hasAnswered(key, of: asking.actor)
    }

    private func answered(_ request: RequestKey) throws -> [RecordID: Int]? {
        do {
            return try ledger.answered(request)
        } catch LedgerFailure.keyReused {
            throw RegistryRefusal.keyReused
        }
    }

    private func decide(
        _ commands: [Command], under grant: Grant, _ asking: Asking, key: RequestKey?
    ) throws -> SubmissionOutcome {
        var random = SystemRandomNumberGenerator()
        let decision = try Interpreter(book: book).decide(
            commands, under: grant, register: LedgerRegister(ledger: ledger), at: clock(), using: &random)
        switch decision {
        case .failure(let refusal):
            let stale = commands.first { command in
                refusal.problems.contains { $0.kind == .staleVersion && $0.mechanism == command.mechanism }
                    && (try? ledger.record(command.record)?.version) != command.expectedVersion
            }
            guard let stale, stale.expectedVersion > 0 else { return .refused(refusal) }
            return .conflict(present: try read(stale.record, asking), wanted: stale)
        case .success(let drafts):
            switch try ledger.append(drafts, under: grant, key: key) {
            case .conflict(let conflict):
                guard let stale = commands.first(where: { $0.record == conflict.record }) else {
                    throw RegistryRefusal.lostRace(groups: 1)
                }
                return .conflict(present: try read(stale.record, asking), wanted: stale)
            case .refused(let failure): throw failure
            case .written, .known: break
            }
            if drafts.contains(where: { Directory.mechanisms.contains($0.mechanism) }) { try refreshDirectory() }
            // Of two clicks at once the ledger has one, and it may be the other.
            if let key, let versions = try answered(key) { return .written(versions) }
            return .written(
                Dictionary(drafts.map { ($0.record, $0.version) }, uniquingKeysWith: { $1 }))
        }
    }

    private func leave(
        for command: Command, of mechanism: Mechanism, _ asking: Asking, opened: Set<RecordID>
    ) throws -> Grant {
        if command.expectedVersion == 0 || opened.contains(command.record) {
            // Opening a record of an id that exists would tell so: such an id is as unknown as any other.
            if try ledger.record(command.record) != nil { throw RegistryRefusal.notFound }
            return try leaveToOpen(asking, mechanism)
        }
        let (grant, standpoint) = try leave(asking, .write, on: command.record)
        guard standpoint.mechanism.name == mechanism.name else { throw RegistryRefusal.notFound }
        return grant
    }

    /// Whoever comes again with an old key must still be somebody who does such things.
    private func checkFunction(of command: Command, _ asking: Asking) throws {
        let mechanism = try mechanism(command.mechanism)
        if command.expectedVersion == 0 {
            _ = try leaveToOpen(asking, mechanism)
        } else if policy.reach(of: asking.actor, .write, mechanism, for: asking.purpose).grant == nil {
            // Told as for any record that is not the asker's: there may be one that they know.
            _ = try leave(asking, .write, on: command.record)
        }
    }

    private func stepRefusal(_ command: Command, byRegister: Bool) throws -> Refusal? {
        guard try mechanism(command.mechanism).transition(command.transition)?.isByRegister == true, !byRegister else {
            return nil
        }
        return Refusal(
            Refusal.Problem(
                .wrongFunction, mechanism: command.mechanism,
                "“\(command.transition)” is taken by the register itself, after it looked at the file."))
    }

    /// Who was let in by a share may not widen it, nor make a record their own: what says who reaches a record is changed
    /// by those to whom it belongs.
    private func checkGoverning(_ command: Command, of mechanism: Mechanism, _ asking: Asking) throws {
        let governing = mechanism.governingFields.intersection(command.changes.keys)
        guard !governing.isEmpty, let present = try ledger.record(command.record),
            governing.contains(where: { command.changes[$0] != present.fields[$0] })
        else { return }
        _ = try leave(asking, .share, on: command.record)
    }

    private func checkCeiling(_ command: Command, of mechanism: Mechanism, under grant: Grant) throws {
        let beyond = command.changes.keys.filter { name in
            mechanism.field(name).map { $0.sensitivity > grant.ceiling } ?? false
        }
        guard beyond.isEmpty else { throw RegistryRefusal.beyondCeiling(fields: beyond.sorted()) }
    }

    /// The command with what the registry knows better than the asker: whose the new record is.
    private func filled(_ command: Command, of mechanism: Mechanism, _ asking: Asking) throws -> Command {
        guard command.expectedVersion == 0 else { return command }
        var changes = command.changes
        if mechanism.givesEmergency, let owner = mechanism.owner {
            // The officer who reviews is that of the organisation whose record was opened.
            let about = mechanism.standings.flatMap(\.toLinked).compactMap { changes[$0] }.first
            if case .link(let record)? = about,
                let house = try standpoint(of: asking.actor, to: record)?.row.owner ?? asking.actor.organisation
            {
                changes[owner] = .link(house)
            }
        } else if let owner = mechanism.owner, let house = asking.actor.organisation {
            switch changes[owner] {
            case nil: changes[owner] = .link(house)
            case .link(house): break
            default: throw RegistryRefusal.otherOrganisation(field: owner)
            }
        }
        for standing in mechanism.standings where standing.rests == .on(.own) {
            if case .post(let field) = standing.holder, changes[field] == nil, let post = asking.actor.post {
                changes[field] = .link(post)
            }
        }
        return Command(
            mechanism: command.mechanism, record: command.record, transition: command.transition,
            expectedVersion: 0, changes: changes, effective: command.effective, reason: command.reason,
            origin: command.origin)
    }

    private func linkRefusal(
        _ command: Command, of mechanism: Mechanism, _ asking: Asking, opened: Set<RecordID>
    ) throws -> Refusal? {
        var problems: [Refusal.Problem] = []
        for (name, value) in command.changes.sorted(by: { $0.key < $1.key }) {
            let target = mechanism.field(name)?.linkedMechanism ?? ""
            for record in value.linked where !opened.contains(record) {
                guard try !mayName(record, in: name, of: mechanism, asking) else { continue }
                problems.append(
                    Refusal.Problem(
                        .brokenLink, mechanism: mechanism.name, field: name, "names a record that is no “\(target)”."))
            }
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    private func mayName(
        _ record: RecordID, in field: String, of mechanism: Mechanism, _ asking: Asking
    ) throws -> Bool {
        switch mechanism.demand(of: field) {
        case .breakGlass: return try ledger.record(record) != nil
        case let action: return try mayDo(asking, action, to: record)
        }
    }
}
