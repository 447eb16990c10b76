import Access
import Foundation
import HTTPTypes
import Intake
import InterfaceKit
import Ledger
import Mechanisms
import Publication
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// Files that are brought in through the browser.
struct ImportDeskTests {
    private let house: ImportHouse
    private var worker: Actor { house.register.people.caseworkerOfAlpha }
    private var stranger: Actor { house.register.people.caseworkerOfBeta }

    init() throws { house = try ImportHouse() }

    private let good = "no,name,sex\n1,Planted-Onefold,F\n2,Planted-Twofold,M\n"
    private let mixed = "no,name,sex\n1,Planted-Onefold,F\n2,Planted-Twofold,Q\n3,Planted-Threefold,\n"

    @Test func firstAFileIsLookedAtAndNothingIsWritten() async throws {
        let before = try house.register.ledger.position()
        let place = try await house.send(mixed, as: worker)
        #expect(try house.register.ledger.position() == before)
        let page = try await house.ask(worker, place).body
        #expect(page.contains("2 rows will go in.") && page.contains("I411"))
        #expect(try house.persons(of: worker) == 0)
        try await house.bringIn(place, as: worker)
        #expect(try house.persons(of: worker) == 2)
    }

    @Test func correctedRowsAloneGoInTheSecondTime() async throws {
        let place = try await house.send(mixed, as: worker)
        try await house.bringIn(place, as: worker)
        let rows = try await house.ask(worker, "\(place)/rows.csv")
        #expect(rows.headers[.contentDisposition]?.contains("rows-to-correct.csv") == true)
        #expect(rows.body.contains("Planted-Twofold") && !rows.body.contains("Planted-Onefold"))
        let again = try await house.send(rows.body.replacing(",Q,", with: ",M,"), as: worker)
        try await house.bringIn(again, as: worker)
        #expect(try house.persons(of: worker) == 3)
        let third = try await house.send(mixed.replacing(",Q", with: ",M"), as: worker)
        #expect(try await house.ask(worker, third).body.contains("No row of this file would go in."))
    }

    @Test func twoClicksBringAFileInOnce() async throws {
        let id = "019d0000-0000-7000-8000-000000000001"
        let first = try await house.send(Array(good.utf8), id: id, as: worker)
        let second = try await house.send(Array(good.utf8), id: id, as: worker)
        #expect(first.place == second.place && first.place?.hasSuffix(id) == true)
        let place = try #require(first.place)
        async let one = house.press(worker, "\(place)/bring-in")
        async let two = house.press(worker, "\(place)/bring-in")
        #expect(try await [one.status, two.status] == [303, 303])
        await house.desk.office.idle()
        try await house.bringIn(place, as: worker)
        #expect(try house.persons(of: worker) == 2)
        var begun = 0
        try house.register.ledger.events { event in
            if event.draft.kind == "begin-import" { begun += 1 }
            return true
        }
        #expect(begun == 1)
    }

    @Test func aFileIsToldToNobodyElseOfTheSamePost() async throws {
        let place = try await house.send(mixed, as: worker)
        let id = String(place.suffix(36))
        let colleague = Actor(
            account: "colleague", function: worker.function, organisation: worker.organisation, post: worker.post)
        #expect(house.desk.office.job(id, of: worker) != nil)
        #expect(house.desk.office.job(id, of: colleague) == nil)
        #expect(house.desk.office.jobs(of: colleague).isEmpty)
        #expect(try await house.ask(house.register.people.authorityOfAlpha, "\(place)/rows.csv").status == 404)
    }

    @Test func findingsComeInTheLanguageOfTheReader() async throws {
        let place = try await house.send(mixed, as: worker)
        let file = try await house.ask(worker, "\(place)/findings.csv", language: "fr").body
        #expect(file.contains("La description de la source ne connaît pas ce mot"))
        #expect(try await house.ask(worker, place, language: "ar").body.contains("dir=\"rtl\""))
    }

    @Test(arguments: ["", "/findings.csv", "/rows.csv"])
    func nobodyElseLearnsThatThereIsAnImport(part: String) async throws {
        let place = try await house.send(mixed, as: worker)
        let nowhere = "\(ImportDesk.path)/019d0000-0000-7000-8000-00000000ffff"
        let theirs = try await house.ask(stranger, place + part)
        let none = try await house.ask(stranger, nowhere + part)
        #expect(theirs.status == 404 && none.status == 404)
        #expect(theirs.body.count == none.body.count)
        let act = try await house.press(stranger, "\(place)/bring-in")
        #expect(act.status == 404)
        #expect(try house.persons(of: worker) == 0)
    }

    @Test func theHistoryIsThatOfOnesOwnOrganisation() async throws {
        let place = try await house.send(good, as: worker)
        try await house.bringIn(place, as: worker)
        let own = try await house.ask(house.register.people.authorityOfAlpha, ImportDesk.path).body
        #expect(own.contains("Brought in") && own.contains("caseworker-of-alpha") && !own.contains(place))
        #expect(!(try await house.ask(stranger, ImportDesk.path).body.contains("caseworker-of-alpha")))
    }

    @Test func whoseFunctionBringsNothingInHasNoDesk() async throws {
        let people = house.register.people
        for actor in [people.coordinator, people.rapporteur] {
            #expect(try await house.ask(actor, ImportDesk.path).status == 403)
            #expect(try await house.send(Array(good.utf8), as: actor).reply.status == 403)
        }
        #expect(try await house.ask(nil, ImportDesk.path).status != 200)
        #expect(try await house.ask(worker, ImportDesk.path).body.contains("spoilt.yaml"))
    }

    @Test func whatIsInAFileIsInNoLogAndNoAddress() async throws {
        let sent = try await house.send(Array(mixed.utf8), named: "Planted-Name.csv", as: worker)
        let place = try #require(sent.place)
        try await house.bringIn(place, as: worker)
        let page = try await house.ask(worker, place).body
        #expect(!page.contains("Planted-") && !place.contains("Planted"))
        #expect(!house.logged.isEmpty && !house.logged.contains { $0.contains("Planted") || $0.contains(place) })
        let shelf = FileManager.default.enumerator(at: house.register.folder, includingPropertiesForKeys: nil)
        for case let file as URL in try #require(shelf) {
            guard let bytes = try? Data(contentsOf: file) else { continue }
            #expect(bytes.firstRange(of: Data("Planted-".utf8)) == nil, "\(file.lastPathComponent)")
        }
    }

    @Test(arguments: [
        ("", 422, ""), ("\u{0}\u{1}\u{2}\u{3}", 303, "I301"), ("a,b,c\n1,2,3\n", 303, "I301"),
        ("Quarter,First responder\n2022,Police\n", 303, "I301"), ("no,no,name,sex\n1,1,A,F\n", 303, "I302"),
        ("PK\u{3}\u{4}cut short", 303, "I104"), ("\n\n\n", 303, "I103"),
    ])
    func aBadFileIsToldAsWhatItIs(text: String, status: Int, code: String) async throws {
        let sent = try await house.send(Array(text.utf8), as: worker)
        #expect(sent.reply.status == status)
        guard let place = sent.place else { return }
        let page = try await house.ask(worker, place).body
        let texts = try InterfaceFiles.pages().texts("en")
        #expect(page.contains(texts["importing.failures.\(code)"]), "\(code)")
        #expect(try house.persons(of: worker) == 0)
    }

    @Test func aWorkbookGoesInAndACutOneIsToldAsSuch() async throws {
        let whole = tinyWorkbook([["no", "name", "sex"], ["1", "Planted-Onefold", "F"]])
        let place = try #require(try await house.send(whole, named: "a.xlsx", as: worker).place)
        try await house.bringIn(place, as: worker)
        #expect(try house.persons(of: worker) == 1)
        let cut = try #require(try await house.send(Array(whole.prefix(whole.count / 2)), as: worker).place)
        #expect(try await house.ask(worker, cut).body.contains("no complete XLSX workbook"))
    }

    private func tinyWorkbook(_ rows: [[String]]) -> [UInt8] {
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let cells = rows.map { row in
            "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }.joined()
        var archive = ZipWriter()
        for (name, text) in [
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"\(relation)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relation)\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"\(relation)/worksheet\" Target=\"sheet1.xml\"/></Relationships>"
            ),
            ("xl/sheet1.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(cells)</sheetData></worksheet>"),
        ] { archive.add(Array(text.utf8), as: name) }
        return archive.finished()
    }

    @Test func aCellLongerThanAnyTextIsHeldBackAndTheRestGoesIn() async throws {
        let long = "no,name,sex\n1,\(String(repeating: "x", count: 2 << 20)),F\n2,Planted-Twofold,M\n"
        let place = try await house.send(long, as: worker)
        #expect(try await house.ask(worker, place).body.contains("I401"))
        try await house.bringIn(place, as: worker)
        #expect(try house.persons(of: worker) == 1)
    }

    @Test func anUnknownSourceOrNoFileIsSaidBesideTheForm() async throws {
        #expect(try await house.send(Array(good.utf8), source: "another", as: worker).reply.status == 422)
        let empty = try await house.ask(worker, ImportDesk.path, .post, body: .form([("source", "small")]))
        #expect(empty.status == 422 && empty.body.contains("Choose a file that is not empty."))
    }

    @Test func whatAStopLeavesCanBeGoneOnWith() async throws {
        let rows = (1...6_000).map { "\($0),Planted-\($0),F" }.joined(separator: "\n")
        let place = try await house.send("no,name,sex\n\(rows)\n", as: worker)
        let began = try await house.press(worker, "\(place)/bring-in")
        #expect(began.status == 303)
        let stopped = try await house.press(worker, "\(place)/stop")
        #expect(stopped.status == 303)
        await house.desk.close()
        let page = try await house.ask(worker, place).body
        #expect(page.contains("Stopped; rows so far stay") || page.contains("Brought in"))
        #expect(try await house.send(Array(good.utf8), as: worker).reply.status == 503)
    }

    @Test func anImportThatTheHouseDidNotFinishIsSaidToBeBrokenOff() async throws {
        let place = try await house.send(good, as: worker)
        let id = String(place.split(separator: "/").last ?? "")
        let job = try #require(house.desk.office.job(id, of: worker))
        var running = job
        running.work = .bringIn
        running.stage = .running
        let workbench = house.workbench
        ImportHistory.keep(running, in: workbench)
        let history = ImportHistory(of: worker.organisation, in: workbench)
        #expect(history.entries.map(\.outcome) == [nil])
        let page = try await ImportHouse(sharing: house).ask(worker, ImportDesk.path).body
        #expect(page.contains("Broken off when the house stopped"))
    }

    @Test(arguments: ["en", "fr", "es", "pt", "ar"])
    func everyFindingReasonAndFailureHasItsText(language: String) throws {
        let texts = try InterfaceFiles.pages().texts(language)
        for kind in FindingKind.allCases {
            #expect(texts.text("importing.findings.\(kind.rawValue)") != nil, "\(kind)")
        }
        for kind in Refusal.Kind.allCases {
            #expect(texts.text("importing.reasons.\(kind.rawValue)") != nil, "\(kind)")
        }
        for code in ["R101", "R102", "R103", "R104", "R112", "R121", "R122", "R123"] {
            #expect(texts.text("importing.reasons.\(code)") != nil, "\(code)")
        }
        for code in ["I101", "I102", "I103", "I104", "I105", "I106", "I107", "I301", "I302"] {
            #expect(texts.text("importing.failures.\(code)") != nil, "\(code)")
        }
    }

    @Test func thePagesHaveTheKeysOfTheirTemplates() async throws {
        let place = try await house.send(mixed, as: worker)
        let id = String(place.split(separator: "/").last ?? "")
        let job = try #require(house.desk.office.job(id, of: worker))
        let visit = try house.visit(worker)
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let page = try ImportPage(job, isFollowed: true, visit)
        let all = ImportsPage(
            sources: .init(known: [job.source], faulty: [""]), jobs: [job],
            history: ImportHistory(of: worker.organisation, in: house.workbench), problem: .noFile,
            isUnderWay: { _ in false }, visit)
        #expect(keys.problems(of: page, in: "workbench-import").filter { !$0.hasSuffix(" is empty") } == [])
        #expect(keys.problems(of: all, in: "workbench-imports").filter { !$0.hasSuffix(" is empty") } == [])
    }
}
