import Access
import InterfaceKit
import TestKit
import Testing
import Vocabulary

@testable import Website

/// The pages of the desks as they were when somebody last looked at them; small ones, each in a house of its own.
@Suite(.serialized) struct DeskGoldenTests {
    @Test(
        arguments: [
            ("protection", "/work/protection", "en"), ("protection", "/work/protection", "ar"),
            ("accesses", "/work/protection/person/\(WorkbenchSamples.person)", "en"),
            ("subject-file", "/work/protection/person/\(WorkbenchSamples.person)/file", "en"),
            ("subject-file", "/work/protection/person/\(WorkbenchSamples.person)/file", "ar"),
            ("erase", "/work/protection/person/\(WorkbenchSamples.person)/erase", "en"),
            ("retention", "/work/protection/retention", "en"),
            ("verification", "/work/protection/verification", "fr"),
        ] as [(String, String, String)])
    func theDeskOfDataProtectionLooksAsItDid(name: String, path: String, language: String) async throws {
        let answer = try await WorkbenchHouse().ask(.officer, path, language: language)
        #expect(answer.status == 200)
        try expect(answer.body, name, language)
    }

    @Test(
        arguments: [
            ("administration", "/work/administration"), ("machine", "/work/administration/machine"),
            ("new-account", "/work/administration/new-account"), ("tokens", "/account/tokens"),
        ] as [(String, String)])
    func theAdministrationLooksAsItDid(name: String, path: String) async throws {
        let house = try DeskHouse()
        try house.person("ada", .systemOperator)
        let browser = try await house.browser("ada")
        #expect(try await browser.get(path) == 200)
        try expect(browser.text, name, "en")
    }

    @Test func theDeskOfReleasesLooksAsItDid() async throws {
        let press = ScriptedPress()
        let house = try DeskHouse { _ in [ReleasingDesk(press: press)] }
        try house.person("rita", .rapporteur)
        let browser = try await house.browser("rita")
        #expect(try await browser.get("/work/releasing") == 200)
        try expect(browser.text, "releasing", "en")
    }

    @Test(arguments: ["en", "ar"])
    func theImportDeskLooksAsItDid(language: String) async throws {
        let house = try ImportHouse()
        let worker = house.register.people.caseworkerOfAlpha
        let reply = try await house.ask(worker, ImportDesk.path, language: language)
        #expect(reply.status == 200)
        try expect(reply.body, "importing", language)
    }

    private func expect(_ page: String, _ name: String, _ language: String) throws {
        // Organisations of the trial have other ids each time.
        let plain = PlainPage.text(page).replacing(#/name="id" value="[^"]*"/#, with: "")
            .replacing(#/organisations\/[0-9a-f-]{36}/#, with: "organisations/ID")
        #expect(try Golden.difference(plain, from: "desks/\(name).\(language).html") == nil)
    }
}
