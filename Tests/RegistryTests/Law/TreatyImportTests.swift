import Access
import Foundation
import Intake
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

/// B79 through the registry: lists come in row by row under the book's own rules, and who was party on a day is one query.
@Suite struct TreatyImportTests {
    static let treaties = """
        title,reference,adopted,parent,entry-consents,entry,later,withdrawal
        Pond Protocol,PP,2000-11-15,LC,2,90 days,30 days,12 months
        Lake Convention,LC,2000-11-15,,2,90 days,30 days,12 months
        """

    private let register: InterfaceRegister
    private let asking: Asking

    init() throws {
        register = try InterfaceRegister()
        asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        let work = try bringIn(treaties: Self.treaties)
        #expect(work.entered == 2 && work.findings.isEmpty)
    }

    @discardableResult
    private func bringIn(treaties text: String) throws -> TreatyTermsImport {
        var work = try TreatyTermsImport(rows)
        try work.take(TreatyTermsReader.read(MemoryBytes(text)).rows)
        return work
    }

    @discardableResult
    private func bringIn(acts lines: String...) throws -> TreatyActImport {
        let text = (["treaty,party,kind,date,effective,text"] + lines).joined(separator: "\n")
        var work = try TreatyActImport(rows)
        try work.take(TreatyActReader.read(MemoryBytes(text)).rows)
        return work
    }

    private var rows: RowByRow {
        var random = SystemRandomNumberGenerator()
        return RowByRow(register.registry, asking) { RecordID(at: InterfaceRegister.now, using: &random) }
    }

    private func parties(_ reference: String, on day: String) throws -> [String] {
        let law = try register.registry.treatyLaw(asking)
        let treaty = try #require(law.treaties.first { $0.reference == reference })
        return try law.parties(to: treaty.record, on: #require(CalendarDate(day))).map(\.code).sorted()
    }

    @Test func b79WhoWasPartyOnADayIsOneQuery() throws {
        try bringIn(
            acts: "LC,France,ratification,2001-02-01,,", "LC,Portugal,accession,2 Mar 2002,,",
            "LC,ES,signature,12/12/2000,,", "LC,European Union,approval,2006-09-06,2006-10-06,")
        #expect(try parties("LC", on: "2002-05-30") == [])
        #expect(try parties("LC", on: "2002-05-31") == ["FR", "PT"])
        #expect(try parties("LC", on: "2006-10-05") == ["FR", "PT"])
        #expect(try parties("LC", on: "2006-10-06") == ["FR", "PT", "european-union"])
    }

    @Test func b79AccedingToAProtocolBeforeItsConventionIsRefusedWithItsReason() throws {
        let work = try bringIn(acts: "PP,PT,accession,2002-03-01,,", "LC,PT,accession,2002-03-02,,")
        #expect(work.entered == 1)
        #expect(work.findings.map(\.code) == ["I555"])
        #expect(work.findings.first?.place.row == 2)
        let message = try #require(work.findings.first?.message)
        #expect(message.contains("M137") && message.contains("LC") && message.contains("same day is enough"))
    }

    /// Whatever their order in the list.
    @Test func b79TheSameDayIsEnough() throws {
        let work = try bringIn(acts: "PP,PT,accession,2002-03-02,,", "LC,PT,accession,2002-03-02,,")
        #expect(work.entered == 2 && work.findings.isEmpty)
    }

    @Test func b79TheSameListAgainAddsNothing() throws {
        let lines = ["LC,FR,ratification,2001-02-01,,", "LC,FR,reservation,2001-02-01,,Not on islands."]
        #expect(try bringIn(acts: lines[0], lines[1], lines[1]).entered == 2)
        let again = try bringIn(acts: lines[0], lines[1])
        #expect(again.entered == 0)
        #expect(again.findings.map(\.code) == ["I554", "I554"])
    }

    @Test func b79SaysWhereAListHasAnotherDayOfEffect() throws {
        let work = try bringIn(
            acts: "LC,FR,ratification,2001-02-01,2002-05-31,", "LC,PT,accession,2002-03-02,2002-05-31,",
            "LC,ES,accession,2003-01-01,2003-02-01,")
        #expect(work.findings.map(\.code) == ["I556"])
        #expect(work.findings.first?.about == ["2003-02-01", "2003-01-31"])
    }

    @Test(arguments: [
        ("XX,PT,accession,2002-01-01,,", "I550"), ("LC,Atlantis,accession,2002-01-01,,", "I551"),
        ("LC,PT,handshake,2002-01-01,,", "I552"), ("LC,PT,accession,1999-01-01,,", "I555"),
        ("LC,PT,denunciation,2002-01-01,,", "I555"), ("LC,PT,reservation,2002-01-01,,", "I555"),
    ])
    func saysWhatIsWrongInARow(line: String, code: String) throws {
        let work = try bringIn(acts: line)
        #expect(work.entered == 0)
        #expect(work.findings.map(\.code) == [code])
    }

    @Test func aTreatyWithOtherTermsStaysAsItIs() throws {
        let work = try bringIn(treaties: Self.treaties.replacing("30 days", with: "60 days"))
        #expect(work.entered == 0)
        #expect(work.findings.map(\.code) == ["I559", "I559"])
    }

    /// Withdrawn with a reason, and counted as never done; it stays in the ledger.
    @Test func b79AnActEnteredWronglyIsWithdrawnAndNotDeleted() throws {
        try bringIn(acts: "LC,FR,ratification,2001-02-01,,", "LC,PT,accession,2002-03-02,,")
        let law = try register.registry.treatyLaw(asking)
        let wrong = try #require(law.acts(on: law.treaties[0].record).last).record
        func withdraw(_ reason: String?) throws -> SubmissionOutcome {
            try register.registry.submit(
                [
                    Command(
                        mechanism: "treaty-act", record: wrong, transition: "withdraw", expectedVersion: 1,
                        changes: [:],
                        effective: .day(#require(CalendarDate("2026-09-01"))), reason: reason)
                ], asking)
        }
        guard case .refused(let refusal) = try withdraw(nil) else { return #expect(Bool(false), "needs a reason") }
        #expect(refusal.problems.map(\.code) == ["M111"])
        guard case .written = try withdraw("A namesake") else { return #expect(Bool(false), "was not withdrawn") }
        #expect(try parties("LC", on: "2020-01-01") == [])
        #expect(try register.ledger.history(of: wrong).count == 2)
    }

    /// The lists under `demo`, against the days of effect that their sources published.
    @Test func b79TheListsToBeginWithGiveThePublishedDaysOfEffect() throws {
        func file(_ name: String) throws -> String {
            try String(contentsOf: Repository.root.appending(path: "demo/\(name)"), encoding: .utf8)
        }
        #expect(try bringIn(treaties: file("treaties.csv")).findings.isEmpty)
        var work = try TreatyActImport(rows)
        try work.take(TreatyActReader.read(MemoryBytes(file("treaty-acts.csv"))).rows)
        #expect(work.findings.isEmpty && work.entered == 18)
        #expect(try parties("Trafficking Protocol", on: "2006-10-05") == [])
        #expect(try parties("Trafficking Protocol", on: "2006-10-06") == ["european-union"])
        #expect(try parties("CETS 197", on: "2008-01-31") == [])
        #expect(try parties("CETS 197", on: "2008-02-01") == ["AL", "AT", "BG", "CY", "DK", "HR", "MD"])
        #expect(try parties("CETS 197", on: "2008-05-01").contains("BA"))
    }

    @Test func everybodyInTheNetworkReadsTreatiesAndFewEnterThem() throws {
        try bringIn(acts: "LC,FR,ratification,2001-02-01,,")
        let worker = Asking(register.people.caseworkerOfAlpha)
        #expect(try register.registry.treatyLaw(worker).parties == [.state("FR")])
        var random = SystemRandomNumberGenerator()
        #expect(throws: RegistryRefusal.self) {
            try register.registry.submit(
                [
                    Command(
                        mechanism: "treaty", record: RecordID(at: InterfaceRegister.now, using: &random),
                        transition: "enter", changes: [:], effective: .day(#require(CalendarDate("2026-09-01"))))
                ], worker)
        }
    }
}
