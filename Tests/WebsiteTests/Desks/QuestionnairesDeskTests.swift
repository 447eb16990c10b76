import Access
import Accounts
import Intake
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// Questionnaires as a secretariat and its respondents use them, through HTTP (B66, B67).
@Suite struct QuestionnairesDeskTests {
    private let house: DeskHouse
    private let questionnaire: RecordID
    private let home = "/work/questionnaires"

    init() throws {
        house = try DeskHouse { _ in [QuestionnairesDesk(ownAddress: "https://register.example")] }
        try house.person("cora", .coordinator)
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        var random = SystemRandomNumberGenerator()
        func id() -> RecordID { RecordID(at: InterfaceRegister.now, using: &random) }
        let table = try QuestionnairesDeskTests.table()
        let work = QuestionnaireImport(
            table, .init(title: "Services", kind: "enquiry", language: "eng", actions: [], isReviewed: true),
            onto: nil, on: InterfaceRegister.now.day, makeID: id)
        guard case .written = try house.register.registry.submit(work.commands, asking) else {
            throw RegistryRefusal.notFound
        }
        questionnaire = work.questionnaire
    }

    /// A body that is asked, with a post of its own; whoever holds it, if somebody does.
    private func respondent(_ name: String, held account: Account? = nil) throws -> (house: RecordID, post: RecordID) {
        let keeper = Actor(account: "shell-0", function: .coordinator, organisation: nil)
        let body = try house.register.open(
            "organisation", "open", ["name": .text(name), "kind": .code("ngo")], by: keeper)
        let post = try house.register.open(
            "function", "open", ["organisation": .link(body), "kind": .code("respondent")], by: keeper)
        if let account {
            try house.register.open(
                "mandate", "open",
                [
                    "function": .link(post), "holder": .text(account.displayName),
                    "account": .text(account.id.description), "rank": .code("main"),
                    "from": .period(.day(InterfaceRegister.now.day.adding(days: -1))),
                ], by: keeper)
        }
        return (body, post)
    }

    /// Sends it as the secretariat does, and goes to the round.
    private func send(
        _ browser: DeskBrowser, to respondents: [RecordID], languages: [String] = ["eng"], title: String = "First round"
    ) async throws -> RecordID {
        #expect(try await browser.get("\(home)/forms/\(questionnaire)") == 200)
        let day = InterfaceRegister.now.day.adding(days: 10).description
        let fields =
            [("title", title), ("deadline", day), ("key", browser.hidden("key"))]
            + languages.map { ("languages", $0) } + respondents.map { ("respondents", $0.description) }
        #expect(try await browser.send(fields, to: "\(home)/forms/\(questionnaire)/send") == 303)
        let place = try #require(browser.location)
        #expect(try await browser.get(place) == 200)
        return try #require(RecordID(String(place.dropFirst("\(home)/rounds/".count).prefix(36))))
    }

    private func stand(_ round: RecordID) throws -> RoundStand {
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        return try house.register.registry.round(round, asking)
    }

    @Test func b66TwentySevenRespondentsAreAskedChasedExtendedAndPutTogether() async throws {
        let bodies = try (1...27).map { try respondent("Body \($0 < 10 ? "0" : "")\($0)") }
        let cora = try await house.browser("cora")
        let round = try await send(cora, to: bodies.map(\.post))
        #expect(cora.main.contains("0 of 27 have answered") && cora.main.contains("Not begun: 27"))
        #expect(cora.main.contains("Body 27") && cora.main.contains("Vacant"))
        // Twenty of them answer on paper, and the secretariat writes it in.
        for line in try stand(round).lines.prefix(20) {
            let form = "\(home)/responses/\(line.response)/answers"
            #expect(try await cora.get(form) == 200)
            let sent = try await cora.send(
                [
                    "a.body": "What \(line.name) does", "a.law": "yes", "a.places": "12", "act": "submit",
                    "version": cora.hidden("version"),
                ], to: form)
            #expect(sent == 303)
        }
        #expect(try await cora.get("\(home)/rounds/\(round)") == 200)
        #expect(cora.main.contains("20 of 27 have answered") && cora.main.contains("Submitted: 20"))
        let later = InterfaceRegister.now.day.adding(days: 17).description
        #expect(
            try await cora.send(
                ["deadline": later, "reason": "Holidays", "version": cora.hidden("version")],
                to: "\(home)/rounds/\(round)/extend") == 303)
        #expect(try await cora.get("\(home)/rounds/\(round)") == 200)
        #expect(cora.main.contains("Holidays"))
        #expect(try stand(round).silent.allSatisfy { $0.dueOn.description == later })
        #expect(try await cora.get("\(home)/rounds/\(round)/annex") == 200)
        for place in 21...27 { #expect(cora.main.contains("Body \(place)")) }
        #expect(cora.main.contains("20 of 27 answered") && cora.main.contains("What Body 07 does"))
        #expect(try await cora.get("\(home)/rounds/\(round)/annex.csv") == 200)
        // Four questions of twenty, one row for each of the seven, and the names of the columns.
        let lines = cora.text.split(whereSeparator: \.isNewline)
        #expect(lines.count == 88)
    }

    @Test func b66ARespondentSavesMistakesAndAll() async throws {
        let rosa = try house.person("rosa")
        let post = try respondent("Body", held: rosa).post
        let round = try await send(try await house.browser("cora"), to: [post])
        let response = try #require(try stand(round).lines.first).response
        let browser = try await house.browser("rosa")
        #expect(try await browser.get(home) == 200)
        #expect(browser.main.contains("For you to answer"))
        let form = "\(home)/responses/\(response)/answers"
        #expect(try await browser.get(form) == 200)
        #expect(
            try await browser.send(
                ["a.body": "A shelter", "a.places": "many", "act": "save", "version": browser.hidden("version")],
                to: form) == 422)
        #expect(browser.main.contains("This is no number") && browser.main.contains("many"))
        #expect(try stand(round).lines.first?.state == "in-progress" && stand(round).lines.first?.answered == 1)
        // The session ends; what could not be taken is still there.
        let again = try await house.browser("rosa")
        #expect(try await again.get(form) == 200)
        #expect(again.main.contains("many") && again.main.contains("A shelter"))
        let version = again.hidden("version")
        #expect(try await again.send(["a.places": "40", "act": "submit", "version": version], to: form) == 422)
        #expect(again.main.contains("Question 3:"))
        #expect(
            try await again.send(
                ["a.places": "40", "a.law": "unknown", "act": "submit", "version": again.hidden("version")], to: form)
                == 303)
        #expect(try stand(round).lines.first?.state == "submitted")
    }

    @Test func b66AnEarlierAnswerIsTakenOverWithOneClick() async throws {
        let rosa = try house.person("rosa")
        let post = try respondent("Body", held: rosa).post
        let cora = try await house.browser("cora")
        let browser = try await house.browser("rosa")
        let first = try await send(cora, to: [post])
        let old = "\(home)/responses/\(try #require(try stand(first).lines.first).response)/answers"
        #expect(try await browser.get(old) == 200)
        #expect(
            try await browser.send(
                ["a.body": "Beds & care", "a.law": "no", "act": "submit", "version": browser.hidden("version")], to: old
            )
                == 303)
        let second = try await send(cora, to: [post], title: "Second round")
        let form = "\(home)/responses/\(try #require(try stand(second).lines.first).response)/answers"
        #expect(try await browser.get(form) == 200)
        #expect(browser.main.contains("Answered in “First round”") && browser.main.contains("Use this answer again"))
        #expect(
            try await browser.send(["act": "reuse:body", "version": browser.hidden("version")], to: form) == 303)
        #expect(try await browser.get(form) == 200)
        #expect(browser.text.contains("Beds &amp; care</textarea>"))
    }

    @Test func b66SomebodyWithoutAnAccountAnswersByALink() async throws {
        let bodies = try [respondent("Body"), respondent("Other")]
        let cora = try await house.browser("cora")
        let round = try await send(cora, to: bodies.map(\.house))
        let response = try #require(try stand(round).lines.first).response
        #expect(try await cora.get("\(home)/responses/\(response)") == 200)
        let until = InterfaceRegister.now.day.adding(days: 12).description
        #expect(try await cora.send(["until": until], to: "\(home)/responses/\(response)/link") == 200)
        let path = String(cora.shown.dropFirst("https://register.example".count))
        #expect(path.hasPrefix("/answer/"))
        let guest = DeskBrowser(house)
        #expect(try await guest.get(path) == 200)
        #expect(guest.main.contains("1. <bdi>What is there?</bdi>"))
        #expect(
            try await guest.send(
                ["a.body": "A house", "a.law": "yes", "act": "submit", "version": guest.hidden("version")], to: path)
                == 303)
        #expect(try await guest.get(try #require(guest.location)) == 200)
        #expect(guest.main.contains("Your answers were sent"))
        #expect(try await guest.get("\(home)/responses/\(response)") != 200)
        // One letter otherwise, and another response's address, are no links.
        let flipped = path.last == "A" ? "B" : "A"
        #expect(try await guest.get(String(path.dropLast()) + flipped) == 404)
        #expect(guest.text.contains("R136"))
        let link = try #require(house.register.registry.ledger.records(linkedTo: response, by: "response").first)
        #expect(try await cora.get("\(home)/responses/\(response)") == 200)
        #expect(
            try await cora.send(
                ["link": link.record.description, "version": String(link.version)],
                to: "\(home)/responses/\(response)/link/take-back") == 303)
        #expect(try await guest.get(path) == 404)
    }

    @Test func b66TooManyLinksFromOneAddressAreHeldOff() async throws {
        let guest = DeskBrowser(house)
        var statuses: Set<Int> = []
        let path = "/answer/00000000-0000-7000-8000-000000000000/\(String(repeating: "A", count: 43))"
        for _ in 0..<45 { statuses.insert(try await guest.get(path)) }
        #expect(statuses == [404, 429])
    }

    @Test func b67TheFormIsReadInEachLanguageThatWasSent() async throws {
        let rosa = try house.person("rosa")
        let post = try respondent("Body", held: rosa).post
        let cora = try await house.browser("cora")
        let round = try await send(cora, to: [post], languages: ["eng", "fra"])
        let response = try #require(try stand(round).lines.first).response
        let browser = try await house.browser("rosa")
        #expect(try await browser.get("\(home)/responses/\(response)/answers?in=fra") == 200)
        #expect(browser.main.contains("Qu’y a-t-il ?") && browser.main.contains("En partie"))
        #expect(try await browser.get("\(home)/responses/\(response)/answers?in=spa") == 200)
        #expect(browser.main.contains("What is there?"))
    }

    @Test func b67ATranslationIsWrittenReviewedAndOutdatedInTheBrowser() async throws {
        let cora = try await house.browser("cora")
        let form = "\(home)/forms/\(questionnaire)/languages/spa"
        #expect(try await cora.get(form) == 200)
        var fields: [(String, String)] = [("reviewed", "yes")]
        for match in cora.text.matches(of: /name="source\.([^"]*)" value="([^"]*)"/) {
            let id = String(match.1)
            fields.append(("source.\(id)", String(match.2).replacing("&#39;", with: "'").replacing("&#61;", with: "=")))
            fields.append(("text.\(id)", "es"))
            if cora.text.contains("name=\"help.\(id)\"") { fields.append(("help.\(id)", "es")) }
            if cora.text.contains("name=\"options.\(id)\"") {
                fields.append(("options.\(id)", "full = Todo\r\npart = En parte"))
            }
        }
        #expect(try await cora.send(fields, to: form) == 303, "\(cora.main)")
        #expect(try await cora.get("\(home)/forms/\(questionnaire)") == 200)
        #expect(cora.main.contains("100 %"))
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        let sheet = try house.register.registry.questionnaire(questionnaire, asking)
        #expect(sheet.wholeLanguages == ["eng", "fra", "spa"])
    }

    @Test(arguments: ["deadline=&respondents=", "title=A&deadline=2020-01-01", "title=A&deadline=tomorrow"])
    func refusesToSendWhatIsNotWhole(fields: String) async throws {
        let cora = try await house.browser("cora")
        #expect(try await cora.get("\(home)/forms/\(questionnaire)") == 200)
        let pairs = fields.split(separator: "&").map { $0.split(separator: "=", omittingEmptySubsequences: false) }
            .map { (String($0[0]), String($0[1])) }
        #expect(try await cora.send(pairs, to: "\(home)/forms/\(questionnaire)/send") == 422)
    }

    @Test func nobodyElseKeepsQuestionnaires() async throws {
        try house.person("carol", .caseworker)
        let post = try respondent("Body").post
        let round = try await send(try await house.browser("cora"), to: [post])
        let carol = try await house.browser("carol")
        #expect(try await carol.get("\(home)/rounds/\(round)") == 200)
        #expect(!carol.main.contains("Extend the deadline"))
        let response = try #require(try stand(round).lines.first).response
        for path in ["responses/\(response)", "responses/\(response)/answers", "rounds/\(round)/annex"] {
            #expect([403, 404].contains(try await carol.get("\(home)/\(path)")), "\(path)")
        }
    }

    @Test(arguments: ["forms/x", "rounds/00000000-0000-7000-8000-000000000000", "responses/x"])
    func knowsNothingThatIsNotThere(path: String) async throws {
        #expect(try await house.browser("cora").get("\(home)/\(path)") == 404)
    }

    private static func table() throws -> QuestionnaireTable {
        try QuestionnaireTable(
            MemoryBytes(
                """
                key,kind,required,text,help,options,text-fra,help-fra,options-fra
                ,questionnaire,,Services,What there is.,,Services,Ce qu’il y a.,
                body,text,yes,What is there?,,,Qu’y a-t-il ?,,
                places,number,,How many places?,,,Combien de places ?,,
                law,yes-no,yes,Is there a law?,,,Y a-t-il une loi ?,,
                extent,choice,,How far?,,full = Fully | part = In part,Jusqu’où ?,,full = Tout | part = En partie
                """))
    }
}
