import Access
import Mechanisms
import Vocabulary

extension Registry {
    /// Deadlines of actions, and states of play that actions without a last day owe, of every plan that the one who asks may
    /// read, as it stood on the day.
    func planObligations(
        _ request: ObligationRequest, _ directory: Directory, _ asking: Asking
    ) throws -> [Obligation] {
        guard request.wants("action-deadline") || request.wants(ReminderRule.stateOfPlay) else { return [] }
        let reach = policy.reach(of: asking.actor, .write, .plans, for: asking.purpose)
        let creditor = Creditor(directory: directory, asker: asking.actor, keepsPlans: reach.grant != nil)
        return try plans(asking).flatMap { try planDebts(of: $0.record, asking, on: request.day) }
            .filter { request.wants($0.kind) }.map(creditor.seen)
    }
}

/// What the actions of a plan owe on a day, whosever it is: nobody's own, and supervised by nobody.
struct PlanDebts {
    let day: CalendarDate

    /// None where the plan is not in force.
    func obligations(of records: PlanRecords) -> [Obligation] {
        guard records.plan.state == "in-force" else { return [] }
        let start = records.plan.lastDay("adopted-on") ?? records.plan.effective.start
        return records.actions.filter { ["open", "done"].contains($0.state) }.compactMap { action in
            guard let deadline = records.deadlines(of: action.record).last(where: { $0.state != "replaced" }),
                deadline.state != "dropped", let words = deadline.text("words")
            else { return nil }
            let heard = records.heard(of: action.record)?.lastDay("stands-on")
            let isDone = action.state == "done" || deadline.state == "met"
            if let days = deadline.awaited(from: start, heardOn: heard) {
                return obligation(
                    "action-deadline", action, "latest", days, words, records,
                    Obligation.state(on: day, from: days.earliest, through: days.latest, isMet: isDone))
            }
            guard Deadline(words).wantsRegularStateOfPlay, !isDone else { return nil }
            let latest = (heard ?? deadline.day("set-on")).adding(days: PlanStand.silenceDays)
            let isSilent = heard == nil || day > latest
            return obligation(
                ReminderRule.stateOfPlay, action, "", DaySpan(nil, latest), words, records,
                isSilent ? .silent : Obligation.state(on: day, from: nil, through: latest))
        }
    }

    private func obligation(
        _ kind: String, _ action: RecordState, _ field: String, _ days: DaySpan, _ words: String,
        _ records: PlanRecords, _ state: Obligation.State
    ) -> Obligation {
        let debtors = records.parties(of: action.record).map { party in
            Obligation.Debtor(
                post: party.link("function"), organisation: party.link("organisation"), name: party.text("name"))
        }
        return Obligation(
            kind: kind, record: action.record, field: field, debtors: debtors, earliest: days.earliest,
            latest: days.latest, words: words, code: action.text("code"), state: state, isOwn: false,
            isSupervised: false)
    }
}

/// Whoever asks what is owed under plans.
private struct Creditor {
    let directory: Directory
    let asker: Actor
    let keepsPlans: Bool

    /// The same as it concerns the one who asks.
    func seen(_ owed: Obligation) -> Obligation {
        let debtors = owed.debtors
        let isOwn = debtors.contains(where: isAsker) || (!debtors.contains(where: \.isRecord) && keepsPlans)
        return Obligation(
            kind: owed.kind, record: owed.record, field: owed.field, debtors: debtors, earliest: owed.earliest,
            latest: owed.latest, words: owed.words, code: owed.code, state: owed.state, isOwn: isOwn,
            isSupervised: !isOwn && debtors.contains(where: isSupervised))
    }

    /// A party that names a post is that post; one that names an organisation only, each of its posts.
    private func isAsker(_ debtor: Obligation.Debtor) -> Bool {
        if let post = debtor.post { return post == asker.post }
        return debtor.organisation.map { $0 == asker.organisation } ?? false
    }

    /// By the organisation above the debtor's; where there is none, by those who keep the plan.
    private func isSupervised(_ debtor: Obligation.Debtor) -> Bool {
        guard let body = debtor.organisation ?? debtor.post.flatMap({ directory.posts[$0]?.organisation }) else {
            return false
        }
        guard let supervisor = directory.organisations[body]?.supervisor else { return keepsPlans }
        return supervisor == asker.organisation
    }
}

extension PlanRecords {
    /// The newest state of play that says something; nil where nobody said anything.
    func heard(of action: RecordID) -> RecordState? {
        statesOfPlay(of: action).last { !["not-reported", "no-answer"].contains($0.code("status")) }
    }
}

extension RecordState {
    /// The days in which what a deadline promises is awaited; nil where it has no last day. What was entered by hand counts
    /// before what the words say.
    ///
    /// - Parameters:
    ///   - start: When the plan began.
    ///   - heardOn: When something was heard last.
    func awaited(from start: CalendarDate, heardOn: CalendarDate?) -> DaySpan? {
        guard let words = text("words") else { return nil }
        let read = Deadline(words)
        if read.rhythm != nil || read.kind == .recurring { return read.awaited(from: start, met: heardOn) }
        return lastDay("latest").map { DaySpan(firstDay("earliest"), $0) }
    }
}
