import Access
import Ledger
package import Mechanisms
package import Vocabulary

extension Registry {
    /// A response with all that its respondent needs to write it; the reading is written down first.
    ///
    /// Whoever may read a response may read what it was asked: the questions are a part of it, though they lie in records
    /// of their own. Earlier responses are read one by one under the policy: a link opens none of them.
    ///
    /// - Throws: ``RegistryRefusal/notFound``, ``RegistryRefusal/notForYou(action:rule:)`` for those who may know of the
    ///   response and not of its answers, or the ledger's failure.
    package func answering(_ response: RecordID, _ asking: Asking) throws -> AnsweringSheet {
        let (grant, standpoint) = try leave(asking, .read, on: response)
        guard standpoint.mechanism.name == "questionnaire-response" else { throw RegistryRefusal.notFound }
        guard grant.ceiling >= .restricted else { throw RegistryRefusal.notForYou(action: .read, rule: grant.rule) }
        let view = try read(response, asking)
        let history = try ledger.history(of: response)
        guard let asked = view.link("questionnaire"), let head = try ledger.record(asked),
            let round = try view.link("round").flatMap({ try ledger.record($0) })
        else { throw RegistryRefusal.notFound }
        let sheet = QuestionnaireSheet(head, try ledger.records(linkedTo: asked, by: "questionnaire"))
        let submitted = history.first { $0.draft.kind == "submit" }?.recordedAt.day
        let deadline = round.lastDay("deadline") ?? today
        let roundHead = AnsweringSheet.RoundHead(
            record: round.record, title: round.text("title") ?? "", deadline: deadline, isOpen: round.state == "open",
            languages: round.codes("languages"))
        let name = view.link("respondent").flatMap { directory.organisations[$0]?.name } ?? ""
        return AnsweringSheet(
            response: view, respondent: name, answers: view.answers, questionnaire: sheet, round: roundHead,
            earlier: try earlierAnswers(to: sheet, beside: view, asking),
            returned: view.state == "returned" ? history.last { $0.draft.kind == "return" }?.draft.reason : nil,
            submittedOn: submitted, isLate: submitted.map { $0 > deadline } ?? false,
            mayAnswer: try roundHead.isOpen
                && offers(on: response, asking).contains {
                    $0.isOpen && $0.transition.name == "submit"
                })
    }

    /// Of rounds of the same questionnaire, in this version or one before it, the newest first.
    private func earlierAnswers(
        to sheet: QuestionnaireSheet, beside view: RecordView, _ asking: Asking
    ) throws -> [String: AnsweringSheet.Earlier] {
        guard let respondent = view.link("respondent") else { return [:] }
        let line = try versions(upTo: sheet.record)
        let others = try ledger.records(linkedTo: respondent, by: "respondent").filter { other in
            other.mechanism == "questionnaire-response" && other.record != view.record
                && ["submitted", "accepted", "returned"].contains(other.state)
                && other.link("questionnaire").map(line.contains) ?? false
        }
        let sent = try others.compactMap { other in
            try ledger.history(of: other.record).last { $0.draft.kind == "submit" }.map { (state: other, event: $0) }
        }
        var found: [String: AnsweringSheet.Earlier] = [:]
        for other in sent.sorted(by: { $0.event.sequence > $1.event.sequence }).prefix(Registry.mostEarlierRounds)
        where try mayDo(asking, .read, to: other.state.record) {
            let earlier = try read(other.state.record, asking).answers
            let title = try other.state.link("round").flatMap { try ledger.record($0) }?.text("title") ?? ""
            for question in sheet.questions where found[question.key] == nil {
                // What was an answer to the question as it was may be none as it is.
                guard let value = earlier[question.key], question.canonical(value) == value else { continue }
                found[question.key] = AnsweringSheet.Earlier(
                    value: value, response: other.state.record, round: title, submittedOn: other.event.recordedAt.day)
            }
        }
        return found
    }

    private static let mostEarlierRounds = 4

    /// A version of a questionnaire and those that it follows.
    private func versions(upTo record: RecordID) throws -> Set<RecordID> {
        var found: Set<RecordID> = []
        var next: RecordID? = record
        while let version = next, found.insert(version).inserted {
            next = try ledger.record(version)?.link("follows")
        }
        return found
    }

    /// Moves the deadline of a round, and with it the day by which its open responses are due; all or nothing.
    ///
    /// - Parameters:
    ///   - version: Of the round, as the person saw it.
    ///   - reason: Stays beside the former deadline.
    ///   - key: As for ``submit(_:_:key:)``.
    package func extend(
        _ round: RecordID, to day: CalendarDate, because reason: String, at version: Int, _ asking: Asking,
        key: String? = nil
    ) throws -> SubmissionOutcome {
        let stand = try self.round(round, asking)
        let effective = Period.day(today)
        let moved = Command(
            mechanism: "questionnaire-round", record: round, transition: "extend", expectedVersion: version,
            changes: ["deadline": .period(.day(day))], effective: effective, reason: reason)
        let followed = stand.lines.filter(\.isOpen).map { line in
            Command(
                mechanism: "questionnaire-response", record: line.response, transition: "extend-\(line.state)",
                expectedVersion: line.version, changes: ["due-on": .period(.day(day))], effective: effective,
                reason: reason)
        }
        return try submit([moved] + followed, asking, key: key, byRegister: true)
    }
}

extension RecordView {
    /// The record that a link field names.
    package func link(_ field: String) -> RecordID? { value(field)?.linked.first }

    /// Of a response: its answers, none where they are withheld.
    package var answers: AnswerSheet {
        if case .text(let text)? = value("answers") { AnswerSheet(text) ?? AnswerSheet() } else { AnswerSheet() }
    }
}

extension RecordState {
    func codes(_ field: String) -> [String] { if case .codes(let codes)? = fields[field] { codes } else { [] } }
}
