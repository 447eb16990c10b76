import Access
import Accounts
import Foundation
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

@testable import Website

/// Files as answers, as respondents give them and secretariats fetch them through HTTP (B66).
@Suite struct AnswerFilesDeskTests {
    private let house: DeskHouse
    private let response: RecordID
    private let secretariat = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
    private var home: String { "/work/questionnaires/responses/\(response)" }
    private var form: String { "\(home)/answers" }

    init() throws {
        house = try DeskHouse { _ in [QuestionnairesDesk(ownAddress: "https://register.example")] }
        try house.person("cora", .coordinator)
        try house.person("ray", .rapporteur)
        try house.person("olga", .systemOperator)
        try house.person("other", .respondent)
        let rosa = try house.person("rosa")
        let keeper = Actor(account: "shell-0", function: .coordinator, organisation: nil)
        let body = try house.register.open(
            "organisation", "open", ["name": .text("Body"), "kind": .code("ngo")], by: keeper)
        let post = try house.register.open(
            "function", "open", ["organisation": .link(body), "kind": .code("respondent")], by: keeper)
        try house.register.open(
            "mandate", "open",
            [
                "function": .link(post), "holder": .text(rosa.displayName), "account": .text(rosa.id.description),
                "rank": .code("main"), "from": .period(.day(InterfaceRegister.now.day.adding(days: -1))),
            ], by: keeper)
        let asked = try house.register.open(
            "questionnaire", "draft",
            [
                "title": .text("Papers"), "kind": .code("enquiry"), "edition": .integer(1), "language": .code("eng"),
            ], by: keeper)
        for (place, key) in ["body", "paper", "annex"].enumerated() {
            try house.register.open(
                "question", "ask",
                [
                    "questionnaire": .link(asked), "key": .text(key), "place": .integer(place + 1),
                    "kind": .code(key == "body" ? "text" : "file"), "required": .boolean(key == "paper"),
                    "text": .text("The \(key)?"),
                ], by: keeper)
        }
        let registry = house.register.registry
        var random = SystemRandomNumberGenerator()
        let sending = QuestionnaireSending(
            try registry.questionnaire(asked, secretariat), titled: "Round", in: ["eng"],
            until: InterfaceRegister.now.day.adding(days: 10), to: [.init(organisation: body, function: post)],
            on: InterfaceRegister.now.day
        ) { RecordID(at: InterfaceRegister.now, using: &random) }
        guard case .written = try registry.submit(sending.commands, secretariat) else { throw RegistryRefusal.notFound }
        let line = try #require(try registry.round(sending.round, secretariat).lines.first)
        response = line.response
    }

    private func answers() throws -> AnswerSheet {
        try house.register.registry.answering(response, secretariat).answers
    }

    private static let pdf = Array("%PDF-1.7 a paper".utf8)

    @Test func b66ARespondentAttachesReplacesAndHandsInAFile() async throws {
        let rosa = try await house.browser("rosa")
        #expect(try await rosa.get(form) == 200)
        #expect(rosa.text.contains("enctype=\"multipart/form-data\"") && rosa.text.contains("name=\"f.paper\""))
        // Without the paper that must be there it is not handed in, and what was written stays.
        #expect(
            try await rosa.upload(
                [("a.body", "Here"), ("act", "submit"), ("version", rosa.hidden("version"))], [], to: form) == 422)
        #expect(rosa.main.contains("Question 2:") && rosa.text.contains("Here</textarea>"))
        #expect(
            try await rosa.upload(
                [("a.body", "Here"), ("act", "save"), ("version", rosa.hidden("version"))],
                [("f.paper", "خطة \"العمل\".pdf", AnswerFilesDeskTests.pdf)], to: form) == 303, "\(rosa.main)")
        #expect(try await rosa.get(form) == 200)
        #expect(rosa.main.contains("SHA-256") && rosa.text.contains("name=\"r.paper\""))
        #expect(
            try await rosa.upload(
                [("act", "submit"), ("version", rosa.hidden("version"))],
                [("f.paper", "final.pdf", AnswerFilesDeskTests.pdf)], to: form) == 303, "\(rosa.main)")
        #expect(try answers()["paper"].flatMap(FileAnswer.init)?.name == "final.pdf")
        #expect(try answers()["body"] == "Here")
        #expect(
            try await rosa.upload(
                [("act", "save"), ("version", "9")], [("f.paper", "late.pdf", AnswerFilesDeskTests.pdf)], to: form)
                != 200)
        #expect(try answers()["paper"].flatMap(FileAnswer.init)?.name == "final.pdf")
    }

    @Test(arguments: [
        ("empty.pdf", "", "The file is empty"), ("run.exe", "MZ\u{0}\u{1}", "Files of this kind"),
        ("page.pdf", "<!DOCTYPE html><script>1</script>", "Files of this kind"),
        ("page.txt", " <html><body>", "Files of this kind"), ("run.txt", "#!/bin/sh\nrm x", "Files of this kind"),
        ("\u{202E}", "%PDF-1.7", nil), ("../../etc/passwd.pdf", "%PDF-1.7", nil),
    ])
    func b66ABadFileIsRefusedAndTheOtherAnswersAreKept(name: String, content: String, problem: String?) async throws {
        let rosa = try await house.browser("rosa")
        #expect(try await rosa.get(form) == 200)
        let status = try await rosa.upload(
            [("a.body", "Here"), ("act", "save"), ("version", rosa.hidden("version"))],
            [("f.paper", name, Array(content.utf8))], to: form)
        #expect(try answers()["body"] == "Here")
        guard let problem else {
            // Folders and signs that turn the writing are left out of a name: what is left is one.
            #expect(status == 303, "\(rosa.main)")
            let kept = try #require(try answers()["paper"].flatMap(FileAnswer.init)).name
            #expect(["file", "passwd.pdf"].contains(kept), "\(kept)")
            return
        }
        #expect(status == 422 && rosa.main.contains(problem), "\(status) \(rosa.main)")
        #expect(try answers()["paper"] == nil)
    }

    @Test func b66AFileThatIsTooLargeIsToldAtItsQuestion() async throws {
        let rosa = try await house.browser("rosa")
        #expect(try await rosa.get(form) == 200)
        let large = AnswerFilesDeskTests.pdf + [UInt8](repeating: 65, count: 25 << 20)
        #expect(
            try await rosa.upload(
                [("a.body", "Here"), ("act", "save"), ("version", rosa.hidden("version"))],
                [("f.paper", "large.pdf", large)], to: form) == 422)
        #expect(rosa.main.contains("larger than 25 MB"))
        #expect(try answers()["body"] == "Here" && answers()["paper"] == nil)
    }

    @Test func b66AFileIsGivenToWhoMayReadTheAnswerAndToNobodyElse() async throws {
        let rosa = try await house.browser("rosa")
        #expect(try await rosa.get(form) == 200)
        #expect(
            try await rosa.upload(
                [("act", "submit"), ("version", rosa.hidden("version"))],
                [("f.paper", "paper.pdf", AnswerFilesDeskTests.pdf)], to: form) == 303)
        let cora = try await house.browser("cora")
        let file = "\(home)/files/paper"
        // No scanner has looked into it: somebody answers for it first.
        #expect(try await cora.get(file) == 409)
        #expect(try await cora.get(home) == 200)
        #expect(cora.main.contains("Release the files") && cora.text.contains("\(file)\""))
        #expect(
            try await cora.send(
                ["reason": "Known sender", "version": cora.hidden("version")], to: "\(home)/step/release-files") == 303)
        #expect(try await cora.get(file) == 200)
        #expect(cora.text == "%PDF-1.7 a paper")
        #expect(cora.header("Content-Disposition") == "attachment; filename=\"NAMED-paper.pdf\"")
        #expect(cora.header("X-Content-Type-Options") == "nosniff")
        #expect(cora.header("Content-Security-Policy")?.contains("sandbox") == true)
        for name in ["ray", "olga", "other"] {
            let browser = try await house.browser(name)
            #expect([403, 404].contains(try await browser.get(file)), "\(name)")
            #expect(!browser.text.contains("%PDF"))
        }
        #expect(try await cora.get("\(home)/files/body") == 404)
        #expect(try await cora.get("\(home)/files/annex") == 404)
        #expect(try await cora.get("\(home)/files/%2e%2e") == 404)
        #expect(try await DeskBrowser(house).get(file) != 200)
    }

    @Test func b66SomebodyWithoutAnAccountAttachesAFileByTheirLink() async throws {
        let cora = try await house.browser("cora")
        #expect(try await cora.get(home) == 200)
        let until = InterfaceRegister.now.day.adding(days: 12).description
        #expect(try await cora.send(["until": until], to: "\(home)/link") == 200)
        let path = String(cora.shown.dropFirst("https://register.example".count))
        let guest = DeskBrowser(house)
        #expect(try await guest.get(path) == 200)
        #expect(
            try await guest.upload(
                [("act", "submit"), ("version", guest.hidden("version"))],
                [("f.paper", "by link.pdf", AnswerFilesDeskTests.pdf)], to: path) == 303, "\(guest.main)")
        #expect(try answers()["paper"].flatMap(FileAnswer.init)?.name == "by link.pdf")
        #expect(try await guest.get(path) == 200)
        #expect(guest.main.contains("by link.pdf"))
        #expect(try await guest.get("\(home)/files/paper") != 200)
    }
}
