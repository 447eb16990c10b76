import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// Rounds of a questionnaire: who answers, who is late, who sees what (B66).
struct RoundTests {
    private let house: QuestionnaireRegister
    private let people: InterfacePeople

    init() throws {
        house = try QuestionnaireRegister()
        people = house.register.people
    }

    @Test func b66AResponseGoesFromNotBegunToAccepted() throws {
        let round = try house.send()
        let response = try house.line(round, people.alpha).response
        #expect(try house.line(round, people.alpha).state == "not-opened")
        try house.take(
            "begin", "questionnaire-response", response, ["answers": .text("places: 12")], by: people.caseworkerOfAlpha)
        #expect(try house.line(round, people.alpha).answered == 1)
        try house.answer(round)
        try house.take("return", "questionnaire-response", response)
        #expect(try house.line(round, people.alpha).state == "returned")
        try house.take("submit", "questionnaire-response", response, by: people.caseworkerOfAlpha)
        try house.take("accept", "questionnaire-response", response)
        #expect(try house.line(round, people.alpha).state == "accepted")
        #expect(try house.line(round, people.beta).state == "not-opened")
    }

    @Test func b66ALateAnswerIsTakenAndMarkedByTheLedgersOwnTime() throws {
        let round = try house.send(days: 10)
        house.clock.pass(days: 11)
        #expect(try house.line(round, people.alpha).isOverdue)
        try house.answer(round)
        let line = try house.line(round, people.alpha)
        #expect(line.isLate && !line.isOverdue && line.submittedOn == house.today)
    }

    @Test func b66OnTheLastDayIsNotLate() throws {
        let round = try house.send(days: 10)
        house.clock.pass(days: 10)
        try house.answer(round)
        #expect(try !house.line(round, people.alpha).isLate)
    }

    @Test func b66ExtendingMovesWhatIsOpenAndKeepsTheFormerDeadline() throws {
        let round = try house.send(days: 10)
        try house.answer(round)
        let before = try house.registry.round(round, house.secretariat)
        let later = before.deadline.adding(days: 7)
        let outcome = try house.registry.extend(
            round, to: later, because: "Holidays", at: before.version, house.secretariat)
        guard case .written = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let stand = try house.registry.round(round, house.secretariat)
        #expect(stand.deadlines.map(\.day) == [before.deadline, later])
        #expect(stand.deadlines.last?.reason == "Holidays")
        #expect(try house.line(round, people.beta).dueOn == later)
    }

    @Test func b66ADeadlineIsNotBroughtForward() throws {
        let round = try house.send(days: 10)
        let stand = try house.registry.round(round, house.secretariat)
        let outcome = try house.registry.extend(
            round, to: stand.deadline.adding(days: -1), because: "Hurry", at: stand.version, house.secretariat)
        guard case .refused(let refusal) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(refusal.problems.map(\.code).contains("M114"))
    }

    @Test func b66WhatIsDueStandsAtHomeOfThePostThatAnswers() throws {
        _ = try house.send(days: 10)
        let request = ListRequest(
            "questionnaire-response", through: [.own], dueBy: house.today.adding(days: 14))
        #expect(try house.registry.list(request, Asking(people.caseworkerOfAlpha)).rows.count == 1)
        #expect(try house.registry.list(request, Asking(people.authorityOfAlpha)).rows.isEmpty)
        #expect(try house.registry.ownResponses(Asking(people.caseworkerOfBeta)).count == 1)
    }

    @Test func b66EarlierAnswersToTheSameQuestionAreShown() throws {
        let first = try house.send()
        try house.answer(first, "body: Shelters\nextent: part\nlaw: yes\nplaces: 40")
        house.clock.pass(days: 30)
        let second = try house.send(nil, "Second round")
        let response = try house.line(second, people.alpha).response
        let sheet = try house.registry.answering(response, Asking(people.caseworkerOfAlpha))
        #expect(sheet.earlier["places"]?.value == "40" && sheet.earlier["places"]?.round == "First round")
        #expect(sheet.earlier.count == 4 && sheet.answers == AnswerSheet())
    }

    @Test func b66AQuestionIsKnownAgainInTheNextVersionByItsKey() throws {
        let first = try house.send()
        try house.answer(first)
        house.clock.pass(days: 30)
        let sheet = try house.registry.questionnaire(house.questionnaire, house.secretariat)
        let next = NextEdition(after: sheet, on: house.today) { [house] in
            var random = SystemRandomNumberGenerator()
            return RecordID(at: house.clock.now, using: &random)
        }
        guard case .written = try house.registry.submit(next.commands, house.secretariat) else {
            Issue.record("the next version was not made")
            return
        }
        try house.ask("visits", "number", 5, of: next.record)
        let second = try house.send(next.record, "Second round")
        let response = try house.line(second, people.alpha).response
        let answering = try house.registry.answering(response, Asking(people.caseworkerOfAlpha))
        #expect(answering.earlier["body"]?.value == "Shelters" && answering.earlier["visits"] == nil)
    }

    @Test func b66OneQuestionnaireServesTwoActions() throws {
        let secretariat = house
        let plan = try secretariat.take("adopt", "plan", nil, ["title": .text("Harbour plan")])
        let part = try secretariat.take(
            "set", "plan-part", nil,
            ["plan": .link(plan), "level": .code("objective"), "place": .integer(1), "text": .text("See")])
        let actions = try (1...2).map { place in
            try secretariat.take(
                "set", "plan-action", nil,
                [
                    "plan": .link(plan), "part": .link(part), "place": .integer(place), "code": .text("1.\(place)"),
                    "text": .text("Light"),
                ])
        }
        _ = try house.send()
        try house.take("serve", "questionnaire", house.questionnaire, ["actions": .links(actions)])
        #expect(try house.registry.questionnaire(house.questionnaire, house.secretariat).actions == actions)
    }

    @Test func b66TheAnnexNamesWhoDidNotAnswer() throws {
        let round = try house.send()
        try house.answer(round, "body: Shelters\nextent: part\nlaw: unknown")
        let stand = try house.registry.round(round, house.secretariat)
        let annex = Consolidation(
            stand, try house.registry.sheets(of: stand, house.secretariat), in: "eng")
        #expect(annex.nonRespondents == ["Organisation Beta"])
        #expect(annex.entries[3].answers.map(\.text) == ["In part"])
        #expect(annex.entries[3].tally.map(\.count) == [0, 1])
        #expect(annex.entries[2].tally.map(\.label) == ["yes", "no", "unknown"])
        #expect(annex.entries[1].without == ["Organisation Alpha"])
        // Four questions of Alpha, and one row that says that Beta sent nothing.
        #expect(annex.rows(marked: "named").count == 5)
    }

    @Test func b66WhoReadsTheAnswersOfARoundStandsAmongTheAccessesOfEachResponse() throws {
        let round = try house.send()
        try house.answer(round, "body: Shelters\nlaw: yes")
        let stand = try house.registry.round(round, house.secretariat)
        let ledger = house.registry.ledger
        let before = try stand.lines.map { try ledger.accesses(to: $0.response).count }
        _ = try house.registry.sheets(of: stand, house.secretariat)
        let after = try stand.lines.map { try ledger.accesses(to: $0.response) }
        // One of the two sent answers, and those alone were read.
        #expect(zip(after, before).map { $0.count - $1 } == stand.lines.map { $0.hasAnswered ? 1 : 0 })
        let reader = house.secretariat.actor.account
        for (line, accesses) in zip(stand.lines, after) where line.hasAnswered {
            #expect(accesses.last?.account == reader)
        }
    }

    @Test func b66AVersionThatWasSentIsFrozen() throws {
        let question = try house.ask("more", "text", 5)
        _ = try house.send()
        #expect(try house.codes { try house.ask("late", "text", 6) } == ["M127"])
        #expect(
            try house.codes { try house.take("correct", "question", question, ["text": .text("Else?")]) } == ["M127"])
        #expect(
            try house.codes { try house.take("correct", "questionnaire", house.questionnaire, [:]) } == ["M103"])
    }

    @Test(arguments: [
        ("body: Shelters", "M126"), ("body: Shelters\nlaw: perhaps", "M125"), ("law: yes\nbody: A\nother: B", "M125"),
        ("no sheet", "M125"),
    ])
    func b66RefusesAnswersThatAreNone(text: String, code: String) throws {
        let round = try house.send()
        #expect(try house.codes { try house.answer(round, text) } == [code])
    }

    @Test func b66AClosedRoundTakesNothing() throws {
        let round = try house.send()
        try house.take("close", "questionnaire-round", round)
        #expect(try house.codes { try house.answer(round) } == ["M127"])
    }

    @Test func b66NobodyIsAskedTwiceInARound() throws {
        let round = try house.send()
        let stand = try house.registry.round(round, house.secretariat)
        let codes = try house.codes {
            try house.take(
                "ask", "questionnaire-response", nil,
                [
                    "round": .link(round), "questionnaire": .link(house.questionnaire),
                    "respondent": .link(people.alpha), "due-on": .period(.day(stand.deadline)),
                ])
        }
        #expect(codes == ["M120"])
    }

    @Test func othersSeeThatThereIsAResponseAndNotWhatItSays() throws {
        let round = try house.send()
        try house.answer(round)
        let response = try house.line(round, people.alpha).response
        let view = try house.registry.read(response, Asking(people.caseworkerOfBeta))
        #expect(view.state == "submitted" && view.content("answers") == .withheld)
        #expect(throws: RegistryRefusal.self) {
            try house.registry.answering(response, Asking(people.caseworkerOfBeta))
        }
        #expect(throws: RegistryRefusal.self) {
            try house.take(
                "return", "questionnaire-response", response, by: people.caseworkerOfBeta)
        }
        let seen = try house.registry.round(round, Asking(people.caseworkerOfBeta)).lines
        #expect(seen.first { $0.respondent == people.alpha }?.answered == nil)
    }
}
