import Access
package import Intake
import Ledger
package import Mechanisms
package import Vocabulary

/// The way from an import into the ledger: the policy first, then the interpreter, then many groups a transaction.
///
/// Whatever a row opens or names, the post that imports must be let open or name by the same rows of the policy as in a
/// form. A record out of reach is refused in the words for one that is not there. A group counts as accepted when the
/// interpreter took it; it is on disk when ``finish()`` returns. What stands between, a crash may lose, and the same
/// file again brings it.
package actor RegisterSink: CommandSink {
    private let registry: Registry
    private let interpreter: Interpreter
    private let grant: Grant
    /// Nil for a rehearsal.
    private let writing: BulkAppend?
    private let names: [Origin: RecordID]
    private let judgement: Judgement
    /// What it rests on that the one who imports may do so; asked anew for each batch of rows.
    private var mandate: Set<Ground> = []
    private let register: ImportRegister
    private var admission: Admission
    private var random = SystemRandomNumberGenerator()
    private var rehearsedEvents = 0

    /// - Parameters:
    ///   - isRehearsal: Whether everything is decided and nothing written.
    ///   - eventsAtOnce: In one transaction.
    /// - Throws: ``AccessRefusal`` where the policy does not let them import at all; the ledger's failure.
    package init(
        _ registry: Registry, _ asking: Asking, as entry: Registry.ImportEntry = .post, isRehearsal: Bool = false,
        eventsAtOnce: Int = 20_000
    ) throws {
        self.registry = registry
        interpreter = Interpreter(book: registry.book)
        grant = try registry.policy.decide(asking.actor, .importRecords, for: asking.purpose).get()
        writing =
            isRehearsal ? nil : try registry.ledger.bulkAppend(under: grant, eventsPerBatch: eventsAtOnce)
        names = try registry.namedOrganisations(asking, as: entry)
        judgement = try Judgement(of: registry.ledger)
        register = ImportRegister(judgement)
        admission = Admission(to: registry, asking, noting: judgement, entry: entry.admission)
    }

    /// Writes down that the import begins: who, for whom, and by which source description.
    func begin(_ source: ImportSource) throws {
        guard writing != nil else { return }
        try registry.ledger.noteImport(isEnd: false, of: source.identity, under: grant)
    }

    /// Writes down how it ended.
    ///
    /// - Parameters:
    ///   - summary: Nil where it failed before anybody counted.
    ///   - events: How many events it wrote.
    func end(_ source: ImportSource, _ outcome: ImportOutcome, _ summary: ImportSummary?, events: Int?) throws {
        guard writing != nil else { return }
        var figures = summary?.figures ?? [:]
        figures["events"] = events
        try registry.ledger.noteImport(
            isEnd: true, of: source.identity, outcome: outcome.rawValue, figures: figures, under: grant)
    }

    package func known(_ origins: [Origin]) throws -> [Origin: RecordID] {
        var known = try registry.ledger.known(origins)
        if !names.isEmpty {
            for origin in origins where known[origin] == nil { known[origin] = names[origin] }
        }
        return known
    }

    package func submit(_ groups: [RowCommands]) throws -> [RowOutcome] {
        let now = registry.clock()
        try checkMandate()
        return try groups.map { group in
            judgement.begin(from: writing?.judgedFrom ?? 0)
            let commands: [Command]
            switch try admitted(group) {
            case .failure(let refusal): return refusal.outcome
            case .success(let admitted): commands = admitted
            }
            switch try interpreter.decide(commands, under: grant, register: register, at: now, using: &random) {
            case .failure(let refusal):
                return .refused(refusal.problems.map(RefusalReason.init))
            case .success(let drafts):
                if group.isShared { share(drafts) }
                rehearsedEvents += drafts.count
                try writing?.add(drafts, restingOn: grounds(beside: commands))
                return .accepted
            }
        }
    }

    /// Writes what is left.
    ///
    /// - Returns: How many events were written, or would have been.
    /// - Throws: ``RegistryRefusal/mandateEnded``, or ``RegistryRefusal/lostRace(groups:)`` where the ledger left out a
    ///   group that the import held for new or that rested on what others changed.
    package func finish() throws -> Int {
        let (events, leftOut) = try settle()
        guard leftOut == 0 else {
            try registry.refreshDirectory()
            try checkMandate()
            throw RegistryRefusal.lostRace(groups: leftOut)
        }
        return events
    }

    /// Writes what is left, as far as it may be written.
    ///
    /// - Returns: How many events were written, or would have been, and how many groups were left out.
    func settle() throws -> (events: Int, leftOut: Int) {
        guard let writing else { return (rehearsedEvents, 0) }
        let summary = try writing.finish()
        if !register.opened.isDisjoint(with: Directory.mechanisms) { try registry.refreshDirectory() }
        return (summary.events, summary.leftOut.count)
    }

    /// Stops the import where the mandate under which it runs has ended.
    private func checkMandate() throws {
        judgement.begin(from: 0)
        do { _ = try registry.present(admission.asking, noting: judgement) } catch RegistryRefusal.noMandate {
            throw RegistryRefusal.mandateEnded
        }
        mandate = judgement.grounds.found
    }

    /// What a group rests on: the mandate under which it is written, and what was found of other records.
    private func grounds(beside commands: [Command]) -> Grounds {
        var grounds = judgement.grounds(beside: commands)
        grounds.found.formUnion(mandate)
        return grounds
    }

    private func share(_ drafts: [EventDraft]) {
        for draft in drafts {
            register.know(draft.record, as: draft.mechanism)
            admission.opened.insert(draft.record)
        }
    }

    /// Why a group does not go in: one reason, which says nothing of what is there and out of reach.
    private struct Held: Error {
        let outcome: RowOutcome

        init(_ reason: RefusalReason) { outcome = .refused([reason]) }

        init(_ refusal: Refusal) { outcome = .refused(refusal.problems.prefix(1).map(RefusalReason.init)) }
    }

    private func admitted(_ group: RowCommands) throws -> Result<[Command], Held> {
        let opened = Set(group.commands.lazy.filter { $0.expectedVersion == 0 }.map(\.record))
        do {
            var admitted: [Command] = []
            admitted.reserveCapacity(group.commands.count)
            for command in group.commands {
                if let refusal = try registry.stepRefusal(command, byRegister: false) { return .failure(Held(refusal)) }
                switch try admission.admit(command, with: opened) {
                case .failure(let refusal): return .failure(Held(refusal))
                case .success(let one): admitted.append(one.command)
                }
                try registry.checkSecondPerson(command, admission.asking, noting: judgement)
                register.opened.insert(command.mechanism)
            }
            return .success(admitted)
        } catch let refusal as RegistryRefusal {
            return .failure(Held(RefusalReason(code: refusal.code, message: refusal.message)))
        }
    }
}

extension RefusalReason {
    fileprivate init(_ problem: Refusal.Problem) {
        self.init(
            code: problem.code, message: problem.message,
            place: [problem.mechanism] + [problem.field].compactMap(\.self))
    }
}

extension ImportSource {
    fileprivate var identity: (name: String, version: String, hash: String) {
        (description.name, description.version, hash)
    }
}
