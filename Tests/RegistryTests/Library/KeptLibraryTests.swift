import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// What is kept in memory of the library says at each moment what the ledger says, and nothing to whom it is not for.
@Suite struct KeptLibraryTests {
    private let house: LibraryHouse

    init() throws { house = try LibraryHouse() }

    private func names(_ registry: Registry, _ function: FunctionKind = .coordinator) throws -> Set<String> {
        Set(try registry.library(house.asking(as: function)).documents.map(\.name))
    }

    @Test func whatAnotherProgramWritesIsSeenAtTheNextQuestion() throws {
        try house.take("9200/26", "Lamps, see doc. 9100/26.")
        let other = try Registry(
            ledger: house.register.ledger, book: house.registry.book, clock: { InterfaceRegister.now })
        #expect(try names(other) == ["9200/26", "9100/26"] && names(house.registry) == names(other))
        try house.take("9201/26", "More lamps, see doc. 9200/26.")
        #expect(try names(other) == ["9200/26", "9100/26", "9201/26"])
        let cited = try #require(try other.library(house.asking).document(named: "9200/26"))
        #expect(try other.library(house.asking).citationCount(of: cited.record) == 1)
    }

    @Test func aPaperThatIsWithdrawnIsGoneForThoseWhoDoNotKeepTheLibrary() throws {
        try house.take("9200/26", "Lamps, see doc. 9100/26.")
        try house.take("9201/26", "More lamps, see doc. 9200/26.")
        for function in [FunctionKind.coordinator, .caseworker, .coordinator] {
            #expect(try names(house.registry, function).contains("9200/26"))
        }
        try house.take("withdraw", house.document("9200/26"), reason: "Not ours.")
        #expect(try names(house.registry, .caseworker) == ["9100/26", "9201/26"])
        #expect(try names(house.registry).contains("9200/26"))
        #expect(try names(house.registry, .caseworker) == ["9100/26", "9201/26"])
    }

    @Test func aSecondQuestionReadsNoRecord() throws {
        for place in 1...5 { try house.take("\(9200 + place)/26", "Lamps \(place), see doc. 9100/26.") }
        func cost() throws -> Int {
            let before = house.tally.statements
            #expect(try house.library.documents.count >= 6)
            return house.tally.statements - before
        }
        _ = try cost()
        let few = try cost()
        for place in 6...20 { try house.take("\(9200 + place)/26", "Lamps \(place), see doc. 9100/26.") }
        _ = try cost()
        #expect(try cost() == few && few <= 4)
    }

    @Test(arguments: TextEngine.present)
    func b103ATextIsFoundAsSoonAsItsPaperIsIn(on engine: TextEngine) throws {
        let house = try LibraryHouse(engine)
        var random = SystemRandomNumberGenerator()
        var work = LibraryImport(house.registry, house.asking, into: house.index) {
            RecordID(at: InterfaceRegister.now, using: &random)
        }
        _ = try work.take(LibraryPaper(title: "Lamps", text: "A lantern at the quay.", marking: "professionals"))
        #expect(try house.registry.searchLibrary("lantern", in: house.index, house.asking).total == 1)
        #expect(try house.registry.bringUpToDate(house.index, house.asking) == 0)
    }
}
