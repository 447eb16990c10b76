import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B103: what is corrected by hand is found by its words at the next search, without the index being made again.
@Suite struct LibraryCorrectionTests {
    @Test(arguments: TextEngine.present)
    func b103ACorrectionIsInTheIndexAtTheNextSearch(on engine: TextEngine) throws {
        let house = try LibraryHouse(engine)
        try house.take("9700/26", "Of harbours.", title: "Lanterns")
        try house.take("9701/26", "Of gardens.", title: "Trees")
        let place = try house.registry.ledger.position().sequence
        func found(_ words: String) throws -> [String] {
            try house.registry.searchLibrary(words, in: house.index, house.asking).found.map(\.title)
        }
        let document = try house.document("9700/26")
        let correction = Command(
            mechanism: "library-document", record: document.record, transition: "correct",
            expectedVersion: document.version, changes: ["title": .text("Zinnias")],
            effective: .day(house.registry.today), reason: "A slip")
        guard case .written = try house.registry.submit([correction], house.asking) else {
            return #expect(Bool(false), "the correction was refused")
        }
        #expect(try found("lanterns") == ["Lanterns"], "nobody brought it in yet")
        let through = try house.registry.bringChanges(into: house.index, after: place, house.asking)
        #expect(try found("zinnias") == ["Zinnias"] && found("lanterns").isEmpty && found("harbours") == ["Zinnias"])
        #expect(try found("trees") == ["Trees"])
        try house.take("withdraw", house.document("9700/26"), reason: "Entered by mistake.")
        #expect(try house.registry.bringChanges(into: house.index, after: through, house.asking) > through)
        #expect(try house.index.editions().count == 1)
    }
}
