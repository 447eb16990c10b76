import Crypto
import Foundation
import Mechanisms
import TestKit
import Testing
import Vocabulary

@testable import Website

/// What people do at the workbench, step by step, each in a house of its own.
@Suite struct WorkbenchFlowTests {
    private static let correction = "/work/record/\(WorkbenchSamples.matter)/step/correct-open"

    @Test func namesEveryMistakeAtOnceAndKeepsWhatWasWritten() async throws {
        let house = try WorkbenchHouse()
        var form = try await FilledForm(house.ask(.caseworker, "/work/new/case/open").body)
        form["f.reference"] = ["Kept text"]
        form["f.opened-on"] = ["last spring"]
        let answer = try await house.ask(.caseworker, "/work/new/case/open", form: form.all)
        #expect(answer.status == 422)
        #expect(answer.body.contains("value=\"Kept text\"") || answer.body.contains("\nKept text</textarea>"))
        #expect(answer.body.contains("last spring"))
        #expect(answer.body.components(separatedBy: "class=\"error\"").count == 3, "one beside each field")
        #expect(answer.body.contains("href=\"#f-opened-on\"") && answer.body.contains("href=\"#f-phenomenon\""))
    }

    @Test func asksForWhatADeadlineIsReckonedFromAndReckonsIt() async throws {
        let house = try WorkbenchHouse()
        let mine = WorkbenchSamples.id(90)
        try WorkbenchSamples(house.registry).open(
            .authority, "status-episode", mine,
            [
                "person": .link(WorkbenchSamples.elsewhere), "registering-organisation": .link(WorkbenchSamples.id(2)),
                "authority": .link(WorkbenchSamples.id(2)),
            ], way: "open-as-potential")
        let path = "/work/record/\(mine)/step/not-identify"
        let page = try await house.ask(.authority, path).body
        #expect(page.contains("reckoned from “Decided on”"))
        var form = FilledForm(page)
        form["f.decided-on"] = ["2026-09-01"]
        form["f.reasons"] = ["The criteria are not met"]
        #expect(try await house.ask(.authority, path, form: form.all).status == 303)
        let record = try await house.ask(.authority, "/work/record/\(mine)").body
        #expect(record.contains("15 September 2026"), "fourteen days later, by the shipped clock")
    }

    @Test func aFormSentTwiceMakesOneRecord() async throws {
        let house = try WorkbenchHouse()
        var form = try await FilledForm(house.ask(.caseworker, "/work/new/case/open").body)
        form["f.phenomenon"] = ["smuggling"]
        let first = try await house.ask(.caseworker, "/work/new/case/open", form: form.all)
        let second = try await house.ask(.caseworker, "/work/new/case/open", form: form.all)
        #expect(first.status == 303 && second.status == 303)
        #expect(first.location == second.location)
        let list = try await house.ask(.caseworker, "/work/list/case").body
        #expect(list.components(separatedBy: "scope=\"row\"").count == 4, "two before, one now")
    }

    @Test func aChoiceOfARecordKeepsTheFormAsADraft() async throws {
        let house = try WorkbenchHouse()
        let path = "/work/new/case-person/open"
        var form = try await FilledForm(house.ask(.caseworker, "\(path)?f.case=\(WorkbenchSamples.matter)").body)
        form["f.role"] = ["witness"]
        let picking = try await house.ask(.caseworker, path, form: form.all + [("act", "pick:person")])
        let pick = try #require(picking.location)
        #expect(try await house.ask(.caseworker, "/work").body.contains("id=\"drafts\""))
        #expect(try await house.ask(.colleague, pick).status == 404, "a draft is one account's")
        let chosen = try await house.ask(
            .caseworker, pick, form: [("record", WorkbenchSamples.otherPerson.description)])
        let back = try await house.ask(.caseworker, #require(chosen.location))
        form = FilledForm(back.body)
        #expect(form["f.role"] == ["witness"])
        #expect(form["f.case"] == [WorkbenchSamples.matter.description])
        #expect(form["f.person"] == [WorkbenchSamples.otherPerson.description])
        let sent = try await house.ask(.caseworker, #require(chosen.location), form: form.all)
        #expect(sent.status == 303)
        #expect(try await !house.ask(.caseworker, "/work").body.contains("id=\"drafts\""))
    }

    @Test func showsBothSidesOfAConflictAndLosesNothing() async throws {
        let house = try WorkbenchHouse()
        var mine = try await FilledForm(house.ask(.caseworker, Self.correction).body)
        var theirs = try await FilledForm(house.ask(.colleague, Self.correction).body)
        theirs["f.reference"] = ["Theirs"]
        theirs["f.opened-on"] = ["2026-06"]
        theirs["reason"] = ["better known"]
        #expect(try await house.ask(.colleague, Self.correction, form: theirs.all).status == 303)
        mine["f.reference"] = ["Mine"]
        mine["reason"] = ["why mine"]
        let conflict = try await house.ask(.caseworker, Self.correction, form: mine.all)
        #expect(conflict.status == 409)
        #expect(conflict.body.contains("Theirs") && conflict.body.contains("Mine"))
        var form = FilledForm(conflict.body)
        #expect(form["f.opened-on"] == ["2026-06"], "what I did not touch follows the record")
        #expect(form["choose.reference"] == ["theirs"], "nothing of theirs is overwritten by default")
        form["choose.reference"] = ["mine"]
        #expect(try await house.ask(.caseworker, Self.correction, form: form.all).status == 303)
        let record = try await house.ask(.caseworker, "/work/record/\(WorkbenchSamples.matter)").body
        #expect(record.contains(">Mine<") && record.contains("June 2026") && record.contains("why mine"))
    }

    @Test func doesTogetherWhatWasLookedAtAndOnlyOnce() async throws {
        let house = try WorkbenchHouse()
        let path = "/work/list/case/together"
        let both = [WorkbenchSamples.matter, WorkbenchSamples.quietMatter].map { ("record", $0.description) }
        let look = try await house.ask(.caseworker, path, form: both + [("step", "hold")])
        #expect(look.status == 200 && look.body.contains("With 2 records it can be done"))
        var form = FilledForm(look.body)
        form["reason"] = ["waiting"]
        for _ in 1...2 {
            let done = try await house.ask(.caseworker, path, form: form.all + [("act", "do")])
            #expect(done.body.contains("Done with 2 records"))
        }
        let again = try await house.ask(.caseworker, path, form: both + [("step", "hold")])
        #expect(again.body.contains("With 2 records it cannot"), "they are on hold already")
    }

    @Test func findsWhomOneMaySeeAndBetraysNobodyElse() async throws {
        let house = try WorkbenchHouse()
        let found = try await house.ask(.caseworker, "/work/search", form: [("name", "onefold ALPHA")]).body
        #expect(found.contains("Alpha Onefold") && !found.contains("Gamma"))
        let elsewhere = try await house.ask(.caseworker, "/work/search", form: [("name", "Gamma")]).body
        let nobody = try await house.ask(.caseworker, "/work/search", form: [("name", "Delta")]).body
        #expect(
            PlainPage.text(elsewhere).replacing("Gamma", with: "")
                == PlainPage.text(nobody).replacing("Delta", with: ""))
    }

    @Test func noSuchRecordAndNotYoursAreOnePage() async throws {
        let house = try WorkbenchHouse()
        let theirs = try await house.ask(.caseworker, "/work/record/\(WorkbenchSamples.elsewhere)")
        let nothing = try await house.ask(.caseworker, "/work/record/\(WorkbenchSamples.id(999))")
        #expect(theirs.status == 404 && nothing.status == 404)
        #expect(PlainPage.text(theirs.body) == PlainPage.text(nothing.body))
    }

    @Test func opensARecordInAnEmergencyForAReason() async throws {
        let house = try WorkbenchHouse()
        let path = "/work/new/break-glass/break"
        var form = try await FilledForm(
            house.ask(.caseworker, "\(path)?f.about=\(WorkbenchSamples.elsewhere)").body)
        #expect(try await house.ask(.caseworker, path, form: form.all).status == 422)
        form["reason"] = ["Somebody is in danger"]
        let broken = try await house.ask(.caseworker, path, form: form.all)
        #expect(broken.location == "/work/record/\(WorkbenchSamples.elsewhere)")
        let record = try await house.ask(.caseworker, "/work/record/\(WorkbenchSamples.elsewhere)")
        #expect(record.status == 200 && record.body.contains("Gamma"))
    }

    @Test func handsOverACaseWithWhatBelongsToItAllAtOnce() async throws {
        let house = try WorkbenchHouse()
        let path = "/work/record/\(WorkbenchSamples.matter)/hand-over"
        var form = try await FilledForm(house.ask(.caseworker, path).body)
        form["receiver"] = [WorkbenchSamples.Post.authority.id.description]
        form["reason"] = ["They are nearer"]
        let half = try await house.ask(.caseworker, path, form: form.all)
        #expect(half.status == 422, "the share lacks its basis")
        #expect(try await house.ask(.authority, "/work/record/\(WorkbenchSamples.matter)").status == 404)
        form["f.basis"] = ["consent"]
        form["f.consent"] = [WorkbenchSamples.consent.description]
        form["f.expires-on"] = ["2026-12-31"]
        for _ in 1...2 { #expect(try await house.ask(.caseworker, path, form: form.all).status == 303) }
        let matter = try await house.ask(.authority, "/work/record/\(WorkbenchSamples.matter)")
        #expect(matter.status == 200)
        #expect(try await house.ask(.authority, "/work/record/\(WorkbenchSamples.person)").status == 200)
        #expect(try await house.ask(.caseworker, "/work/record/\(WorkbenchSamples.matter)").status == 404)
    }

    @Test func keepsFormulasOutOfFilesAndTheMarkingInEachRow() async throws {
        let house = try WorkbenchHouse()
        let file = try await house.ask(.colleague, "/work/list/case/rows.csv").body
        #expect(file.contains("'=2+2,"))
        let rows = file.split(separator: "\r\n").dropFirst()
        #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("For the named recipients only") })
    }

    @Test func namesOnPaperOnlyWhomItMayTakeOut() async throws {
        let house = try WorkbenchHouse()
        let paper = try await house.ask(.caseworker, "/work/record/\(WorkbenchSamples.matter)/print").body
        #expect(!paper.contains("Onefold"), "an organisation's person is exported without the name")
        #expect(paper.contains("Family name"), "and the paper says what it withholds")
        #expect(paper.contains("/work/paper/en/restricted.css"))
    }

    @Test func sealsDraftsUnderTheKeyOfTheirAccount() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "shelf-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let shelf = SealedShelf(folder: folder, secret: SymmetricKey(data: (0..<32).map { UInt8($0) })) { _, _ in nil }
        let id = WorkbenchSamples.id(1).description
        try shelf.put(Array("planted identity".utf8), as: .draft, id, of: "one", about: [])
        #expect(shelf.get(.draft, id, of: "one") == Array("planted identity".utf8))
        #expect(shelf.get(.draft, id, of: "other") == nil)
        let stranger = SealedShelf(folder: folder, secret: SymmetricKey(size: .bits256)) { _, _ in nil }
        #expect(stranger.get(.draft, id, of: "one") == nil)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let bytes = (files?.compactMap { $0 as? URL } ?? []).compactMap { try? Data(contentsOf: $0) }
        #expect(!bytes.isEmpty && bytes.allSatisfy { $0.range(of: Data("planted".utf8)) == nil })
    }
}
