import Access
import Foundation
import Intake
import InterfaceKit
import Ledger
import Mechanisms
import Publication
import Registry
import TestKit
import Testing
import Vocabulary
import Website

@testable import Commands

/// B64, B71, B75: what bodies publish beside figures: proposed by one person, let out by another, frozen, taken back.
@Suite struct NoticeWorkTests {
    private let register: InterfaceRegister
    private let work: NoticeWork
    private let folder: RegisterFolder
    private let first = Asking(Actor(account: "first", function: .coordinator, organisation: nil))
    private let second = Asking(Actor(account: "second", function: .rapporteur, organisation: nil))

    init() throws {
        register = try InterfaceRegister()
        var folder = RegisterFolder()
        (folder.path, folder.keyPath) = (register.folder.path, nil)
        self.folder = folder
        work = NoticeWork(folder, register.registry, languages: try BookLoader(resources: Resources.find()).languages())
    }

    private func period(_ text: String) throws -> FieldValue { .period(try #require(Period(text))) }

    @discardableResult
    private func take(
        _ step: String, _ mechanism: String, _ record: RecordID? = nil, _ changes: [String: FieldValue] = [:],
        by asking: Asking? = nil, because reason: String? = nil
    ) throws -> RecordID {
        var random = SystemRandomNumberGenerator()
        let id = record ?? RecordID(at: InterfaceRegister.now, using: &random)
        let asking = asking ?? first
        let version = try record.map { try register.registry.read($0, asking).version } ?? 0
        let command = Command(
            mechanism: mechanism, record: id, transition: step, expectedVersion: version, changes: changes,
            effective: .day(register.registry.today), reason: reason)
        switch try register.registry.submit([command], asking) {
        case .written: return id
        case .refused(let refusal): throw refusal
        case .conflict: throw NoticeRefusal.overtaken
        }
    }

    private func practice() throws -> RecordID {
        let record = try take(
            "submit", "good-practice", nil,
            [
                "title": .text("Lamps on the pier"), "problem": .text("Darkness"), "what": .text("Light"),
                "evidence": .code("untested"),
            ])
        try take("check", "good-practice", record, by: second)
        return record
    }

    private func propose(_ record: RecordID, on day: String? = nil) throws -> RecordID {
        let content = try NoticeMaker(register.registry, first).content(
            of: record, on: day.flatMap { CalendarDate($0) }, publisher: "Keepers")
        return try work.propose(NoticeProposal(content, about: record), first, key: nil)
    }

    private func published() throws -> RecordID {
        let record = try practice()
        try take("publish", "good-practice", record)
        return record
    }

    @Test func b75APracticeIsForThePublicOnceItIsPublished() throws {
        let record = try practice()
        #expect(throws: NoticeRefusal.notForPublic) { _ = try propose(record) }
        #expect(try register.registry.noticeSources(first).isEmpty)
        try take("publish", "good-practice", record)
        #expect(try register.registry.noticeSources(first).map(\.record) == [record])
        let notice = try propose(record)
        #expect(try register.registry.notices(second).map(\.record) == [notice])
        #expect(try work.history().notices.isEmpty)
    }

    @Test func b71AJudgementForExpertsIsNotForThePublic() throws {
        let record = try take(
            "record", "compliance-record", nil,
            [
                "standard": .text("Lamps are lit"), "country": .code("PT"), "period": period("2025"),
                "verdict": .code("no-report"),
            ])
        try take("put", "compliance-record", record, ["reply-by": period("2026-12-31")])
        try take("reply", "compliance-record", record, ["reply": .text("They are.")])
        let day = try period(register.registry.today.description)
        try take(
            "publish", "compliance-record", record, ["publicity": .code("expert"), "published-on": day])
        #expect(throws: NoticeRefusal.notForPublic) { _ = try propose(record) }
        try take(
            "publish-further", "compliance-record", record, ["publicity": .code("public"), "published-on": day],
            because: "Ministers agreed.")
        let content = try work.content(of: propose(record), second)
        #expect(content.facts.contains(.init("reply", .words("They are."))))
        #expect(content.facts.contains(.init("verdict", .code(list: "compliance-verdicts", code: "no-report"))))
    }

    @Test func b75NobodyLetsOutWhatTheyProposed() throws {
        let notice = try propose(published())
        let refused = #expect(throws: Refusal.self) { _ = try work.publish(notice, check: "Read.", first) }
        #expect(refused?.problems.map(\.code) == ["M119"])
        #expect(try work.history().notices.isEmpty)
        #expect(try files().isEmpty)
        let letOut = try work.publish(notice, check: "Read.", second)
        #expect(letOut.number == 1)
        #expect(letOut.content == (try work.content(of: notice, first)))
        #expect(throws: NoticeRefusal.notProposed(state: "published")) {
            _ = try work.publish(notice, check: "Again.", second)
        }
    }

    @Test func b75NobodyOutsideTheSecretariatsProposesOrLetsOut() throws {
        let record = try published()
        let notice = try propose(record)
        for function in FunctionKind.allCases where ![.coordinator, .rapporteur].contains(function) {
            let other = Asking(Actor(account: "other", function: function, organisation: nil))
            #expect(throws: (any Error).self, "\(function)") { _ = try work.publish(notice, check: "Read.", other) }
            #expect(throws: (any Error).self, "\(function)") {
                let content = NoticeContent(.goodPractice, title: "Lamps", publisher: "Nobody")
                _ = try work.propose(NoticeProposal(content, about: record), other, key: nil)
            }
        }
        #expect(try work.history().notices.isEmpty)
    }

    @Test func b75WhatWasWithdrawnSinceItWasProposedDoesNotGoOut() throws {
        let record = try published()
        let notice = try propose(record)
        try take("retire", "good-practice", record, because: "It did not work.")
        #expect(throws: NoticeRefusal.sourceGone) { _ = try work.publish(notice, check: "Read.", second) }
        #expect(try register.registry.notice(notice, first).stands == false)
    }

    @Test func b75WhatGoesOutIsWhatWasLookedAt() throws {
        let record = try published()
        let notice = try propose(record)
        let proposed = try register.registry.noticeContent(of: notice, second)
        let action = try #require(
            try register.registry.planStand(of: plan(), first, on: register.registry.today)?.lines.first?.record)
        try take("note-use", "good-practice", record, ["used-by": .links([action])])
        _ = try work.publish(notice, check: "Read.", second)
        let archive = try #require(try NoticeFolder(of: folder).archives().first)
        #expect(archive.files["notice.json"] == proposed)
    }

    private func plan() throws -> RecordID {
        let table = try CouncilTableReader.read(SmallCouncilTable.bytes, named: "plan.txt").table
        var random = SystemRandomNumberGenerator()
        let work = try PlanImport(table, onto: nil) { RecordID(at: InterfaceRegister.now, using: &random) }
        guard case .written = try register.registry.submit(work.commands, first) else { throw NoticeRefusal.overtaken }
        return try #require(try register.registry.plans(first).first?.record)
    }

    @Test func aFormThatIsSentTwiceIsOneProposal() throws {
        let record = try published()
        let content = try NoticeMaker(register.registry, first).content(of: record, on: nil, publisher: "Keepers")
        var random = SystemRandomNumberGenerator()
        let key = RecordID(at: InterfaceRegister.now, using: &random)
        for _ in 0..<2 {
            #expect(try work.propose(NoticeProposal(content, about: record), first, key: key) == key)
        }
        #expect(try register.registry.notices(first).count == 1)
        #expect(try work.content(of: key, second) == content)
    }

    @Test func whatIsTakenBackIsMarkedSoEvenWhereTheProgramEndedInBetween() throws {
        let notice = try propose(published())
        _ = try work.publish(notice, check: "Read.", second)
        let head = try register.registry.notice(notice, first)
        // The ledger has it, and the folder was not told.
        guard case .written = try register.registry.withdrawNotice(head, because: "It was wrong.", first) else {
            Issue.record("it was refused")
            return
        }
        #expect(try work.history().withdrawn.isEmpty)
        try work.mend()
        #expect(try work.history().withdrawn[1]?.reason == "It was wrong.")
        #expect(throws: NoticeRefusal.nothingToWithdraw) { try work.withdraw(notice, because: "Twice.", first) }
    }

    @Test func whatThePowerLeftUnfinishedIsPutInPlace() throws {
        let notice = try propose(published())
        let archive = try NoticeArchive.freeze(
            work.content(of: notice, second), on: register.registry.today, after: nil,
            texts: BookLoader(resources: Resources.find()).languages())
        try NoticeFolder(of: folder).prepare(archive)
        let head = try register.registry.notice(notice, second)
        _ = try register.registry.publishNotice(head, as: 1, frozen: archive.hash, check: "Read.", second)
        #expect(try work.history().notices.isEmpty)
        try work.mend()
        #expect(try work.history().latest?.hash == archive.hash)
    }

    @Test func nothingGoesOutAfterTheFolderWasChanged() throws {
        let record = try published()
        _ = try work.publish(propose(record), check: "Read.", second)
        let next = try propose(record)
        let place = register.folder.appending(path: "notices/0001")
        let kept = try Data(contentsOf: place.appending(path: "notice.json"))
        try Data((String(decoding: kept, as: UTF8.self) + " ").utf8).write(to: place.appending(path: "notice.json"))
        #expect(throws: PublicationFailure.fileChanged(archive: "notice 0001", file: "notice.json")) {
            _ = try work.publish(next, check: "Read.", second)
        }
        try kept.write(to: place.appending(path: "notice.json"))
        try FileManager.default.moveItem(at: place, to: register.folder.appending(path: "elsewhere"))
        #expect(throws: CommandFailure.noticeGone(number: 1)) { _ = try work.publish(next, check: "Read.", second) }
        try FileManager.default.moveItem(at: register.folder.appending(path: "elsewhere"), to: place)
        #expect(try work.publish(next, check: "Read.", second).number == 2)
    }

    @Test(arguments: [
        ("2031-01-01", NoticeRefusal.dayToCome(CalendarDate("2031-01-01") ?? CalendarDate(daysSinceEpoch: 0))),
        ("1999-01-01", .notInForce(CalendarDate("1999-01-01") ?? CalendarDate(daysSinceEpoch: 0))),
    ])
    func b64APlanIsShownAsItStoodOnADayOnWhichItStood(day: String, refusal: NoticeRefusal) throws {
        let plan = try plan()
        #expect(throws: refusal) { _ = try propose(plan, on: day) }
        let content = try work.content(of: propose(plan), second)
        #expect(content.chapters.map(\.title).contains("1. LIGHTHOUSES"))
        #expect(content.chapters.flatMap(\.rows).count == 10)
        #expect(content.chapters.flatMap(\.rows).allSatisfy { $0.count == NoticeContent.columns.count })
        #expect(content.asOf == register.registry.today.description)
    }

    /// What lies in the folder of notices, hidden files too.
    private func files() throws -> [String] {
        let place = register.folder.appending(path: "notices").path
        guard FileManager.default.fileExists(atPath: place) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: place)
    }
}
