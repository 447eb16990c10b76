import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// The desk of data protection as its users meet it: through HTTP, each test in a house of its own.
@Suite struct ProtectionDeskTests {
    private static let person = WorkbenchSamples.person
    private static let home = "/work/protection"
    private static let aboutPerson = "\(home)/person/\(person)"
    private static let pages = [
        home, aboutPerson, "\(aboutPerson)/accesses.csv", "\(aboutPerson)/file", "\(aboutPerson)/file.json",
        "\(aboutPerson)/erase", "\(home)/retention", "\(home)/emergencies", "\(home)/verification",
    ]
    /// The last six characters of the person's number, as the page asks for them.
    private static let confirmation = String(person.description.suffix(6)).uppercased()

    private func erase(_ house: WorkbenchHouse) async throws -> (status: Int, body: String, location: String?) {
        try await house.ask(
            .officer, "\(Self.aboutPerson)/erase", form: [("reason", "asked"), ("confirmation", Self.confirmation)])
    }

    @Test(arguments: ["en", "fr", "es", "pt", "ar"])
    func showsTheOfficerEveryPageInEveryLanguage(language: String) async throws {
        let house = try WorkbenchHouse()
        for path in Self.pages {
            let answer = try await house.ask(.officer, path, language: language)
            #expect(answer.status == 200, "\(path)")
            #expect(!answer.body.contains("⟦") && !answer.body.contains("{{"), "\(path)")
        }
    }

    @Test(arguments: [WorkbenchSamples.Post.caseworker, .authority, .liaison, .coordinator, .rapporteur], pages)
    func tellsOthersTheSameOfWhatIsThereAndWhatIsNot(post: WorkbenchSamples.Post, path: String) async throws {
        let house = try WorkbenchHouse()
        let there = try await house.ask(post, path)
        let nothing = try await house.ask(
            post, path.replacing(Self.person.description, with: WorkbenchSamples.id(999).description))
        #expect(there.status == nothing.status && there.status >= 403)
        #expect(PlainPage.text(there.body) == PlainPage.text(nothing.body))
        #expect(!there.body.contains("Onefold"))
        let navigation = try await house.ask(post, "/work").body
        #expect(!navigation.contains(Self.home))
    }

    @Test func thoseOutOfTheOfficersReachAreNotThere() async throws {
        let house = try WorkbenchHouse()
        for ending in ["", "/accesses.csv", "/file", "/file.json", "/erase"] {
            let theirs = try await house.ask(
                .officer, "\(Self.home)/person/\(WorkbenchSamples.elsewhere)\(ending)")
            let nothing = try await house.ask(.officer, "\(Self.home)/person/\(WorkbenchSamples.id(999))\(ending)")
            let unreadable = try await house.ask(.officer, "\(Self.home)/person/nobody\(ending)")
            #expect(theirs.status == 404 && nothing.status == 404 && unreadable.status == 404)
            #expect(PlainPage.text(theirs.body) == PlainPage.text(nothing.body))
        }
    }

    @Test func findsAPersonAndTellsWhoLooked() async throws {
        let house = try WorkbenchHouse()
        _ = try await house.ask(.caseworker, "/work/record/\(Self.person)")
        let found = try await house.ask(.officer, "\(Self.home)/search", form: [("name", "onefold")]).body
        #expect(found.contains(Self.aboutPerson) && !found.contains("Gamma"))
        let page = try await house.ask(.officer, Self.aboutPerson).body
        #expect(page.contains("caseworker-works-in-the-organisation") || page.contains("caseworker-answers"))
        #expect(page.contains("First Aid Circle") && page.contains("Protection"))
        let file = try await house.ask(.officer, "\(Self.aboutPerson)/accesses.csv").body
        let rows = file.split(separator: "\r\n")
        #expect(rows.first?.hasPrefix("when,what,account") == true && rows.count > 3)
        #expect(rows.dropFirst().allSatisfy { $0.hasSuffix("Restricted") || $0.contains("case") })
        let record = try await house.ask(.officer, "/work/record/\(Self.person)").body
        #expect(record.contains("href=\"\(Self.aboutPerson)\""), "the record leads there")
        #expect(try await !house.ask(.caseworker, "/work/record/\(Self.person)").body.contains(Self.home))
    }

    @Test func erasesOnlyAfterASecondLookAndTakesDraftsAndViewsAlong() async throws {
        let house = try WorkbenchHouse()
        let path = "/work/record/\(Self.person)/step/correct"
        var form = try await FilledForm(house.ask(.caseworker, path).body)
        form["f.family-name"] = ["Plantedname"]
        let kept = try await house.ask(.caseworker, path, form: form.all + [("act", "draft")])
        #expect(kept.status == 303)
        var entry = try await FilledForm(house.ask(.caseworker, "/work/new/case-entry/write").body)
        entry["f.case"] = [WorkbenchSamples.matter.description]
        entry["f.text"] = ["Plantedname called"]
        _ = try await house.ask(.caseworker, "/work/new/case-entry/write", form: entry.all + [("act", "draft")])
        let list = "/work/list/status-episode?f.person=\(Self.person)"
        _ = try await house.ask(.caseworker, "/work/views", form: [("query", list), ("name", "Plantedname’s")])
        let before = try await house.ask(.caseworker, "/work").body
        #expect(before.components(separatedBy: "/work/draft/").count == 3 && before.contains("Plantedname"))
        let careless = try await house.ask(
            .officer, "\(Self.aboutPerson)/erase", form: [("reason", " "), ("confirmation", "yes")])
        #expect(careless.status == 422)
        #expect(careless.body.contains("href=\"#reason\"") && careless.body.contains("href=\"#confirmation\""))
        #expect(try house.registry.ledger.erased() == [])
        #expect(try await erase(house).status == 303)
        let after = try await house.ask(.caseworker, "/work").body
        #expect(!after.contains("/work/draft/") && !after.contains("Plantedname"))
        #expect(try await house.ask(.officer, "\(Self.aboutPerson)/erase").body.contains("key was destroyed"))
        #expect(try await !house.ask(.officer, Self.aboutPerson).body.contains("Onefold"))
    }

    @Test func aDraftOfSomebodyElseStays() async throws {
        let house = try WorkbenchHouse()
        let path = "/work/record/\(WorkbenchSamples.otherPerson)/step/correct"
        let form = try await FilledForm(house.ask(.caseworker, path).body)
        _ = try await house.ask(.caseworker, path, form: form.all + [("act", "draft")])
        #expect(try await erase(house).status == 303)
        #expect(try await house.ask(.caseworker, "/work").body.contains("/work/draft/"))
    }

    @Test func aDraftOfAPersonWhoWasRegisteredFromItGoesWithThem() async throws {
        let house = try WorkbenchHouse()
        let path = "/work/new/person/open"
        var form = try await FilledForm(house.ask(.caseworker, path).body)
        form["f.family-name"] = ["Plantedname"]
        _ = try await house.ask(.caseworker, path, form: form.all + [("act", "draft")])
        let sent = try await house.ask(.caseworker, path, form: form.all)
        let record = try #require(sent.location?.split(separator: "/").last.flatMap { RecordID(String($0)) })
        #expect(try await house.ask(.caseworker, "/work").body.contains("/work/draft/"))
        try house.registry.erase(record, because: "asked", Asking(WorkbenchSamples.Post.officer.actor))
        #expect(try await !house.ask(.caseworker, "/work").body.contains("/work/draft/"))
    }

    @Test func aHoldStopsTheErasureAndIsNamed() async throws {
        let house = try WorkbenchHouse()
        var form = try await FilledForm(
            house.ask(.officer, "/work/new/legal-hold/hold?f.person=\(Self.person)").body)
        form["f.ground"] = ["A trial"]
        let hold = try #require(try await house.ask(.officer, "/work/new/legal-hold/hold", form: form.all).location)
        let page = try await house.ask(.officer, "\(Self.aboutPerson)/erase").body
        #expect(page.contains(hold) && !page.contains("name=\"confirmation\""))
        let refused = try await erase(house)
        #expect(refused.status == 422 && refused.body.contains(hold))
        #expect(try house.registry.ledger.erased() == [])
    }

    @Test func reviewsAnEmergencyAccessByTheStepsOfItsMechanism() async throws {
        let house = try WorkbenchHouse()
        var form = try await FilledForm(
            house.ask(.authority, "/work/new/break-glass/break?f.about=\(WorkbenchSamples.otherPerson)").body)
        form["reason"] = ["Somebody is in danger"]
        _ = try await house.ask(.authority, "/work/new/break-glass/break", form: form.all)
        _ = try await house.ask(.authority, "/work/record/\(WorkbenchSamples.otherPerson)")
        let page = try await house.ask(.officer, "\(Self.home)/emergencies").body
        #expect(page.contains("Somebody is in danger") && page.contains("Fields:"))
        let accept = try #require(page.firstMatch(of: /\/work\/record\/[0-9a-f-]{36}\/step\/accept/)).output
        let step = try await FilledForm(house.ask(.officer, String(accept)).body)
        #expect(try await house.ask(.officer, String(accept), form: step.all).status == 303)
        let after = try await house.ask(.officer, "\(Self.home)/emergencies").body
        #expect(!after.contains("Somebody is in danger"))
    }

    @Test func checksTheLedgerAwayFromTheRequestAndKeepsTheResult() async throws {
        let house = try WorkbenchHouse()
        let path = "\(Self.home)/verification"
        for post in [WorkbenchSamples.Post.officer, .operation] {
            #expect(try await house.ask(post, path, form: [("projections", "1")]).location == path)
            house.check.end()
            let page = try await house.ask(post, path).body
            #expect(page.contains("Sound. Checked on") || page.contains("stopped before its end"))
        }
        try CheckResult.sample.keep(on: house.workbench.shelf)
        guard case .done(let kept) = LedgerCheck().state(on: house.workbench.shelf) else {
            Issue.record("nothing was kept")
            return
        }
        #expect(kept == .sample, "a house that starts anew shows the last result")
        #expect(try await house.ask(.caseworker, path, form: []).status == 403)
    }

    @Test(arguments: [
        ("retention?clock=nonsense", 404), ("retention?clock=retention-person&cursor=x", 422),
        ("retention?clock=retention-person&through=soon", 200), ("retention?clock=recovery-period", 404),
    ])
    func badAddressesAreRefusedCalmly(path: String, status: Int) async throws {
        let house = try WorkbenchHouse()
        #expect(try await house.ask(.officer, "\(Self.home)/\(path)").status == status)
    }

    @Test func aFileForThePersonNamesNobodyElseAndCarriesItsMarking() async throws {
        let house = try WorkbenchHouse()
        let page = try await house.ask(.officer, "\(Self.aboutPerson)/file").body
        #expect(page.contains("Onefold") && !page.contains("Twofold") && page.contains("restricted.css"))
        let file = try await house.ask(.officer, "\(Self.aboutPerson)/file.json").body
        #expect(file.contains("\"distribution\": \"restricted\"") && file.contains("Onefold"))
        #expect(try JSONSerialization.jsonObject(with: Data(file.utf8)) is [String: Any])
    }
}

extension CheckResult {
    /// One of every kind of value.
    fileprivate static let sample = CheckResult(
        moment: WorkbenchHouse.now, isSound: false, isComplete: true, withProjections: true, events: 7, soundThrough: 6,
        checkpoints: 1, faults: ["chain, 7: the hash of event 7 does not follow from its bytes"])
}
