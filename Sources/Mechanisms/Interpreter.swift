package import Access
package import Vocabulary

// Goals, in order: (1) nothing that the book forbids becomes an event; (2) every reason is named, not the first;
// (3) a group of commands is decided as a whole: all of it becomes events or none; (4) bulk imports spend their time
// elsewhere (a few hundred nanoseconds a field).

/// Decides what commands become: events, or a refusal.
package struct Interpreter: Sendable {
    package let book: Book

    package init(book: Book) { self.book = book }

    /// Decides a group of commands that belong together, in their order; later ones see what earlier ones opened.
    ///
    /// - Parameters:
    ///   - commands: What is wanted; their expected versions are checked against `register`.
    ///   - grant: Leave to write; `needs` of a transition come on top.
    ///   - register: The records as they are.
    ///   - moment: Now: new ids of records that a step opens are made of it.
    /// - Returns: Events for all of the group, or why none of it happens.
    package func decide(
        _ commands: [Command], under grant: Grant, register: some Register, at moment: Timestamp,
        using generator: inout some RandomNumberGenerator
    ) throws -> Result<[EventDraft], Refusal> {
        var lookup = GroupLookup(register: register, commands: commands.count, account: grant.actor.account)
        var problems: [Refusal.Problem] = []
        for command in commands {
            let decision = CommandDecision(book: book, command: command, actor: grant.actor)
            switch try decision.draft(lookup) {
            case .failure(let refusal): problems += refusal.problems
            case .success(let draft):
                lookup.append(draft.event)
                for followUp in draft.followUps {
                    let opened = try opened(
                        by: followUp, after: draft, for: grant.actor.organisation, lookup: lookup, at: moment,
                        using: &generator)
                    for event in opened { lookup.append(event) }
                }
            }
        }
        return problems.isEmpty ? .success(lookup.drafts) : .failure(Refusal(problems))
    }

    /// - Parameter house: Of the one who takes the step: what is opened belongs to it, as what they open themselves.
    private func opened(
        by followUp: FollowUp, after draft: CommandDecision.Draft, for house: RecordID?,
        lookup: GroupLookup<some Register>, at moment: Timestamp, using generator: inout some RandomNumberGenerator
    ) throws -> [EventDraft] {
        guard let mechanism = book.mechanism(followUp.mechanism),
            let transition = mechanism.transition(followUp.transition)
        else { return [] }
        let named = draft.after[followUp.forEach]?.linked ?? []
        var drafts: [EventDraft] = []
        var owned: [String: FieldValue] = [:]
        if let owner = mechanism.owner { owned[owner] = house.map(FieldValue.link) }
        for record in named
        where try !lookup.isLinked(record, from: followUp.mechanism, field: followUp.linkingEach) {
            drafts.append(
                EventDraft(
                    mechanism: mechanism.name, record: RecordID(at: moment, using: &generator), version: 1,
                    kind: transition.name, state: transition.to,
                    changes: owned.merging([
                        followUp.linkingEach: .link(record), followUp.linkingThis: .link(draft.event.record),
                    ]) { $1 }, person: record, effective: draft.event.effective, reason: draft.event.reason))
        }
        return drafts
    }
}
