import Access
import Ledger
import Mechanisms
import Vocabulary

extension Registry {
    /// Posts that nobody holds, and organisations that have never nominated anybody, for those who keep the network and
    /// those who supervise (B52).
    func postObligations(
        _ request: ObligationRequest, _ directory: Directory, _ asking: Asking
    ) throws -> [Obligation] {
        let kinds = [ReminderRule.vacancy, ReminderRule.nomination].filter(request.wants)
        guard !kinds.isEmpty, let mandate = book.mechanism("mandate") else { return [] }
        let keeps = policy.reach(of: asking.actor, .write, mandate, for: asking.purpose).grant != nil
        let posts = PostDebts(registry: self, directory: directory, day: request.day, asker: asking.actor, keeps: keeps)
        return try posts.obligations().filter { kinds.contains($0.kind) }
    }

    /// Organisations, posts and mandates as they were on a day that is past.
    func directory(asOf day: CalendarDate) throws -> Directory {
        let states = try Directory.mechanisms.flatMap { mechanism in
            try ledger.records(of: mechanism).compactMap { record in
                RecordState(folding: try ledger.history(of: record).map(\.draft), asOf: day)
            }
        }
        return Directory(states)
    }
}

extension RecordState {
    /// A record as it was on a day, from its events in their order; nil where it was not there yet.
    ///
    /// - Parameter day: What takes effect later is left out; nil for all that there is.
    init?(folding drafts: [EventDraft], asOf day: CalendarDate?) {
        let held = drafts.filter { draft in day.map { draft.effective.start <= $0 } ?? true }
        guard let first = held.first, first.version == 1 else { return nil }
        self = held.dropFirst().reduce(into: RecordState(opening: first)) { $0.apply($1) }
    }
}

/// What posts owe: somebody who holds them.
private struct PostDebts {
    let registry: Registry
    let directory: Directory
    let day: CalendarDate
    let asker: Actor
    let keeps: Bool

    func obligations() throws -> [Obligation] {
        let nominating = Set(directory.mandates.values.compactMap { directory.posts[$0.post]?.organisation })
        let empty = try directory.vacantPosts(on: day).filter { nominating.contains($0.organisation) }.compactMap {
            try obligation(ReminderRule.vacancy, $0.id, of: $0.organisation, since: emptySince($0.id))
        }
        let silent = try directory.organisations.values.filter { $0.isActive && !nominating.contains($0.id) }
            .compactMap { try obligation(ReminderRule.nomination, $0.id, of: $0.id, since: openedOn($0.id)) }
        return empty + silent
    }

    private func obligation(
        _ kind: String, _ record: RecordID, of body: RecordID, since: @autoclosure () throws -> CalendarDate?
    ) throws -> Obligation? {
        let isSupervised = !keeps && supervises(body)
        guard keeps || isSupervised, directory.organisations[body]?.isActive == true, let since = try since() else {
            return nil
        }
        let latest = since.adding(days: registry.book.reminding(of: kind).grace ?? 0)
        return Obligation(
            kind: kind, record: record, field: "",
            debtors: [.init(post: record == body ? nil : record, organisation: body)], earliest: since, latest: latest,
            words: nil, code: nil, state: Obligation.state(on: day, from: since, through: latest), isOwn: keeps,
            isSupervised: isSupervised)
    }

    private func supervises(_ body: RecordID) -> Bool {
        switch asker.supervises {
        case .nobody: false
        case .organisations(let bodies): bodies.contains(body)
        case .everybody: true
        }
    }

    /// The day from which nobody holds a post: the last day of whoever held it last, else that on which it was opened.
    private func emptySince(_ post: RecordID) throws -> CalendarDate? {
        let ends = try directory.mandates.values.filter { $0.post == post && $0.from <= day }.compactMap { mandate in
            try wasHeld(mandate) ? mandate.until : nil
        }
        return try ends.filter { $0 <= day }.max() ?? openedOn(post)
    }

    /// A mandate that was proposed and declined was never held.
    private func wasHeld(_ mandate: Directory.Mandate) throws -> Bool {
        try mandate.isHeld || registry.ledger.history(of: mandate.id).contains { $0.draft.state == "held" }
    }

    private func openedOn(_ record: RecordID) throws -> CalendarDate? {
        try registry.ledger.history(of: record).first?.draft.effective.start
    }
}
