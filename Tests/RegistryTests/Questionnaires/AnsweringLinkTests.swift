import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// A link for somebody without an account: what it reaches, and when it reaches nothing (B66).
struct AnsweringLinkTests {
    private let house: QuestionnaireRegister
    private let round: RecordID
    private let response: RecordID
    private let link: RecordID

    init() throws {
        house = try QuestionnaireRegister()
        round = try house.send()
        response = try house.line(round, house.register.people.alpha).response
        link = try house.registry.makeLink(
            to: response, hash: "a hash", until: house.today.adding(days: 20), house.secretariat
        ).link
    }

    private func bearer() throws -> Asking { try house.registry.bearer(of: link, hash: "a hash").asking }

    @Test func b66ReadsAndWritesItsOneResponse() throws {
        let asking = try bearer()
        let sheet = try house.registry.answering(response, asking)
        #expect(sheet.mayAnswer && sheet.questionnaire.questions.count == 4)
        try house.take(
            "submit", "questionnaire-response", response, ["answers": .text("body: A\nlaw: no")], by: asking.actor)
        #expect(try house.line(round, house.register.people.alpha).state == "submitted")
    }

    @Test func b66ReachesNothingElse() throws {
        let asking = try bearer()
        let others = [
            round, house.questionnaire, try house.line(round, house.register.people.beta).response,
            house.register.people.alpha,
        ]
        for record in others {
            #expect(throws: RegistryRefusal.notFound) { try house.registry.read(record, asking) }
        }
        #expect(try house.registry.questionnaires(asking).isEmpty && house.registry.rounds(asking).isEmpty)
        let request = ListRequest("questionnaire-response")
        #expect(try house.registry.list(request, asking).rows.map(\.record) == [response])
        #expect(throws: RegistryRefusal.self) {
            try house.take("adopt", "plan", nil, ["title": .text("A plan")], by: asking.actor)
        }
        #expect(throws: (any Error).self) {
            try house.take("accept", "questionnaire-response", response, by: asking.actor)
        }
    }

    @Test func b66EarlierResponsesAreNotShownToALink() throws {
        try house.answer(round)
        house.clock.pass(days: 2)
        let second = try house.send(nil, "Second round")
        let later = try house.line(second, house.register.people.alpha).response
        let made = try house.registry.makeLink(
            to: later, hash: "another", until: house.today.adding(days: 20), house.secretariat)
        let asking = try house.registry.bearer(of: made.link, hash: "another").asking
        #expect(try house.registry.answering(later, asking).earlier.isEmpty)
    }

    @Test func b66IsGoodForItsSecretAndItsDaysOnly() throws {
        #expect(throws: RegistryRefusal.linkNotGood) { try house.registry.bearer(of: link, hash: "no hash") }
        #expect(throws: RegistryRefusal.linkNotGood) { try house.registry.bearer(of: response, hash: "a hash") }
        let asking = try bearer()
        house.clock.pass(days: 21)
        #expect(throws: RegistryRefusal.linkNotGood) { try bearer() }
        // The policy says the same of whoever was let in before.
        #expect(throws: RegistryRefusal.notFound) { try house.registry.answering(response, asking) }
    }

    @Test func b66IsTakenBackAtOnce() throws {
        let asking = try bearer()
        try house.take("take-back", "answering-link", link)
        #expect(throws: RegistryRefusal.linkNotGood) { try bearer() }
        #expect(throws: RegistryRefusal.notFound) { try house.registry.answering(response, asking) }
    }

    @Test func b66ANewLinkTakesTheOlderOneBack() throws {
        _ = try house.registry.makeLink(
            to: response, hash: "newer", until: house.today.adding(days: 5), house.secretariat)
        #expect(throws: RegistryRefusal.linkNotGood) { try bearer() }
    }

    @Test func b66EveryUseIsAnEvent() throws {
        let before = try house.registry.ledger.accesses(to: response).count
        _ = try house.registry.answering(response, bearer())
        let accesses = try house.registry.ledger.accesses(to: response)
        #expect(accesses.count > before && accesses.last?.account == "link-\(link)")
    }

    @Test func b66NobodyMakesALinkByHandOrWithoutLeave() throws {
        let codes = try house.codes {
            try house.take(
                "make", "answering-link", nil,
                ["response": .link(response), "hash": .text("mine"), "until": .period(.day(house.today))])
        }
        #expect(codes == ["M104"])
        #expect(throws: RegistryRefusal.self) {
            try house.registry.makeLink(
                to: response, hash: "mine", until: house.today, Asking(house.register.people.caseworkerOfAlpha))
        }
    }
}
