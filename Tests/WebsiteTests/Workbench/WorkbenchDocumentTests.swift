import Foundation
import HTTPTypes
import Registry
import Synchronization
import TestKit
import Testing
import Vocabulary

@testable import Website

/// Files given and had in the browser.
@Suite struct WorkbenchDocumentTests {
    /// Says what it is told to, or nothing.
    private final class Scanner: VirusScanner {
        private let said: Mutex<ScanVerdict?>

        init(_ verdict: ScanVerdict?) { said = Mutex(verdict) }

        func say(_ verdict: ScanVerdict) { said.withLock { $0 = verdict } }

        func verdict(on bytes: [UInt8]) async throws -> ScanVerdict {
            guard let verdict = said.withLock({ $0 }) else { throw ScannerFailure.refused }
            return verdict
        }
    }

    private static let matter = "/work/record/\(WorkbenchSamples.matter)"

    /// The address of the only document of the case, as its page has it.
    private func document(in page: String) throws -> String {
        let section = try #require(page.components(separatedBy: "id=\"documents\"").dropFirst().first)
        return try #require(section.firstMatch(of: #/\/work\/record\/[0-9a-f-]{36}/#).map { String($0.0) })
    }

    @Test func givesBackToKeepWhatWasFoundClean() async throws {
        let house = try WorkbenchHouse(scanner: Scanner(.clean))
        let form = try await house.ask(.caseworker, "\(Self.matter)/document")
        #expect(form.status == 200 && form.body.contains("enctype=\"multipart/form-data\""))
        let given = try await house.give(WorkbenchUpload(), to: "\(Self.matter)/document", as: .caseworker)
        #expect(given.status == 303 && given.headers[.location] == Self.matter)
        let page = try await house.ask(.caseworker, Self.matter).body
        #expect(page.contains("letter.txt") && page.contains("tone-running\">Clean"))
        let document = try document(in: page)
        let file = try await house.fetch("\(document)/file", as: .caseworker)
        #expect(file.body == "A letter.")
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"RESTRICTED-letter.txt\"")
        #expect(file.headers[try #require(HTTPField.Name("X-Content-Type-Options"))] == "nosniff")
        #expect(file.headers[try #require(HTTPField.Name("Content-Security-Policy"))]?.hasPrefix("sandbox;") == true)
        #expect(file.headers[.cacheControl] == "no-store")
        #expect(try await house.ask(.caseworker, document).body.contains("Its file was downloaded"))
    }

    @Test func nobodyOpensWhatNoScannerHasSeen() async throws {
        let scanner = Scanner(nil)
        let house = try WorkbenchHouse(scanner: scanner)
        _ = try await house.give(WorkbenchUpload(), to: "\(Self.matter)/document", as: .caseworker)
        let page = try await house.ask(.caseworker, Self.matter).body
        #expect(page.contains("In quarantine") && !page.contains("/file\""))
        let document = try document(in: page)
        #expect(try await house.fetch("\(document)/file", as: .caseworker).status == 409)
        #expect(try await house.ask(.caseworker, "\(document)/scan", form: []).status == 409, "still no answer")
        scanner.say(.clean)
        #expect(try await house.ask(.caseworker, "\(document)/scan", form: []).status == 303)
        #expect(try await house.fetch("\(document)/file", as: .caseworker).status == 200)
    }

    @Test func somebodyWhoAnswersForItMayReleaseAFileForAReason() async throws {
        let house = try WorkbenchHouse(scanner: Scanner(nil))
        _ = try await house.give(WorkbenchUpload(), to: "\(Self.matter)/document", as: .caseworker)
        let document = try await document(in: house.ask(.caseworker, Self.matter).body)
        var form = try await FilledForm(house.ask(.caseworker, "\(document)/step/release").body)
        #expect(try await house.ask(.caseworker, "\(document)/step/release", form: form.all).status == 422)
        form["reason"] = ["There is no scanner, and the sender was asked by telephone"]
        #expect(try await house.ask(.caseworker, "\(document)/step/release", form: form.all).status == 303)
        let page = try await house.ask(.caseworker, document).body
        #expect(page.contains("Released without a scan") && page.contains("asked by telephone"))
        #expect(try await house.fetch("\(document)/file", as: .caseworker).status == 200)
    }

    @Test func throwsAwayWhatIsInfected() async throws {
        let house = try WorkbenchHouse(scanner: Scanner(.infected))
        _ = try await house.give(WorkbenchUpload(), to: "\(Self.matter)/document", as: .caseworker)
        let page = try await house.ask(.caseworker, Self.matter).body
        #expect(page.contains("tone-late\">Infected") && !page.contains("/file\""))
        #expect(try await house.fetch("\(document(in: page))/file", as: .caseworker).status == 409)
    }

    @Test(arguments: [
        WorkbenchUpload(name: "page.pdf", type: "application/pdf", content: "\u{0}no PDF"),
        WorkbenchUpload(content: ""), WorkbenchUpload(fields: [("effective", "last spring")]),
    ])
    func saysWhatIsWrongBesideTheForm(upload: WorkbenchUpload) async throws {
        let house = try WorkbenchHouse(scanner: Scanner(.clean))
        let answer = try await house.give(upload, to: "\(Self.matter)/document", as: .caseworker)
        #expect(answer.status == 422 && answer.body.contains("class=\"error\""))
        #expect(try await house.ask(.caseworker, Self.matter).body.contains("No document has been added."))
    }

    @Test func aFileIsWhatItsBytesAreAndIsNamedSo() async throws {
        let house = try WorkbenchHouse(scanner: Scanner(.clean))
        let upload = WorkbenchUpload(name: "page.html", type: "text/html", content: "%PDF-1.7 <script>")
        _ = try await house.give(upload, to: "\(Self.matter)/document", as: .caseworker)
        let document = try await document(in: house.ask(.caseworker, Self.matter).body)
        let file = try await house.fetch("\(document)/file", as: .caseworker)
        #expect(file.headers[.contentType] == "application/pdf")
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"RESTRICTED-page.html.pdf\"")
    }

    @Test(arguments: [WorkbenchSamples.Post.authority, .rapporteur, .coordinator, .operation])
    func whoMayNotSeeTheRecordFindsNothing(post: WorkbenchSamples.Post) async throws {
        let house = try WorkbenchHouse(scanner: Scanner(.clean))
        _ = try await house.give(WorkbenchUpload(), to: "\(Self.matter)/document", as: .caseworker)
        let document = try await document(in: house.ask(.caseworker, Self.matter).body)
        let none = "/work/record/\(WorkbenchSamples.id(999))"
        for (theirs, nothing) in [(document, none), ("\(document)/file", "\(none)/file")] {
            let answers = try await [house.ask(post, theirs), house.ask(post, nothing)]
            #expect(answers[0].status == answers[1].status && answers[0].status >= 403)
            #expect(PlainPage.text(answers[0].body) == PlainPage.text(answers[1].body))
        }
        #expect(try await [403, 404].contains(house.ask(post, "\(Self.matter)/document").status))
        let given = try await house.give(WorkbenchUpload(), to: "\(Self.matter)/document", as: post)
        #expect([403, 404].contains(given.status))
    }

    @Test func aSecondClickGivesNoSecondFile() async throws {
        let house = try WorkbenchHouse(scanner: Scanner(.clean))
        let form = try await FilledForm(house.ask(.caseworker, "\(Self.matter)/document").body)
        let upload = WorkbenchUpload(fields: form.all.filter { $0.0 != "file" })
        for _ in 1...2 { _ = try await house.give(upload, to: "\(Self.matter)/document", as: .caseworker) }
        let page = try await house.ask(.caseworker, Self.matter).body
        #expect(page.components(separatedBy: "/file\"").count == 2)
    }
}
