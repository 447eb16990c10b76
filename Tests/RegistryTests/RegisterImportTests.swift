import Access
import Intake
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Synchronization
import Testing
import Vocabulary

/// What a file may open and name: what the post that imports may open and name anywhere else.
struct RegisterImportTests {
    private let register: InterfaceRegister
    private var people: InterfacePeople { register.people }
    private let source: ImportSource

    init() throws {
        register = try InterfaceRegister()
        source = ImportSource(
            try SourceDescription(yaml: Self.yaml, known: register.registry.book), hash: "0123")
    }

    private static let yaml = """
        source: small
        version: 3
        columns: { no: , name: , case: , house: { required: false } }
        key: [no]
        people: people
        effective: { constant: "2026-01-01" }
        records:
          house:
            mechanism: organisation
            once-per: name
            within: register
            when: house
            fields: { name: { column: house }, kind: { constant: ngo } }
          person:
            mechanism: person
            fields: { given-name: { column: name } }
          file:
            mechanism: case
            once-per: reference
            when: case
            fields:
              reference: { column: case }
              owner: { link: house }
              phenomenon: { constant: trafficking }
          part:
            mechanism: case-person
            when: case
            fields: { case: { link: file }, person: { link: person }, role: { constant: victim } }
        """.replacing("people: people\n", with: "")

    private final class Told: Sendable {
        let findings = Mutex<[Finding]>([])
        var listener: ImportListener {
            ImportListener(finding: { finding in self.findings.withLock { $0.append(finding) } })
        }
        var reasons: [String] { findings.withLock { $0.compactMap(\.about.first) } }
    }

    private func bring(
        _ rows: [String], as actor: Actor, _ entry: Registry.ImportEntry = .post, isRehearsal: Bool = false,
        telling told: Told = Told()
    ) async throws -> (summary: ImportSummary, events: Int) {
        let text = (["no,name,case,house"] + rows).joined(separator: "\n") + "\n"
        return try await RegisterImport(
            MemoryBytes(text), as: source, into: register.registry, Asking(actor), as: entry, isRehearsal: isRehearsal
        ).run(told.listener)
    }

    private func persons(_ actor: Actor) throws -> Int {
        try register.registry.list(ListRequest("person"), Asking(actor)).rows.count
    }

    @Test func whatIsImportedIsThatOfTheOrganisationItIsImportedFor() async throws {
        let told = Told()
        let done = try await bring(["1,Onefold,F-1,", "2,Twofold,,"], as: people.caseworkerOfAlpha, telling: told)
        #expect(done.summary.accepted == 2 && done.events == 4, "\(told.findings.withLock { $0 })")
        #expect(try persons(people.caseworkerOfAlpha) == 2)
        #expect(try persons(people.caseworkerOfBeta) == 0)
    }

    @Test func nothingOfAnotherOrganisationIsConfirmedByItsRows() async throws {
        let rows = ["1,Onefold,F-1,", "2,Twofold,,"]
        _ = try await bring(rows, as: people.caseworkerOfAlpha)
        let stranger = try await bring(rows, as: people.caseworkerOfBeta)
        #expect(stranger.summary.alreadyKnown == 0 && stranger.summary.accepted == 2)
        let again = try await bring(rows, as: people.caseworkerOfAlpha)
        #expect(again.summary.alreadyKnown == 2 && again.events == 0)
        #expect(try persons(people.caseworkerOfBeta) == 2)
    }

    @Test func aRowThatGivesItsRecordsToAnotherOrganisationIsHeldBack() async throws {
        let told = Told()
        let done = try await bring(
            ["1,Onefold,F-1,Organisation Beta", "2,Twofold,F-2,organisation ALPHA"], as: people.caseworkerOfAlpha,
            telling: told)
        #expect(done.summary.accepted == 1 && told.reasons == ["R104"])
    }

    @Test func whoMayNotOpenOrganisationsIsToldSoOnce() async throws {
        let told = Told()
        let done = try await bring(["1,Onefold,F-1,Nowhere House"], as: people.caseworkerOfAlpha, telling: told)
        #expect(done.summary.accepted == 0 && told.reasons == ["R112"])
    }

    @Test func theKeeperOfTheMachineOpensNoPersonInTheNameOfAPost() async throws {
        let told = Told()
        let done = try await bring(["1,Onefold,,"], as: people.operatorOfMachine, telling: told)
        #expect(done.summary.accepted == 0 && told.reasons == ["R112"])
        let keeper = Actor(account: "machine", function: .systemOperator, organisation: nil)
        #expect(try await bring(["1,Onefold,F-1,Nowhere House"], as: keeper, .load).summary.accepted == 1)
    }

    @Test func aMandateThatReachesNamesIsNotImportedByOnePerson() async throws {
        let post = try register.open(
            "function", "open", ["organisation": .link(people.alpha), "kind": .code("caseworker")],
            by: people.coordinator)
        var random = SystemRandomNumberGenerator()
        let command = Command(
            mechanism: "mandate", record: RecordID(at: InterfaceRegister.now, using: &random), transition: "open",
            changes: ["function": .link(post)], effective: .day(InterfaceRegister.now.day))
        let sink = try RegisterSink(register.registry, Asking(people.operatorOfMachine))
        guard case .refused(let reasons)? = try await sink.submit([RowCommands(row: 2, commands: [command])]).first
        else { throw RegistryRefusal.notFound }
        #expect(reasons.map(\.code) == ["R121"])
    }

    @Test func aRowTakesNoStepThatIsTheRegistersOwn() async throws {
        let person = try register.open("person", by: people.caseworkerOfAlpha)
        var random = SystemRandomNumberGenerator()
        let command = Command(
            mechanism: "document", record: RecordID(at: InterfaceRegister.now, using: &random),
            transition: "attach-clean",
            changes: [
                "about": .link(person), "name": .text("letter.txt"), "media-type": .text("text/plain"),
                "size": .integer(9), "hash": .text("0123"),
            ], effective: .day(InterfaceRegister.now.day))
        let sink = try RegisterSink(register.registry, Asking(people.caseworkerOfAlpha))
        guard case .refused(let reasons)? = try await sink.submit([RowCommands(row: 2, commands: [command])]).first
        else { throw RegistryRefusal.notFound }
        #expect(reasons.map(\.code) == ["M104"])
    }

    @Test func whoImportsNothingIsRefusedBeforeTheFileIsRead() async throws {
        await #expect(throws: AccessRefusal.self) { try await bring(["1,Onefold,,"], as: people.rapporteur) }
        await #expect(throws: AccessRefusal.self) { try await bring(["1,Onefold,,"], as: people.coordinator, .load) }
    }

    @Test func aRehearsalSaysTheSameAndWritesNothing() async throws {
        let before = try register.ledger.position()
        let tried = try await bring(
            ["1,Onefold,F-1,", "2,Twofold,F-1,"], as: people.caseworkerOfAlpha, isRehearsal: true)
        #expect(try register.ledger.position() == before)
        let done = try await bring(["1,Onefold,F-1,", "2,Twofold,F-1,"], as: people.caseworkerOfAlpha)
        #expect(tried.summary == done.summary && tried.events == done.events)
    }

    @Test func theAuditSaysWhoBroughtInWhatByWhichDescription() async throws {
        let before = try register.ledger.position().sequence
        _ = try await bring(["1,Onefold,,", "2,,,"], as: people.caseworkerOfAlpha)
        var events: [Event] = []
        try register.ledger.events(from: before + 1) { event in
            if event.draft.mechanism == "ledger" { events.append(event) }
            return true
        }
        #expect(events.map(\.draft.kind) == ["begin-import", "end-import"])
        for event in events {
            #expect(event.account == "caseworker-of-alpha" && event.organisation == people.alpha.description)
            #expect(event.draft.changes["source"] == .text("small") && event.draft.changes["version"] == .text("3"))
            #expect(event.draft.changes["description"] == .text("0123"))
        }
        #expect(events.last?.draft.changes["rows-read"] == .integer(2))
        #expect(events.last?.draft.changes["outcome"] == .code("done"))
    }

    @Test func aRecordOutOfReachIsRefusedInTheWordsForOneThatIsNotThere() async throws {
        let theirs = try register.open(
            "case", "open", ["phenomenon": .code("trafficking")], by: people.caseworkerOfBeta)
        let person = try register.open("person", by: people.caseworkerOfBeta)
        let nowhere = RecordID(high: 0x019D_0000_0000_7777, low: 0x8000_0000_0000_0001)
        let sink = try RegisterSink(register.registry, Asking(people.caseworkerOfAlpha))
        func outcome(_ command: Command) async throws -> [RefusalReason] {
            guard case .refused(let reasons)? = try await sink.submit([RowCommands(row: 2, commands: [command])]).first
            else { return [] }
            return reasons
        }
        func naming(_ file: RecordID, _ person: RecordID) -> Command {
            var random = SystemRandomNumberGenerator()
            return Command(
                mechanism: "case-person", record: RecordID(at: InterfaceRegister.now, using: &random),
                transition: "open",
                changes: ["case": .link(file), "person": .link(person), "role": .code("victim")],
                effective: .day(InterfaceRegister.now.day))
        }
        func stepping(_ file: RecordID) -> Command {
            Command(
                mechanism: "case", record: file, transition: "start", expectedVersion: 1, changes: [:],
                effective: .day(InterfaceRegister.now.day))
        }
        let found = try await outcome(naming(theirs, person))
        #expect(found.count == 1 && found.first?.code == "M108")
        #expect(try await outcome(naming(nowhere, nowhere)) == found)
        let stepped = try await outcome(stepping(theirs))
        #expect(stepped.map(\.code) == ["R101"])
        #expect(try await outcome(stepping(nowhere)) == stepped)
    }
}
