import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// “Is this person already known?” in the form of a new person and on a person's page.
@Suite(.serialized) struct KnownDeskTests {
    private static let form = "/work/new/person/open"
    private let house: DeskHouse

    init() throws {
        house = try DeskHouse { _ in [LinksDesk(), KnownDesk()] }
        try house.person("anna", .caseworker)
        try house.person("bela", .competentAuthority)
    }

    private func open(_ given: String = "Xiqwela", by actor: Actor) throws -> RecordID {
        try house.register.open(
            "person", "open",
            [
                "given-name": .text(given), "family-name": .text("Yhjawexo"), "birth-date": .text("1991-02-03"),
                "phone": .text("0553311"),
            ], by: actor)
    }

    private func fill(_ browser: DeskBrowser, act: String) async throws -> Int {
        try await browser.send(
            [
                "act": act, "key": browser.hidden("key"), "known": browser.hidden("known"), "shown": "1",
                "effective": InterfaceRegister.now.day.description, "f.given-name": "Xiqwella",
                "f.family-name": "Yhjawexo", "f.birth-date": "1991-02-03",
            ], to: Self.form)
    }

    private func persons() throws -> Int { try house.register.ledger.records(of: "person").count }

    @Test func theFormSaysWhoMayBeTheSamePersonAndKeepsWhatWasTyped() async throws {
        let known = try open(by: house.register.people.caseworkerOfAlpha)
        let anna = try await house.browser("anna")
        try await anna.get(Self.form)
        #expect(anna.main.contains("Is this person already known?"))
        #expect(try await fill(anna, act: "known") == 200)
        #expect(anna.main.contains("1 person in your sight may be this one"))
        #expect(anna.main.contains("/work/record/\(known)") && anna.main.contains("in 1000 pairs"))
        #expect(anna.main.contains("Agrees: ") && anna.main.contains("Near: "))
        #expect(anna.main.contains("value=\"Xiqwella\""), "nothing typed is lost")
        #expect(anna.location == nil)
        // Whoever has looked is not held back by the same match.
        #expect(try await fill(anna, act: "send") == 303)
        #expect(try persons() == 2)
    }

    @Test func aNewPersonIsHeldBackOnceForEachWhoWasNotShown() async throws {
        let anna = try await house.browser("anna")
        try await anna.get(Self.form)
        #expect(try await fill(anna, act: "known") == 200)
        #expect(anna.main.contains("Nobody in your sight seems to be this person."))
        // A colleague is faster.
        let known = try open(by: house.register.people.authorityOfAlpha)
        #expect(try await fill(anna, act: "send") == 409)
        #expect(anna.main.contains("Nothing was written yet") && anna.main.contains("\(known)"))
        #expect(try persons() == 1)
        #expect(try await fill(anna, act: "send") == 303)
        #expect(try persons() == 2)
    }

    @Test func whatAnotherOrganisationKnowsChangesNoByteOfThePage() async throws {
        let anna = try await house.browser("anna")
        func pages() async throws -> [String] {
            try await anna.get(Self.form)
            let status = try await fill(anna, act: "known")
            return ["\(status)", PlainPage.text(anna.text)]
        }
        let before = try await pages()
        _ = try open(by: house.register.people.caseworkerOfBeta)
        let after = try await pages()
        #expect(before == after)
        #expect(before[1].contains("Nobody in your sight"))
        #expect(try await fill(anna, act: "send") == 303, "nobody is held back by what they may not know")
    }

    @Test func aPersonIsProposedAsTheSameAndNothingIsJoined() async throws {
        let worker = house.register.people.caseworkerOfAlpha
        let (first, second) = (try open(by: worker), try open("Xiqwella", by: worker))
        let anna = try await house.browser("anna")
        try await anna.get("/work/record/\(first)")
        #expect(anna.main.contains("/work/record/\(first)/known"))
        #expect(try await anna.get("/work/record/\(first)/known") == 200)
        #expect(anna.main.contains("Xiqwella Yhjawexo"))
        let path = "/work/record/\(first)/known"
        #expect(try await anna.send(["with": second.description], to: path) == 303)
        let pair = try #require(anna.location?.split(separator: "/").last.flatMap { RecordID(String($0)) })
        #expect(try house.register.ledger.record(pair)?.state == "proposed")
        #expect(try await anna.get("/work/links/\(pair)") == 200)
        // Twice is said to be twice; a record that is no match is not taken.
        try await anna.get(path)
        #expect(try await anna.send(["with": second.description], to: path) == 422)
        #expect(anna.main.contains("statement on these two records already"))
        for other in [first.description, pair.description, "x", ""] {
            #expect(try await anna.send(["with": other], to: path) >= 400)
        }
        #expect(try house.register.ledger.records(of: "same-person").count == 1)
    }

    @Test(arguments: [FunctionKind.rapporteur, .coordinator, .systemOperator, .liaisonOfficer])
    func othersAreToldTheSameOfWhatIsThereAndWhatIsNot(function: FunctionKind) async throws {
        let person = try open(by: house.register.people.caseworkerOfAlpha)
        let nothing = RecordID(high: 0x0193_0000_0000_7000, low: 1 << 63)
        try house.person("otto", function)
        let otto = try await house.browser("otto")
        var answers: [String] = []
        for record in [person, nothing] {
            let status = try await otto.get("/work/record/\(record)/known")
            #expect(status >= 400)
            answers.append("\(status)" + PlainPage.text(otto.text).replacing(record.description, with: "ID"))
            try await otto.get("/work")
            let sent = try await otto.send(["with": "x"], to: "/work/record/\(record)/known")
            #expect(sent >= 400)
            answers.append("\(sent)" + PlainPage.text(otto.text).replacing(record.description, with: "ID"))
        }
        #expect(answers[0] == answers[2])
        #expect(answers[1] == answers[3])
    }

    @Test func thePageHasTheKeysOfItsTemplates() async throws {
        let worker = house.register.people.caseworkerOfAlpha
        _ = try open(by: worker)
        let answer = try house.register.registry.known(
            ["given-name": .text("Xiqwela"), "family-name": .text("Yhjawexo")], Asking(worker))
        #expect(answer.matches.count == 1)
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let here = DeskSection("known", "Title", note: "Note", items: [.init("A", href: "/", small: ["b"])])
        struct Page { let known: [DeskSection] }
        let problems = keys.problems(of: Page(known: [here]), in: "workbench-known").filter {
            !$0.hasSuffix(" is empty")
        }
        #expect(problems == [])
    }
}
