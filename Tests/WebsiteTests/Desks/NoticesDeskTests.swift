import Access
import Foundation
import InterfaceKit
import Mechanisms
import Publication
import Registry
import Synchronization
import Testing
import Vocabulary

@testable import Website

/// The desk on which people choose what the public may read, as its users see it.
@Suite struct NoticesDeskTests {
    private let house: DeskHouse
    private let practice: RecordID

    init() throws {
        house = try DeskHouse { [NoticesDesk(press: KeptNotices($0.registry))] }
        try house.person("cora", .coordinator)
        try house.person("rita", .rapporteur)
        try house.person("carol", .caseworker)
        let asking = Asking(Actor(account: "first", function: .coordinator, organisation: nil))
        let other = Asking(Actor(account: "second", function: .coordinator, organisation: nil))
        var random = SystemRandomNumberGenerator()
        practice = RecordID(at: InterfaceRegister.now, using: &random)
        let steps: [(String, Asking, [String: FieldValue])] = [
            (
                "submit", asking,
                [
                    "title": .text("Lamps <on> the pier"), "problem": .text("Darkness"), "what": .text("Light"),
                    "evidence": .code("untested"),
                ]
            ), ("check", other, [:]), ("publish", asking, [:]),
        ]
        for (version, (step, asking, changes)) in steps.enumerated() {
            let command = Command(
                mechanism: "good-practice", record: practice, transition: step, expectedVersion: version,
                changes: changes, effective: .day(house.register.registry.today))
            guard case .written = try house.register.registry.submit([command], asking) else {
                throw RegistryRefusal.notFound
            }
        }
    }

    /// A proposal from the form to the page of it.
    private func propose(_ browser: DeskBrowser, publisher: String = "Keepers") async throws -> Int {
        #expect(try await browser.get("/work/notices/new?about=\(practice)") == 200)
        return try await browser.send(
            ["about": practice.description, "key": browser.hidden("key"), "publisher": publisher],
            to: "/work/notices/new")
    }

    @Test func b75OnePersonProposesAndAnotherLetsOut() async throws {
        let cora = try await house.browser("cora")
        #expect(try await propose(cora) == 303)
        let path = try #require(cora.location)
        #expect(try await cora.get(path) == 200)
        #expect(cora.main.contains("You proposed it."))
        #expect(!cora.main.contains("name=\"check\""))
        #expect(cora.main.contains("Lamps &lt;on&gt; the pier"))
        #expect(try await cora.send(["check": "Read."], to: "\(path)/publish") == 422)
        let rita = try await house.browser("rita")
        #expect(try await rita.get("/work") == 200)
        #expect(rita.text.contains("/work/notices"))
        #expect(try await rita.get(path) == 200)
        // Below what it is about.
        let (content, form) = (rita.main.firstRange(of: "Darkness"), rita.main.firstRange(of: "name=\"check\""))
        #expect(try #require(content).lowerBound < #require(form).lowerBound)
        #expect(try await rita.send(["check": " "], to: "\(path)/publish") == 422)
        #expect(try await rita.send(["check": "Every word."], to: "\(path)/publish") == 303)
        #expect(try await rita.get(path) == 200)
        #expect(rita.main.contains("/en/notices/1"))
        #expect(try await rita.send(["check": "Again."], to: "\(path)/publish") == 422)
    }

    @Test func whatIsTakenBackSaysSoAndTwiceIsAsOnce() async throws {
        let (cora, rita) = (try await house.browser("cora"), try await house.browser("rita"))
        _ = try await propose(cora)
        let path = try #require(cora.location)
        _ = try await rita.get(path)
        #expect(try await rita.get("\(path)/withdraw") == 409)
        _ = try await rita.get(path)
        _ = try await rita.send(["check": "Read."], to: "\(path)/publish")
        #expect(try await rita.get("\(path)/withdraw") == 200)
        #expect(try await rita.send(["reason": ""], to: "\(path)/withdraw") == 422)
        for _ in 0..<2 {
            _ = try await rita.get(path)
            #expect(try await rita.send(["reason": "Wrong."], to: "\(path)/withdraw") == 303)
        }
        #expect(try await cora.get(path) == 200)
        #expect(cora.main.contains("This was taken back."))
    }

    @Test func otherPostsReadAndDoNothing() async throws {
        let (cora, carol) = (try await house.browser("cora"), try await house.browser("carol"))
        _ = try await propose(cora)
        let path = try #require(cora.location)
        #expect(try await carol.get("/work") == 200)
        #expect(!carol.text.contains("/work/notices"))
        #expect(try await carol.get(path) == 200)
        #expect(!carol.main.contains("name=\"check\""))
        #expect(try await carol.get("/work/notices/new?about=\(practice)") == 403)
        #expect(try await carol.send(["check": "Read."], to: "\(path)/publish") == 403)
    }

    @Test func saysWhatIsWrongWithWhatWasSent() async throws {
        let cora = try await house.browser("cora")
        #expect(try await propose(cora, publisher: " ") == 422)
        #expect(cora.main.contains("Say which body publishes it."))
        #expect(try await cora.get("/work/notices/new") == 404)
        #expect(try await cora.get("/work/notices/new?about=none") == 404)
        #expect(try await cora.get("/work/notices/\(practice)") == 404)
        _ = try await cora.get("/work/notices")
        #expect(try await cora.send(["about": practice.description], to: "/work/notices/new") == 404)
    }
}

/// Notices as the register has them, without a folder.
private final class KeptNotices: NoticePress {
    private let registry: Registry
    private let archives = Mutex<[NoticeArchive]>([])

    init(_ registry: Registry) { self.registry = registry }

    func history() throws -> NoticeHistory { try NoticeHistory(archives.withLock { $0.map(\.notice) }) }

    func propose(_ proposal: NoticeProposal, _ asking: Asking, key: RecordID?) throws -> RecordID {
        let content = proposal.content
        let (record, outcome) = try registry.proposeNotice(
            content.bytes(), titled: content.title, kind: content.kind.rawValue, about: proposal.about, asOf: nil,
            asking, key: key)
        try require(outcome)
        return record
    }

    func content(of notice: RecordID, _ asking: Asking) throws -> NoticeContent {
        try NoticeContent.read(registry.noticeContent(of: notice, asking), notice: "notice")
    }

    func publish(_ notice: RecordID, check: String, _ asking: Asking) throws -> Notice {
        let content = try content(of: notice, asking)
        let head = try registry.notice(notice, asking)
        guard head.state == "proposed" else { throw NoticeRefusal.notProposed(state: head.state) }
        let archive = try NoticeArchive.freeze(
            content, on: registry.today, after: history().latest, texts: [])
        try require(
            registry.publishNotice(head, as: archive.notice.number, frozen: archive.hash, check: check, asking))
        archives.withLock { $0.append(archive) }
        return archive.notice
    }

    func withdraw(_ notice: RecordID, because reason: String, _ asking: Asking) throws {
        let head = try registry.notice(notice, asking)
        guard head.state == "published" else { throw NoticeRefusal.nothingToWithdraw }
        try require(registry.withdrawNotice(head, because: reason, asking))
    }

    private func require(_ outcome: SubmissionOutcome) throws {
        switch outcome {
        case .written: break
        case .refused(let refusal): throw refusal
        case .conflict: throw NoticeRefusal.overtaken
        }
    }
}
