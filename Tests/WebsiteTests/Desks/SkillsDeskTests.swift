import Access
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// B53 as a planner sees it: a language or a skill is asked for, a post is the answer, and the request is one step on.
@Suite struct SkillsDeskTests {
    private let house: DeskHouse

    init() throws {
        house = try DeskHouse { _ in [ContactsDesk()] }
        try house.person("lia", .liaisonOfficer)
        try house.person("cora", .coordinator)
        try house.person("carol", .caseworker)
        try house.register.open(
            "officer-skill", "enter",
            [
                "handle": .text("alpha-1"), "fluent": .codes(["yor"]), "skills": .codes(["financial"]),
                "available-until": .period(.day(InterfaceRegister.now.day.adding(days: 3))),
            ], by: house.register.people.authorityOfAlpha)
    }

    @Test func b53AMatchIsAPostAndNoOfficer() async throws {
        let browser = try await house.browser("lia")
        #expect(try await browser.get("/work/contacts") == 200)
        #expect(browser.main.contains("/work/contacts/skills"))
        #expect(try await browser.get("/work/contacts/skills") == 200)
        #expect(!browser.main.contains("Whom to ask") && browser.main.contains("<option value=\"yor\">Yoruba"))
        #expect(try await browser.get("/work/contacts/skills?language=yor&skill=financial&fluent=yes") == 200)
        #expect(browser.main.contains("Whom to ask") && browser.main.contains("Organisation Alpha"))
        #expect(!browser.main.contains("alpha-1") && browser.main.contains("<option value=\"yor\" selected>"))
        #expect(!browser.main.contains("contacts.skills."))
        #expect(browser.main.contains("f.kind=officer") && browser.main.contains("f.languages=yor"))
        #expect(try await browser.get("/work/contacts/skills?language=hau") == 200)
        #expect(browser.main.contains("No state has entered anybody like that"))
    }

    @Test func b53TheRequestIsOneStepFromTheAnswer() async throws {
        let browser = try await house.browser("lia")
        let post = try #require(house.register.people.authorityOfAlpha.post)
        #expect(
            try await browser.get(
                "/work/new/cooperation-request/ask?f.kind=officer&f.asked=\(post)&f.languages=yor&f.skills=financial")
                == 200)
        #expect(browser.main.contains("Request for cooperation") || browser.main.contains("What is asked for"))
    }

    @Test func b58AFormalRequestIsOneStepFromTheNote() async throws {
        let people = house.register.people
        let note = try house.register.open(
            "contact-note", "note",
            [
                "with": .link(people.beta), "channel": .code("telephone"), "topic": .code("border"),
                "held-on": .period(.day(InterfaceRegister.now.day)), "summary": .text("which form they want"),
            ], by: people.authorityOfAlpha)
        let browser = try await house.browser("lia")
        #expect(try await browser.get("/work/record/\(note)") == 200)
        #expect(browser.main.contains("/work/new/cooperation-request/ask?f.note=\(note)"))
        #expect(try await browser.get("/work/new/cooperation-request/ask?f.note=\(note)") == 200)
        #expect(browser.main.contains("\(note)"))
    }

    @Test(arguments: ["language=Elvish", "skill=juggling", "language=yor&skill=%3Cscript%3E"])
    func b53ACodeThatThereIsNotIsRefused(query: String) async throws {
        let browser = try await house.browser("lia")
        #expect(try await browser.get("/work/contacts/skills?\(query)") == 400)
        #expect(browser.text.contains("R113"))
    }

    @Test(arguments: ["cora", "carol"])
    func b53IsForThoseWhoWorkWithOfficersOfOtherStates(name: String) async throws {
        let browser = try await house.browser(name)
        #expect(try await browser.get("/work/contacts/skills?language=yor") == 403)
        #expect(try await browser.get("/work/contacts") == 200)
        #expect(!browser.main.contains("/work/contacts/skills"))
    }

    @Test func everyKeyOfItsTemplateIsThere() throws {
        let visit = try WorkbenchHouse().visit(.liaison, "/work/contacts/skills")
        let match = SkillMatch(
            post: house.register.people.alpha, title: nil, kind: "liaison-officer", organisation: "House",
            country: "PT", isVacant: true, contacts: [])
        let view = SkillsView(language: "yor", mustBeFluent: true, skill: nil, matches: [match])
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let problems = keys.problems(of: SkillsPage(view, visit), in: "workbench-skills")
        #expect(problems.filter { !$0.hasSuffix(" is empty") } == [])
        #expect(keys.unused(of: SkillsPage(view, visit), in: "workbench-skills", except: []) == [])
    }
}
