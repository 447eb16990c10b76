import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// The versions of questionnaires that the one who asks may read, the newest first.
    package func questionnaires(_ asking: Asking) throws -> [QuestionnaireSheet] {
        try ledger.records(of: "questionnaire").filter { try mayDo(asking, .read, to: $0) }.reversed().map {
            try questionnaire($0, asking)
        }
    }

    /// A version of a questionnaire with its questions and translations, as far as the one who asks may read them.
    ///
    /// - Throws: ``RegistryRefusal/notFound``, or the ledger's failure.
    package func questionnaire(_ record: RecordID, _ asking: Asking) throws -> QuestionnaireSheet {
        let (_, standpoint) = try leave(asking, .read, on: record)
        guard standpoint.mechanism.name == "questionnaire", let head = try ledger.record(record) else {
            throw RegistryRefusal.notFound
        }
        let parts = try linked(to: record, by: "questionnaire", ["question", "question-translation"], asking)
        return QuestionnaireSheet(head, parts.map(\.state))
    }

    /// The rounds that the one who asks may read, the newest first.
    ///
    /// - Parameter kind: Only those of questionnaires of this kind; nil for all.
    package func rounds(_ asking: Asking, ofKind kind: String? = nil) throws -> [RoundStand] {
        try ledger.records(of: "questionnaire-round").filter {
            try self.kind(ofRound: $0, is: kind) && mayDo(asking, .read, to: $0)
        }.reversed().map { try round($0, asking) }
    }

    private func kind(ofRound record: RecordID, is kind: String?) throws -> Bool {
        guard let kind else { return true }
        let questionnaire = try ledger.record(record)?.link("questionnaire")
        return try questionnaire.flatMap { try ledger.record($0)?.code("kind") } == kind
    }

    /// A round as it stands today. Everybody who reads plans sees who has answered; how much, only those who may see
    /// answers.
    ///
    /// - Throws: ``RegistryRefusal/notFound``, or the ledger's failure.
    package func round(_ record: RecordID, _ asking: Asking) throws -> RoundStand {
        let (_, standpoint) = try leave(asking, .read, on: record)
        guard standpoint.mechanism.name == "questionnaire-round",
            let questionnaire = try ledger.record(record)?.link("questionnaire")
        else { throw RegistryRefusal.notFound }
        let responses = try linked(to: record, by: "round", ["questionnaire-response"], asking).map { state, history in
            (state: state, history: history, name: respondent(of: state))
        }
        let source = RoundStand.Source(history: try ledger.history(of: record), responses: responses)
        guard let stand = RoundStand(source, try self.questionnaire(questionnaire, asking), on: today) else {
            throw RegistryRefusal.notFound
        }
        return stand
    }

    private func respondent(of state: RecordState) -> String {
        state.link("respondent").flatMap { directory.organisations[$0]?.name } ?? state.record.description
    }

    /// Records that point to another one, with their events, each as far as the policy lets it be read; those out of reach
    /// are left out.
    private func linked(
        to target: RecordID, by field: String, _ mechanisms: Set<String>, _ asking: Asking
    ) throws -> [(state: RecordState, history: [Event])] {
        let all = try ledger.histories(linkedTo: target, by: field).linked
        let histories = Dictionary(
            all.compactMap { events in
                events.first.flatMap { mechanisms.contains($0.draft.mechanism) ? ($0.draft.record, events) : nil }
            }, uniquingKeysWith: { first, _ in first })
        return try ledger.rows(histories.keys.sorted(), for: asking.actor).compactMap { row in
            guard let mechanism = book.mechanism(row.mechanism), let history = histories[row.record],
                let first = history.first,
                case .success(let grant) = policy.decide(
                    asking.actor, .read, on: Standpoint(row: row, mechanism: mechanism).target, for: asking.purpose)
            else { return nil }
            let state = history.dropFirst().reduce(into: RecordState(opening: first.draft)) { $0.apply($1.draft) }
            return (state.without(mechanism.fields(above: grant.ceiling)), history)
        }
    }

    /// The responses that the post of the one who asks is to write, those that are due first before the others.
    package func ownResponses(_ asking: Asking) throws -> [RecordView] {
        let request = ListRequest(
            "questionnaire-response", states: ["not-opened", "in-progress", "returned"], through: [.own],
            limit: ListRequest.longestPage)
        func due(_ view: RecordView) -> CalendarDate? {
            if case .period(let period)? = view.value("due-on") { period.end } else { nil }
        }
        let last = CalendarDate(daysSinceEpoch: .max)
        return try list(request, asking).rows.sorted { (due($0) ?? last, $0.record) < (due($1) ?? last, $1.record) }
    }
}

extension RecordState {
    /// The same without some fields.
    func without(_ fields: Set<String>) -> RecordState {
        RecordState(
            opening: EventDraft(
                mechanism: mechanism, record: record, version: version, kind: "", state: state,
                changes: self.fields.filter { !fields.contains($0.key) }, effective: effective))
    }
}
