import Foundation
import TestKit
import Testing

/// `rapporteur contacts`, by the built program (B51).
struct ContactCommandTests {
    private let folder: TemporaryFolder
    private var data: [String] { ["--data", folder.path("r")] }

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        let contacts = """
            state,agency,agency-kind,name,tasks,telephone,languages,zone,hours,priority,next
            Germany,Harbour Watch,law-enforcement,Duty desk,referral,0001,eng;deu,Europe/Berlin,mo-fr 09:00-17:00,1,Night desk
            DE,Harbour Watch,,Night desk,any,0002,eng,Europe/Berlin,mo-su 17:00-09:00,2,
            DE,Harbour Watch,,Odd desk,any,0003,eng,Europe/Berlin,whenever,2,
            """
        try Data(contacts.utf8).write(to: folder.file("contacts.csv"))
        try Data("state,day,name,yearly\nDE,2026-10-03,Kites,yes\n".utf8).write(to: folder.file("holidays.csv"))
    }

    private func contacts(_ words: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["contacts"] + words + data)
    }

    @Test func b51BringsInListsAndSaysWhoAnswersAtAMinute() throws {
        let list = try contacts("import", folder.path("contacts.csv"))
        #expect(list.status == 3 && list.lines == ["rows      3", "new       2", "left out  1"])
        #expect(list.talk.contains("I584 line 4") && list.talk.contains("M145"))
        #expect(try contacts("import", folder.path("holidays.csv"), "--layout", "holidays").status == 0)
        let now = try contacts(
            "now", "--state", "DE", "--task", "referral", "--language", "German", "--at", "2026-09-21T10:00+01:00",
            "--zone", "Europe/Lisbon")
        #expect(now.status == 0, "\(now.talk)")
        #expect(now.talk.contains("answers    Duty desk, Harbour Watch, 0001 until 2026-09-21T16:00+01:00"))
        #expect(
            now.lines.dropFirst() == [
                "1,Duty desk,Harbour Watch,DE,0001,,,eng deu,yes,answers,2026-09-21T16:00+01:00,,never,,professionals",
                "2,Night desk,Harbour Watch,DE,0002,,,eng,no,out-of-hours,2026-09-21T16:00+01:00,Duty desk,never,,professionals",
            ])
        // On the holiday nobody answers; the night before goes on until nine.
        let feast = try contacts("now", "--state", "DE", "--at", "2026-10-03T09:00Z")
        #expect(feast.status == 3 && feast.talk.contains("answers    nobody") && feast.talk.contains("soonest"))
        #expect(feast.lines.last?.contains("holiday") == true)
        #expect(try contacts("now", "--state", "DE", "--at", "2026-10-03T06:59Z").status == 0)
    }

    @Test func b51PrintsTheManualWithItsHours() throws {
        #expect(try contacts("import", folder.path("contacts.csv")).status == 3)
        let rows = try contacts("manual")
        #expect(
            rows.lines.count == 3 && rows.lines.allSatisfy { $0.hasSuffix(",professionals") || $0.hasSuffix("marking") }
        )
        #expect(rows.output.contains("mo-fr 09:00-17:00"))
        let page = try contacts("manual", "--format", "html")
        #expect(page.output.contains("counter(pages)") && page.output.contains("Marking: professionals"))
        #expect(page.output.contains("mo-su 17:00-09:00") && page.output.contains("Europe/Berlin"))
        let missing = try contacts("manual", "--issue", "7")
        #expect(missing.status == 1 && missing.talk.contains("K107"))
    }

    @Test func b53SaysWhichPostAnswersForAnOfficerAndNotWho() throws {
        #expect(try contacts("import", folder.path("contacts.csv")).status == 3)
        func last(_ mechanism: String) throws -> String {
            let list = try BuiltProgram.run(["record", "list", mechanism, "--as", "coordinator"] + data)
            return String(list.lines.last?.prefix { $0 != "," } ?? "")
        }
        func open(_ mechanism: String, _ step: String, _ acting: [String], _ fields: String...) throws {
            let words = ["record", "open", mechanism, "--step", step, "--effective", "2026-01-31"] + acting + data
            let outcome = try BuiltProgram.run(words + fields.flatMap { ["--field", $0] })
            #expect(outcome.status == 0, "\(outcome.talk)")
        }
        try open(
            "function", "open", ["--as", "coordinator"], "organisation=\(last("organisation"))", "kind=liaison-officer",
            "title=Release desk")
        try open(
            "officer-skill", "enter", ["--as", "liaison-officer", "--for", "Harbour Watch"], "handle=watch-1",
            "fluent=yor", "released-by=\(last("function"))", "available-until=2090-01-01")
        let found = try contacts("skills", "--language", "Yoruba", "--fluent")
        #expect(found.status == 0 && found.lines.count == 2, "\(found.talk)")
        #expect(found.lines.last?.contains("DE,Harbour Watch,Release desk,") == true)
        #expect(found.lines.last?.hasSuffix(",yes,Duty desk,0001,professionals") == true, "\(found.lines)")
        #expect(!found.output.contains("watch-1"))
        #expect(try contacts("skills", "--language", "Hausa").status == 3)
        #expect(try contacts("skills", "--skill", "juggling").status == 1)
        #expect(try contacts("skills").status != 0)
    }

    @Test(arguments: [
        ["now", "--state", "Atlantis"], ["now", "--state", "DE", "--task", "juggling"],
        ["now", "--state", "DE", "--language", "Elvish"],
    ])
    func saysWhatThereIs(words: [String]) throws {
        let outcome = try BuiltProgram.run(["contacts"] + words + data)
        #expect(outcome.status == 1 && outcome.talk.contains("K107"))
    }

    @Test(arguments: [
        "2026-09-21T10:00", "tomorrow", "2026-09-21T10:00+25:00", "2026-02-30T10:00Z", "2026-09-21 10:00Z",
    ])
    func takesNoMomentThatIsNone(moment: String) throws {
        let outcome = try contacts("now", "--state", "DE", "--at", moment)
        #expect(outcome.status == 2 || outcome.status == 64, "\(outcome.status) \(outcome.talk)")
    }

    @Test func refusesAFileOfAnotherLayout() throws {
        let outcome = try contacts("import", folder.path("holidays.csv"))
        #expect(outcome.status == 1 && outcome.talk.contains("I301"))
    }
}
