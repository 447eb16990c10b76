import Access
import Intake
import Mechanisms
import Registry
import Vocabulary

/// How questionnaires of the demo country come in, go out and are answered on a day, by the ways of everybody else's.
struct DemoRound {
    let demo: DemoCoordination
    let day: CalendarDate

    /// Brings a questionnaire in from a file of `demo/country`.
    ///
    /// - Parameter action: That it serves.
    /// - Throws: What the reader or the register says against the file.
    func questionnaire(_ name: String, kind: String, serving action: RecordID? = nil) throws -> RecordID {
        let table = try QuestionnaireTable(demo.file(name))
        let work = QuestionnaireImport(
            table,
            .init(
                title: table.head?.text ?? "", kind: kind, language: "eng", actions: action.map { [$0] } ?? [],
                isReviewed: true), onto: nil, on: day, makeID: DemoRecord.newID)
        _ = try DemoRecord.written(demo.registry.submit(work.commands, demo.secretariat))
        return work.questionnaire
    }

    /// Sends it, and answers with the round and what each body was sent.
    ///
    /// - Parameter last: The last day, counted from the one on which the country is made.
    /// - Throws: What the register says against it.
    func send(
        _ questionnaire: RecordID, titled title: String, in languages: [String], until last: Int,
        to respondents: [QuestionnaireSending.Respondent]
    ) throws -> (round: RecordID, lines: [RecordID: RoundStand.Line]) {
        let sending = QuestionnaireSending(
            try demo.registry.questionnaire(questionnaire, demo.secretariat), titled: title, in: languages,
            until: demo.clock.day(last), to: respondents, on: day, makeID: DemoRecord.newID)
        _ = try DemoRecord.written(demo.registry.submit(sending.commands, demo.secretariat))
        let lines = try demo.registry.round(sending.round, demo.secretariat).lines
        return (sending.round, Dictionary(lines.map { ($0.respondent, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Takes a response one step on, and answers with its version after it.
    ///
    /// - Throws: What the policy or the book says against it.
    func step(
        _ name: String, _ response: RecordID, _ version: Int, _ changes: [String: FieldValue], _ asking: Asking,
        because reason: String? = nil
    ) throws -> Int {
        try DemoRecord.step(
            name, "questionnaire-response", response, at: version, changes, because: reason, on: day,
            of: demo.registry, asking)
    }
}
