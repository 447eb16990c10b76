import Access
import Ledger
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
        for _ in 0..<Registry.attempts {
            let made = Result { try attempt(commands, asking, key: key, byRegister: byRegister) }
            if case .success(nil) = made { continue }
            if case .success(.written) = made { return try made.get() ?? .written([:]) }
            // Of two clicks at once, one may have been decided on what the other had just changed.
            if let key, let answer = try? earlierAnswer(to: commands, asking, key: key) { return answer }
            if let outcome = try made.get() { return outcome }
        }
        throw RegistryRefusal.overtaken
    }

    /// What the same request was answered when it came before; nil where it did not, or where the one who asks does no
    /// such things any more.
    private func earlierAnswer(
        to commands: [Command], _ sender: Asking, key: String
    ) throws -> SubmissionOutcome? {
        let judgement = try Judgement(of: ledger)
        let asking = try present(sender, noting: judgement)
        for command in commands {
            try checkFunction(of: command, asking)
            try checkSecondPerson(command, asking, noting: judgement)
        }
        return try earlierAnswer(to: RequestKey(key, of: asking.actor, commands: commands), asking)
    }

    private func earlierAnswer(to request: RequestKey, _ asking: Asking) throws -> SubmissionOutcome? {
        guard let versions = try answered(request) else { return nil }
        for (record, version) in versions where version > 0 { try checkAnswer(on: record, asking) }
        return .written(versions)
    }

    /// How often a decision is made anew because others changed what it rests on.
    private static let attempts = 8

    /// - Returns: Nil where what the decision rests on changed before it could be written.
    private func attempt(
        _ commands: [Command], _ sender: Asking, key: String?, byRegister: Bool
    ) throws -> SubmissionOutcome? {
        let judgement = try Judgement(of: ledger)
        let asking = try present(sender, noting: judgement)
        for command in commands {
            try checkFunction(of: command, asking)
            if let refusal = try stepRefusal(command, byRegister: byRegister) { return .refused(refusal) }
            try checkSecondPerson(command, asking, noting: judgement)
        }
        let request = key.map { RequestKey($0, of: asking.actor, commands: commands) }
        // The second time, the book would refuse what the first time did.
        if let request, let answer = try earlierAnswer(to: request, asking) { return answer }
        let opened = Set(commands.filter { $0.expectedVersion == 0 }.map(\.record))
        var admission = Admission(to: self, asking, noting: judgement)
        var grants: [Grant] = []
        var completed: [Command] = []
        for command in commands {
            switch try admission.admit(command, with: opened) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let admitted):
                grants.append(admitted.grant)
                completed.append(admitted.command)
            }
        }
        guard let grant = grants.first else { return .written([:]) }
        return try decide(completed, under: grant, asking, key: request, judgement)
    }

    /// Who asks, by what the directory says now of the mandate through which they came.
    ///
    /// - Throws: ``RegistryRefusal/noMandate`` where it has ended since they were let in.
    func present(_ asking: Asking, noting judgement: Judgement) throws -> Asking {
        guard let mandate = asking.actor.mandate else { return asking }
        let directory = try directory { $0.records(behind: mandate) }
        guard let actor = directory.actor(asking.actor.account, through: mandate, on: today) else {
            throw RegistryRefusal.noMandate
        }
        for ground in directory.grounds(behind: mandate) { judgement.note(ground) }
        return Asking(actor.within(asking.actor.scope), for: asking.purpose, on: asking.sheet)
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
        _ commands: [Command], under grant: Grant, _ asking: Asking, key: RequestKey?, _ judgement: Judgement
    ) throws -> SubmissionOutcome? {
        var random = SystemRandomNumberGenerator()
        let decision = try Interpreter(book: book).decide(
            commands, under: grant, register: judgement, at: clock(), using: &random)
        switch decision {
        case .failure(let refusal):
            let stale = commands.first { command in
                refusal.problems.contains { $0.kind == .staleVersion && $0.mechanism == command.mechanism }
                    && (try? ledger.record(command.record)?.version) != command.expectedVersion
            }
            try remarkEmergencies(commands, refusal, asking)
            guard let stale, stale.expectedVersion > 0 else { return .refused(refusal) }
            return .conflict(present: try read(stale.record, asking), wanted: stale)
        case .success(let drafts):
            switch try ledger.append(drafts, under: grant, key: key, restingOn: judgement.grounds(beside: commands)) {
            case .conflict(let conflict):
                guard let stale = commands.first(where: { $0.record == conflict.record }) else {
                    throw RegistryRefusal.lostRace(groups: 1)
                }
                return .conflict(present: try read(stale.record, asking), wanted: stale)
            case .overtaken: return nil
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

    /// Whoever tries in an emergency whether there is a record leaves a trace of it where there is none, too.
    private func remarkEmergencies(_ commands: [Command], _ refusal: Refusal, _ asking: Asking) throws {
        for command in commands where book.mechanism(command.mechanism)?.givesEmergency == true {
            let broken = refusal.problems.filter { $0.kind == .brokenLink && $0.mechanism == command.mechanism }
            for record in broken.compactMap(\.field).flatMap({ command.changes[$0]?.linked ?? [] }) {
                try writeRemark(.refuse, on: record, by: asking, .breakGlass, code: Refusal.Kind.brokenLink.rawValue)
            }
        }
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

    /// Why a step that only the register itself takes may not be taken by hand; nil where it may.
    func stepRefusal(_ command: Command, byRegister: Bool) throws -> Refusal? {
        guard try mechanism(command.mechanism).transition(command.transition)?.isByRegister == true, !byRegister else {
            return nil
        }
        return Refusal(
            Refusal.Problem(
                .wrongFunction, mechanism: command.mechanism,
                "“\(command.transition)” is taken by the register itself, after it looked at the file."))
    }
}
