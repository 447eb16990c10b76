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
        let parts = try ledger.records(linkedTo: record, by: "questionnaire").filter(Registry.isPart).map(\.record)
        return QuestionnaireSheet(head, try readable(parts, asking))
    }

    private static func isPart(_ state: RecordState) -> Bool {
        ["question", "question-translation"].contains(state.mechanism)
    }

    /// The rounds that the one who asks may read, the newest first.
    package func rounds(_ asking: Asking) throws -> [RoundStand] {
        try ledger.records(of: "questionnaire-round").filter { try mayDo(asking, .read, to: $0) }.reversed().map {
            try round($0, asking)
        }
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
        let asked = try ledger.records(linkedTo: record, by: "round").map(\.record)
        let responses = try readable(asked, asking).filter { $0.mechanism == "questionnaire-response" }.map { state in
            (state: state, history: try ledger.history(of: state.record), name: respondent(of: state))
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

    /// Records as they are, each as far as the policy lets it be read; those out of reach are left out.
    private func readable(_ records: [RecordID], _ asking: Asking) throws -> [RecordState] {
        try ledger.rows(records, for: asking.actor).compactMap { row in
            guard let mechanism = book.mechanism(row.mechanism),
                case .success(let grant) = policy.decide(
                    asking.actor, .read, on: Standpoint(row: row, mechanism: mechanism).target, for: asking.purpose)
            else { return nil }
            return try ledger.record(row.record)?.without(mechanism.fields(above: grant.ceiling))
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
