import Access
import Vocabulary

/// The decision on one command.
struct CommandDecision {
    let book: Book
    let command: Command
    let actor: Actor

    struct Draft {
        let event: EventDraft
        let after: [String: FieldValue]
        let followUps: [FollowUp]
    }

    func draft(_ lookup: GroupLookup<some Register>) throws -> Result<Draft, Refusal> {
        guard let mechanism = book.mechanism(command.mechanism) else {
            return refused(.unknownMechanism, "there is no such mechanism in the book.")
        }
        guard let transition = mechanism.transition(command.transition) else {
            let known = mechanism.transitions.map(\.name).joined(separator: ", ")
            return refused(.unknownTransition, "there is no step “\(command.transition)”; there are: \(known).")
        }
        let before = transition.opensRecord ? nil : try lookup.state(of: command.record)
        if let refusal = entryRefusal(to: transition, before: before) { return .failure(Refusal(refusal)) }

        let values = FieldCheck(book: book, mechanism: mechanism)
        var problems = try values.problems(in: command.changes, lookup: lookup)
        var changes = command.changes
        compute(transition.computes, into: &changes, before: before)
        transition.reads?.fill(&changes)
        let after = before.map { $0.fields.merging(changes) { _, new in new } } ?? changes
        if transition.opensRecord { problems += values.missing(in: after) }
        let step = Step(
            mechanism: mechanism, before: before, command: command, after: after, account: actor.account,
            post: actor.post, register: lookup)
        for need in transition.needs {
            if let problem = try need.refusal(of: step) { problems.append(problem) }
        }
        if mechanism.givesEmergency { problems = withoutWordOnRecords(problems) }
        guard problems.isEmpty else { return .failure(Refusal(problems)) }

        let identities = mechanism.sealedNames.isEmpty ? [] : mechanism.sealedNames.filter { changes[$0] != nil }
        let event = EventDraft(
            mechanism: mechanism.name, record: command.record, version: command.expectedVersion + 1,
            kind: transition.name, state: try destination(of: transition, after, changes, lookup), changes: changes,
            identityFields: Set(identities),
            person: person(of: mechanism, after: after), effective: command.effective, reason: command.reason,
            origin: command.origin)
        let followUps = transition.opens.filter { isMet($0.condition, before: before, after: after) }
        return .success(Draft(event: event, after: after, followUps: followUps))
    }

    /// The state after the step: what persons said in it, the present one included, is added up here.
    private func destination(
        of transition: Transition, _ after: [String: FieldValue], _ changes: [String: FieldValue],
        _ lookup: GroupLookup<some Register>
    ) throws -> String {
        guard !transition.turns.isEmpty else { return transition.to }
        let earlier = try lookup.steps(of: command.record).filter { $0.name == transition.name }
        let taken = earlier + [StepTaken(transition.name, by: actor.account, changes: changes)]
        return transition.turns.first { $0.isMet(by: taken, after: after) }?.to ?? transition.to
    }

    /// An emergency may name any record. Whether there is one is told only to whom it would have let in, which is seen: not
    /// to whoever asks without a reason.
    private func withoutWordOnRecords(_ problems: [Refusal.Problem]) -> [Refusal.Problem] {
        let others = problems.filter { $0.kind != .brokenLink }
        return others.isEmpty ? problems : others
    }

    private func entryRefusal(to transition: Transition, before: RecordState?) -> Refusal.Problem? {
        guard transition.by.contains(actor.function) else {
            return problem(
                .wrongFunction, "“\(transition.name)” is not for the function “\(actor.function.rawValue)”.")
        }
        if transition.opensRecord {
            return command.expectedVersion == 0
                ? nil : problem(.staleVersion, "opens a record; the expected version must be 0.")
        }
        guard let before, before.mechanism == command.mechanism else {
            return problem(.brokenLink, "there is no such record.")
        }
        guard before.version == command.expectedVersion else {
            return problem(
                .staleVersion,
                "was changed since (version \(before.version), expected \(command.expectedVersion)); "
                    + "look at both and decide again.")
        }
        return transition.from.contains(before.state)
            ? nil
            : problem(
                .wrongState,
                "“\(transition.name)” starts from \(transition.from.joined(separator: " or ")); "
                    + "the record is “\(before.state)”.")
    }

    /// Fills deadlines that the command left empty; a start known only to the month gives no day, so none is invented.
    private func compute(_ deadlines: [CountedDate], into changes: inout [String: FieldValue], before: RecordState?) {
        for deadline in deadlines where changes[deadline.field] == nil {
            let start: Period? =
                if let after = deadline.after {
                    if case .period(let period)? = changes[after] ?? before?.fields[after] { period } else { nil }
                } else {
                    command.effective
                }
            guard let start, start.precision == .day, let days = book.clocks[deadline.clock] else { continue }
            changes[deadline.field] = .period(.day(start.start.adding(days: days)))
        }
    }

    private func person(of mechanism: Mechanism, after: [String: FieldValue]) -> RecordID? {
        switch mechanism.subject {
        case .itself: command.record
        case .person(let field): if case .link(let person)? = after[field] { person } else { nil }
        case .nobody: nil
        }
    }

    private func isMet(
        _ condition: FollowUp.Condition, before: RecordState?, after: [String: FieldValue]
    ) -> Bool {
        func code(_ value: FieldValue?) -> String { if case .code(let code)? = value { code } else { "" } }
        return condition.from.contains(code(before?.fields[condition.field]))
            && condition.to.contains(code(after[condition.field]))
    }

    private func problem(_ kind: Refusal.Kind, _ detail: String) -> Refusal.Problem {
        Refusal.Problem(kind, mechanism: command.mechanism, detail)
    }

    private func refused(_ kind: Refusal.Kind, _ detail: String) -> Result<Draft, Refusal> {
        .failure(Refusal(problem(kind, detail)))
    }
}
