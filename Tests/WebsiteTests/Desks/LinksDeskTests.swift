import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

@testable import Website

/// The review desk, as two reviewers of one organisation and others meet it.
@Suite(.serialized) struct LinksDeskTests {
    private let house: DeskHouse
    private let pair: RecordID
    private let persons: [RecordID]

    init() throws {
        let house = try DeskHouse { _ in [LinksDesk()] }
        self.house = house
        try house.person("anna", .caseworker)
        try house.person("bela", .competentAuthority)
        try house.person("cleo", .caseworker)
        let worker = house.register.people.caseworkerOfAlpha
        let persons = try ["Lumo", "Lumma"].map {
            try house.register.open("person", "open", ["given-name": .text($0), "sex": .code("female")], by: worker)
        }
        self.persons = persons
        pair = try LinksDeskTests.propose(persons, isClear: false, house)
    }

    private static func propose(_ persons: [RecordID], isClear: Bool, _ house: DeskHouse) throws -> RecordID {
        let proposal = SamePersonProposal(
            persons[0], persons[1], basis: "a model", isClear: isClear, perThousand: 612,
            evidence: "prior:-9.0;given-name/same-sound:8.2;sex/exact:1.1")
        let outcome = try house.register.registry.propose(
            proposal, Asking(house.register.people.caseworkerOfAlpha))
        guard case .written(let versions) = outcome, let record = versions.keys.first else {
            throw RegistryRefusal.notFound
        }
        return record
    }

    private var path: String { LinksPaths.pair(pair) }

    @discardableResult
    private func judge(
        _ browser: DeskBrowser, _ code: String, because reason: String, version: String? = nil
    ) async throws -> Int {
        try await browser.get(path)
        return try await browser.send(
            [
                "version": version ?? browser.hidden("version"), "key": browser.hidden("key"), "judgement": code,
                "reason": reason,
            ], to: "\(path)/judge")
    }

    private func state() throws -> String? { try house.register.ledger.record(pair)?.state }

    @Test func twoWhoAgreeJoinAnUncertainPair() async throws {
        let (anna, bela) = (try await house.browser("anna"), try await house.browser("bela"))
        #expect(try await anna.get("/work/links") == 200)
        #expect(anna.main.contains("Waits for you"))
        #expect(try await judge(anna, "same", because: "the same scar") == 303)
        #expect(try state() == "judged")
        #expect(try await judge(bela, "same", because: "the same story") == 303)
        #expect(try state() == "asserted")
        try await bela.get(path)
        #expect(bela.main.contains("the same scar") && bela.main.contains("Officer anna"))
    }

    @Test func nobodySeesWhatOthersSaidBeforeTheyHaveJudged() async throws {
        let (anna, bela) = (try await house.browser("anna"), try await house.browser("bela"))
        try await judge(anna, "different", because: "another scar")
        for place in [path, "/work/links", "/work/record/\(pair)", "/work/record/\(pair)/step/judge"] {
            #expect(try await bela.get(place) == 200)
            #expect(!bela.text.contains("another scar") && !bela.text.contains("Officer anna"), "\(place)")
        }
        try await judge(bela, "same", because: "the same scar")
        #expect(try state() == "disputed")
        try await bela.get(path)
        #expect(bela.main.contains("another scar"), "who has judged may know")
        let cleo = try await house.browser("cleo")
        try await cleo.get(path)
        #expect(!cleo.main.contains("scar"), "the third is to judge apart, too")
        try await judge(cleo, "same", because: "asked her")
        #expect(try state() == "asserted")
    }

    @Test func theRegistryWithholdsItOnEveryWay() throws {
        let registry = house.register.registry
        let people = house.register.people
        let (first, second) = (Asking(people.caseworkerOfAlpha), Asking(people.authorityOfAlpha))
        let command = Command(
            mechanism: "same-person", record: pair, transition: "judge", expectedVersion: 1,
            changes: ["judgement": .code("different")], effective: .day(InterfaceRegister.now.day),
            reason: "another scar")
        _ = try registry.submit([command], first)
        #expect(try registry.read(pair, second).content("judgement") == .withheld)
        #expect(try registry.read(pair, first).value("judgement") == .code("different"))
        #expect(try registry.voices(on: pair, second) == nil)
        #expect(try registry.voices(on: pair, first)?.count == 1)
        let told = "\(try registry.timeline(of: pair, second))"
        #expect(!told.contains("another scar") && !told.contains("different"))
        #expect("\(try registry.timeline(of: pair, first))".contains("another scar"))
        #expect(throws: RegistryRefusal.unknownFilter(name: "judgement", known: ["band", "first", "second"])) {
            try registry.list(ListRequest("same-person", filters: ["judgement": ["different"]]), second)
        }
        let paper = try? registry.export(pair, second)
        #expect(paper?.value("judgement") == nil)
    }

    @Test(arguments: [("", "because", "Choose one of the three."), ("same", " ", "Say why.")])
    func aJudgementWithoutAnswerOrReasonIsNotTaken(code: String, reason: String, told: String) async throws {
        let anna = try await house.browser("anna")
        #expect(try await judge(anna, code, because: reason) == 422)
        #expect(anna.main.contains(told))
        #expect(try state() == "proposed")
    }

    @Test func nobodyJudgesTwice() async throws {
        let anna = try await house.browser("anna")
        try await judge(anna, "same", because: "seen")
        #expect(try await judge(anna, "same", because: "seen again", version: "2") == 422)
        #expect(anna.main.contains("You took this step before"))
        #expect(try state() == "judged")
    }

    @Test func aJudgementOfAnEarlierVersionIsLookedAtAgain() async throws {
        let (anna, bela) = (try await house.browser("anna"), try await house.browser("bela"))
        try await judge(anna, "same", because: "seen")
        #expect(try await judge(bela, "same", because: "seen", version: "1") == 409)
        #expect(bela.main.contains("in the meantime"))
        #expect(try state() == "judged")
    }

    @Test(arguments: [FunctionKind.rapporteur, .coordinator, .systemOperator, .liaisonOfficer])
    func othersSeeNoNameAndJudgeNothing(function: FunctionKind) async throws {
        try house.person("otto", function)
        let otto = try await house.browser("otto")
        for place in ["/work/links", path] {
            try await otto.get(place)
            #expect(!otto.text.contains("Lumo") && !otto.text.contains("Lumma"), "\(place)")
            #expect(!otto.text.contains("name=\"judgement\""))
        }
        #expect(try await otto.send(["version": "1", "judgement": "same", "reason": "x"], to: "\(path)/judge") != 303)
        #expect(try state() == "proposed")
    }

    @Test func whoMayNotReadANameSeesHowItAgrees() async throws {
        try house.person("lio", .liaisonOfficer)
        let lio = try await house.browser("lio")
        #expect(try await lio.get(path) == 200)
        #expect(lio.main.contains("Near") && lio.main.contains("8.2") && lio.main.contains("not for your post"))
    }

    @Test func thoseOfAnotherOrganisationLearnNothing() async throws {
        let registry = house.register.registry
        let stranger = Asking(house.register.people.caseworkerOfBeta)
        #expect(throws: RegistryRefusal.notFound) { try registry.read(pair, stranger) }
        #expect(throws: RegistryRefusal.notFound) { try registry.voices(on: pair, stranger) }
        #expect(try registry.sayings(in: "judgement", of: "same-person", stranger).isEmpty)
        #expect(try registry.identified(from: nil, stranger).persons.isEmpty)
    }

    @Test func whatWasTakenBackLeavesThePersonsByteForByte() async throws {
        let ledger = house.register.ledger
        func bytes() throws -> [String] {
            try persons.compactMap { try ledger.record($0) }.map { state in
                let fields = state.fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                return "\(state.record) \(state.version) \(state.state) \(state.effective) \(fields)"
            }
        }
        let before = try bytes()
        let (anna, bela) = (try await house.browser("anna"), try await house.browser("bela"))
        try await judge(anna, "same", because: "seen")
        try await judge(bela, "same", because: "seen")
        try await anna.get("/work/record/\(pair)/step/withdraw")
        let status = try await anna.send(
            [
                "version": "3", "key": anna.hidden("key"), "shown": "1", "reason": "wrong",
                "effective": InterfaceRegister.now.day.description,
            ], to: "/work/record/\(pair)/step/withdraw")
        #expect(status == 303)
        #expect(try state() == "withdrawn")
        #expect(try bytes() == before)
    }

    @Test func aPairIsProposedOnce() throws {
        #expect(throws: RegistryRefusal.notFound) { try Self.propose([persons[1], persons[0]], isClear: true, house) }
        #expect(throws: RegistryRefusal.self) {
            let stranger = Asking(house.register.people.rapporteur)
            _ = try house.register.registry.propose(
                SamePersonProposal(
                    persons[0], persons[1], basis: "b", isClear: true, perThousand: 1, evidence: "prior:0"), stranger)
        }
    }
}
