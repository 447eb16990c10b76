import Access
import Foundation
import Intake
import Registry
import TestKit
import Testing
import Vocabulary

/// B103: papers, the papers that they name, revisions in their order, and what is missing.
@Suite struct LibraryImportTests {
    private let house: LibraryHouse

    init() throws { house = try LibraryHouse() }

    private static let note =
        "Lamps are lit, see doc. 9100/26 and CETS No. 197. Again doc. 9100/26, and resolution 55/25."

    @Test func b103APaperComesWithWhatItNames() throws {
        let (outcome, findings) = try house.take("9200/26", Self.note)
        let record = try house.document("9200/26").record
        #expect(outcome == .entered(record, named: 3, unknown: 3) && findings.isEmpty)
        let references = try house.library.references(of: record)
        #expect(references.map { $0.document?.name } == ["9100/26", "CETS 197", "A/RES/55/25"])
        #expect(references.map(\.relation.mentions) == [2, 1, 1])
        #expect(references.allSatisfy { $0.document?.standing == .cited })
    }

    @Test func b103TheSamePaperAgainChangesNothing() throws {
        try house.take("9200/26", Self.note)
        let before = try (house.library.documents, house.library.relations)
        let (outcome, findings) = try house.take("9200/26", Self.note)
        #expect(try outcome == .known(house.document("9200/26").record) && findings == ["I590"])
        #expect(try house.library.documents == before.0 && house.library.relations == before.1)
    }

    @Test func b103AnotherTextUnderTheSameNumberStaysOut() throws {
        try house.take("9200/26", Self.note)
        let (outcome, findings) = try house.take("9200/26", "Another text.")
        #expect(outcome == .refused && findings == ["I591"])
    }

    @Test func b103APaperThatWasOnlyNamedIsFilled() throws {
        try house.take("9200/26", Self.note)
        let stub = try house.document("9100/26")
        try house.take("doc. 9100/26", "Paper without a number that is read.", title: "Not this one")
        #expect(try house.document("9100/26").standing == .cited)
        try house.take("9100/26", "The lamps.", title: "Lamps")
        let filled = try house.document("9100/26")
        #expect(filled.record == stub.record && filled.standing == .held && filled.title == "Lamps")
        #expect(try house.library.citations(of: filled.record).map { $0.document?.name } == ["9200/26"])
        #expect(try house.registry.text(of: filled.record, house.asking) == "The lamps.")
    }

    @Test func b103RevisionsStandInTheirOrder() throws {
        try house.take("9300/3/26 REV 3", "Third, after 9300/26.")
        try house.take("9300/12/26 REV 12", "Twelfth.")
        try house.take("9300/1/26 REV 1", "First.")
        let chain = try house.library.chain(of: house.document("9300/26"))
        #expect(chain.map(\.name) == ["9300/26", "9300/1/26 REV 1", "9300/3/26 REV 3", "9300/12/26 REV 12"])
        #expect(chain.map(\.standing) == [.cited, .held, .held, .held])
        let twelfth = try house.library.references(of: house.document("9300/12/26").record)
        #expect(twelfth.map(\.relation.kind) == ["revises"])
        #expect(twelfth.map { $0.document?.name } == ["9300/3/26 REV 3"])
        // The first revises the stub; the third names it in its text and revises it, which counts once.
        #expect(try house.library.missing.map(\.mentions) == [2])
        #expect(try house.library.missing.first?.cited.count == 2)
    }

    @Test func b103WhatIsNamedAndNotThereIsListed() throws {
        try house.take("9200/26", Self.note)
        try house.take("9201/26", "See 9100/26, 9100/26 and 9200/26.")
        let missing = try house.library.missing
        #expect(missing.map { $0.document?.name } == ["9100/26", "A/RES/55/25", "CETS 197"])
        #expect(missing.map(\.mentions) == [4, 1, 1])
        #expect(missing.first?.cited.map { $0.document?.name } == ["9200/26", "9201/26"])
    }

    @Test func b103AWithdrawnPaperIsABrokenReference() throws {
        try house.take("9100/26", "The lamps.")
        try house.take("9200/26", Self.note)
        try house.take("withdraw", house.document("9100/26"), reason: "Entered by mistake.")
        let missing = try house.library.missing
        #expect(missing.first { $0.document?.name == "9100/26" }?.document?.standing == .withdrawn)
        let caseworker = try house.registry.library(house.asking(as: .caseworker))
        #expect(caseworker.document(named: "9100/26") == nil)
        #expect(caseworker.missing.contains { $0.document == nil && $0.mentions == 2 })
        #expect(try house.take("9100/26", "The lamps.").findings == ["I593"])
    }

    @Test func aPaperWithoutTextStaysOut() throws {
        #expect(try house.take("9200/26", " 12 / 3 \n").findings == ["I595"])
        #expect(try house.library.documents.isEmpty)
    }

    @Test(arguments: [FunctionKind.respondent])
    func whoeverHasNoBusinessInTheLibraryGetsNothing(function: FunctionKind) throws {
        try house.take("9200/26", Self.note)
        let paper = try house.document("9200/26")
        #expect(try house.registry.library(house.asking(as: function)).documents.isEmpty)
        #expect(throws: RegistryRefusal.self) {
            try house.registry.text(of: paper.record, house.asking(as: function))
        }
    }

    @Test(arguments: [FunctionKind.caseworker, .competentAuthority, .liaisonOfficer])
    func usersOfTheLibraryBringNothingIn(function: FunctionKind) throws {
        var random = SystemRandomNumberGenerator()
        var work = LibraryImport(house.registry, house.asking(as: function), into: house.index) {
            RecordID(at: house.registry.now, using: &random)
        }
        #expect(throws: RegistryRefusal.self) {
            try work.take(LibraryPaper(title: "A", text: "A text.", marking: "public"))
        }
    }

    /// The count by hand: `grep -o 16626/06 | wc -l` says 13.
    @Test(.enabled(if: Repository.seed("003_18805ec9f08eb572.txt") != nil))
    func b103TheCouncilsPaperNamesOneDocumentThirteenTimes() throws {
        let seed = try #require(Repository.seed("003_18805ec9f08eb572.txt"))
        try house.take("16633/06", try PaperText.plain(Array(Data(contentsOf: seed))))
        let stub = try house.document("16626/06")
        #expect(try house.library.citations(of: stub.record).map(\.relation.mentions) == [13])
        #expect(try house.library.missing.first?.document == stub)
    }
}
