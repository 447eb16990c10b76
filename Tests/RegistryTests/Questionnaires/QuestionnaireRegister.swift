import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Synchronization
import Testing
import Vocabulary

/// A register with a clock that a test moves, and a questionnaire of four questions.
final class QuestionnaireRegister: Sendable {
    final class Clock: Sendable {
        private let kept = Mutex(InterfaceRegister.now)
        var now: Timestamp { kept.withLock { $0 } }
        func pass(days: Int64) {
            kept.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + days * 86_400_000) }
        }
    }

    let clock = Clock()
    let register: InterfaceRegister
    let secretariat: Asking
    let questionnaire: RecordID

    var registry: Registry { register.registry }
    var today: CalendarDate { clock.now.day }

    init() throws {
        let clock = clock
        register = try InterfaceRegister(clock: { clock.now })
        secretariat = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        questionnaire = try QuestionnaireRegister.submit(
            register.registry, secretariat, "draft", "questionnaire",
            [
                "title": .text("Services for victims"), "introduction": .text("What there is."),
                "kind": .code("enquiry"), "edition": .integer(1), "language": .code("eng"),
            ], on: clock.now.day)
        try ask("body", "text", 1, required: true)
        try ask("places", "number", 2)
        try ask("law", "yes-no", 3, required: true)
        try ask("extent", "choice", 4, options: "full = Fully\npart = In part")
    }

    @discardableResult
    func ask(
        _ key: String, _ kind: String, _ place: Int, required: Bool = false, options: String? = nil,
        of questionnaire: RecordID? = nil
    ) throws -> RecordID {
        var changes: [String: FieldValue] = [
            "questionnaire": .link(questionnaire ?? self.questionnaire), "key": .text(key), "kind": .code(kind),
            "place": .integer(place), "required": .boolean(required), "text": .text("What of \(key)?"),
        ]
        changes["options"] = options.map(FieldValue.text)
        return try take("ask", "question", nil, changes)
    }

    /// Takes a step, or opens a record; as the secretariat where nobody is named.
    @discardableResult
    func take(
        _ step: String, _ mechanism: String, _ record: RecordID? = nil, _ changes: [String: FieldValue] = [:],
        by actor: Actor? = nil
    ) throws -> RecordID {
        try QuestionnaireRegister.submit(
            registry, actor.map { Asking($0) } ?? secretariat, step, mechanism, changes, record, on: today)
    }

    private static func submit(
        _ registry: Registry, _ asking: Asking, _ step: String, _ mechanism: String, _ changes: [String: FieldValue],
        _ record: RecordID? = nil, on day: CalendarDate
    ) throws -> RecordID {
        var random = SystemRandomNumberGenerator()
        let id = record ?? RecordID(at: registry.now, using: &random)
        let version = try record.flatMap { try registry.ledger.record($0)?.version } ?? 0
        let command = Command(
            mechanism: mechanism, record: id, transition: step, expectedVersion: version, changes: changes,
            effective: .day(day), reason: "because")
        if case .refused(let refusal) = try registry.submit([command], asking) { throw refusal }
        return id
    }

    /// Sends a version to Alpha and Beta, to their caseworkers.
    func send(
        _ questionnaire: RecordID? = nil, _ title: String = "First round", in languages: [String] = ["eng"],
        days: Int = 10
    ) throws -> RecordID {
        let people = register.people
        let sheet = try registry.questionnaire(questionnaire ?? self.questionnaire, secretariat)
        let sending = QuestionnaireSending(
            sheet, titled: title, in: languages, until: today.adding(days: days),
            to: [
                .init(organisation: people.alpha, function: people.caseworkerOfAlpha.post),
                .init(organisation: people.beta, function: people.caseworkerOfBeta.post),
            ], on: today
        ) { [clock] in
            var random = SystemRandomNumberGenerator()
            return RecordID(at: clock.now, using: &random)
        }
        if case .refused(let refusal) = try registry.submit(sending.commands, secretariat) { throw refusal }
        return sending.round
    }

    func line(_ round: RecordID, _ house: RecordID) throws -> RoundStand.Line {
        try #require(try registry.round(round, secretariat).lines.first { $0.respondent == house })
    }

    /// Alpha's answers, sent.
    func answer(_ round: RecordID, _ text: String = "body: Shelters\nlaw: yes") throws {
        try take(
            "submit", "questionnaire-response", line(round, register.people.alpha).response,
            ["answers": .text(text)], by: register.people.caseworkerOfAlpha)
    }

    /// What the book refuses, by its codes; none where it is done.
    func codes(_ work: () throws -> Void) throws -> [String] {
        do { try work() } catch let refusal as Refusal { return refusal.problems.map(\.code) }
        return []
    }
}
