import Access
import Foundation
import Intake
import InterfaceKit
import Mechanisms
import Ledger
import Registry
import Synchronization
import TestKit
import Testing
import Vocabulary

@testable import Website

/// B103 as its users see it: the shelf, its filters, words, a paper with its revisions, and what is missing.
@Suite final class LibraryDeskTests {
    private let house: DeskHouse
    private let words: TemporaryTextIndex
    private let asking: Asking
    private let keeper: LibraryKeeper

    convenience init() throws { try self.init(on: .sqlite) }

    /// - Parameter wrap: Puts something around the index, such as one that fails.
    init(
        on engine: TextEngine, wrap: @escaping (any TextIndex) -> any TextIndex = { $0 },
        report: @escaping @Sendable (String) -> Void = { Issue.record("\($0)") }
    ) throws {
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        self.asking = asking
        var kept: (words: TemporaryTextIndex, keeper: LibraryKeeper)?
        house = try DeskHouse { register in
            let words = try engine.index(of: register.ledger.register)
            let keeper = LibraryKeeper(wrap(words.index), of: register.registry, as: asking, report: report)
            kept = (words, keeper)
            return [LibraryDesk(keeper)]
        }
        (words, keeper) = try #require(kept)
        let index = keeper.index
        try house.person("cora", .coordinator)
        try house.person("carol", .caseworker)
        let registry = house.register.registry
        var random = SystemRandomNumberGenerator()
        var work = LibraryImport(registry, asking, into: index) { RecordID(at: InterfaceRegister.now, using: &random) }
        for (number, title, text) in [
            ("9200/26", "Lamps & <b>", "Lamps, see doc. 9100/26 <script>."),
            ("9200/1/26 REV 1", "Lamps again", "Lamps again, see doc. 9100/26 and 9100/26."),
            ("9300/26", "Secret", "A hidden lamp."),
        ] {
            var paper = LibraryPaper(title: title, text: text, marking: "professionals")
            (paper.number, paper.kind, paper.language) = (number, "note", "eng")
            _ = try work.take(paper)
        }
        #expect(work.findings.isEmpty)
        _ = try registry.bringUpToDate(index, asking)
        let secret = try #require(try registry.library(asking).document(named: "9300/26"))
        let command = Command(
            mechanism: "library-document", record: secret.record, transition: "withdraw",
            expectedVersion: secret.version, changes: [:], effective: .day(registry.today), reason: "Not ours.")
        _ = try registry.submit([command], asking)
    }

    private func paper(_ name: String) throws -> LibraryDocument {
        try #require(try house.register.registry.library(asking).document(named: name))
    }

    @Test(arguments: [("cora", 4), ("carol", 3)])
    func b103TheShelfHasWhatOneMaySee(name: String, count: Int) async throws {
        let browser = try await house.browser(name)
        #expect(try await browser.get("/work/library") == 200)
        #expect(browser.main.contains("Papers on this page: \(count) of \(count)"))
        #expect(browser.main.contains("Lamps &amp; &lt;b&gt;") && browser.main.contains("Only named"))
        #expect(browser.main.contains("9300/26") == (name == "cora"))
        #expect(browser.main.contains("/work/new/library-document") == (name == "cora"))
    }

    @Test(arguments: [
        ("standing=held", 2), ("standing=cited", 1), ("kind=note", 3), ("scheme=council", 4), ("scheme=osce", 0),
        ("language=eng", 3), ("body=%22%3E%3Cscript%3E", 0), ("from=9223372036854775807", 0), ("from=-1", 4),
    ])
    func filtersByWhatStandsInTheAddress(query: String, count: Int) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/library?\(query)") == 200)
        #expect(count == 0 || browser.main.contains("Papers on this page: \(count) of"), "\(query)")
        #expect(!browser.main.contains("<script"))
    }

    @Test(
        arguments: TextEngine.present,
        [("cora", "hidden", 1), ("carol", "hidden", 0), ("carol", "nowhere", 0), ("carol", "lamp", 2)])
    func b104SearchGivesNoHint(on engine: TextEngine, search: (name: String, words: String, count: Int)) async throws {
        let browser = try await LibraryDeskTests(on: engine).house.browser(search.name)
        #expect(try await browser.get("/work/library?words=\(search.words)") == 200)
        #expect(browser.main.contains("Papers with these words: \(search.count) of \(search.count)"))
        #expect(!browser.main.contains("<script"))
    }

    @Test func b103APaperShowsRevisionsAndRelations() async throws {
        let browser = try await house.browser("carol")
        let path = try LibraryPaths.paper(paper("9200/1/26").record)
        #expect(try await browser.get(path) == 200)
        let page = browser.main
        for wanted in ["Revisions", "9200/26", "this one", "9100/26", "<svg", "revises"] {
            #expect(page.contains(wanted), "\(wanted)")
        }
        #expect(try await browser.get("\(path)/text") == 200)
        let target = try LibraryPaths.paper(paper("9100/26").record)
        #expect(browser.main.components(separatedBy: "href=\"\(target)\"").count == 3)
    }

    @Test func b103TheTextIsShownAsTextOnly() async throws {
        let browser = try await house.browser("carol")
        #expect(try await browser.get(LibraryPaths.text(paper("9200/26").record)) == 200)
        #expect(browser.main.contains("&lt;script&gt;") && !browser.main.contains("<script"))
    }

    /// Without its marks 2011/36/EU would be shown as EU/2011/36.
    @Test(arguments: [
        ("rtl", "2011/36/EU", "\u{2066}2011/36/EU\u{2069}"), ("ltr", "2011/36/EU", "2011/36/EU"),
        ("rtl", "", "\u{2068}Lamps\u{2069}"), ("ltr", "", "Lamps"),
    ])
    func numbersKeepTheirOrderWhereOneReadsFromTheRight(direction: String, number: String, shown: String) {
        #expect(LibraryPage.shown(number: number, title: "Lamps", in: direction) == shown)
    }

    @Test func b103WhatIsMissingIsListed() async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/library/missing") == 200)
        #expect(browser.main.contains("9100/26") && browser.main.contains("Papers that are not there: 1 of 1"))
    }

    @Test func whatIsOutOfReachIsNotThere() async throws {
        let browser = try await house.browser("carol")
        let hidden = try paper("9300/26").record
        for path in [
            LibraryPaths.paper(hidden), LibraryPaths.text(hidden), LibraryPaths.text(try paper("9100/26").record),
        ] {
            #expect(try await browser.get(path) == 404, "\(path)")
        }
        #expect(try await browser.get("/work/library/paper/none") == 404)
    }

    /// After a restore there is no index, since no backup has it.
    @Test(arguments: TextEngine.present)
    func b103AnIndexThatIsLostIsMadeAgainWhenTheHouseOpens(on engine: TextEngine) async throws {
        let desk = try LibraryDeskTests(on: engine)
        let (house, keeper) = (desk.house, desk.keeper)
        let browser = try await house.browser("cora")
        for record in try keeper.index.editions().keys { try keeper.index.remove(record) }
        #expect(try await browser.get("/work/library?words=lamps") == 200)
        #expect(browser.main.contains("Papers with these words: 0 of 0"))
        let position = try house.register.ledger.position().sequence
        keeper.start()
        while keeper.isMaking { await Task.yield() }
        #expect(try house.register.ledger.position().sequence == position, "nobody has read the texts")
        #expect(try await browser.get("/work/library?words=lamps") == 200)
        #expect(browser.main.contains("Papers with these words: 2 of 2"))
        #expect(!browser.main.contains("is being made"))
        #expect(try keeper.index.editions().count == 2, "what was withdrawn stays out")
        keeper.end()
        keeper.start()
        #expect(!keeper.isMaking, "the house is closed")
    }

    /// A server of words that goes away says so, takes nothing else with it, and has all words when it is back.
    @Test func b103WordsThatAreOutOfReachAreSaidAndComeBack() async throws {
        let index = Mutex<AwayIndex?>(nil)
        let codes = Mutex<[String]>([])
        let desk = try LibraryDeskTests(
            on: .sqlite,
            wrap: { whole in
                let away = AwayIndex(whole)
                index.withLock { $0 = away }
                return away
            }, report: { code in codes.withLock { $0.append(code) } })
        let away = try #require(index.withLock { $0 })
        let browser = try await desk.house.browser("cora")
        for record in try away.editions().keys { try away.remove(record) }
        away.isAway.store(true, ordering: .sequentiallyConsistent)
        for _ in 1...2 {
            #expect(try await browser.get("/work/library?words=lamps") == 200)
            #expect(browser.main.contains("Words cannot be looked for at the moment"))
            #expect(browser.main.contains("Lamps again"), "the shelf is there")
        }
        #expect(try await browser.get("/work/library") == 200)
        #expect(!browser.main.contains("Words cannot be looked for"))
        while desk.keeper.isMaking { await Task.yield() }
        away.isAway.store(false, ordering: .sequentiallyConsistent)
        #expect(try await browser.get("/work/library?words=lamps") == 200)
        while desk.keeper.isMaking { await Task.yield() }
        #expect(try await browser.get("/work/library?words=lamps") == 200)
        #expect(browser.main.contains("Papers with these words: 2 of 2"))
        #expect(codes.withLock { Set($0) } == ["S123"])
    }

    @Test func b103ASearchSaysThatTheIndexIsNotWholeYet() throws {
        let visit = try WorkbenchHouse().visit(.coordinator, "/work/library?words=lamp")
        let view = LibraryView(library: try house.register.registry.library(asking), chosen: [:], words: "lamp")
        let findings = try house.register.registry.searchLibrary("lamp", in: keeper.index, asking)
        #expect(LibraryPage(view, findings, ofAll: false, visit).desk.notices.count == 1)
        #expect(LibraryPage(view, findings, ofAll: true, visit).desk.notices.isEmpty)
        #expect(LibraryPage(view, nil, ofAll: true, visit).desk.notices.count == 1, "words that cannot be looked for")
        let shelf = LibraryView(library: view.library, chosen: [:], words: nil)
        #expect(LibraryPage(shelf, nil, ofAll: false, visit).desk.notices.isEmpty)
    }

    @Test func everyKeyOfItsTemplatesIsThere() throws {
        let visit = try WorkbenchHouse().visit(.coordinator, "/work/library")
        let registry = house.register.registry
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let view = LibraryView(library: try registry.library(asking), chosen: [:], words: "lamp")
        let findings = try registry.searchLibrary("lamp", in: keeper.index, asking)
        for found in [nil, findings] {
            let page = LibraryPage(view, found, visit)
            #expect(keys.problems(of: page, in: "workbench-library").filter { !$0.hasSuffix(" is empty") } == [])
        }
        let text = try LibraryTextPage(paper("9200/26"), "See 9100/26.", registry.library(asking), visit)
        #expect(keys.problems(of: text, in: "workbench-library-text").filter { !$0.hasSuffix(" is empty") } == [])
    }
}

/// An index that can be out of reach.
private final class AwayIndex: TextIndex {
    let isAway = Atomic(false)
    private let whole: any TextIndex

    init(_ whole: any TextIndex) { self.whole = whole }

    private func reached() throws -> any TextIndex {
        guard !isAway.load(ordering: .sequentiallyConsistent) else {
            throw TextIndexFailure.unreachable(server: "“words” at localhost", reason: "a test")
        }
        return whole
    }

    func put(_ text: IndexedText) throws { try reached().put(text) }
    func remove(_ record: RecordID) throws { try reached().remove(record) }
    func editions() throws -> [RecordID: String] { try reached().editions() }
    func find(_ query: TextQuery) throws -> TextHits { try reached().find(query) }
}
