import Access
import InterfaceKit
import Ledger
import Registry
import Testing
import Vocabulary

@testable import Website

/// B103: what the filters of the shelf leave, and how many each of their values would.
@Suite struct LibraryViewTests {
    private let library: Library

    init() throws {
        let register = try InterfaceRegister()
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        let words = try TextEngine.sqlite.index(of: register.ledger.register)
        var random = SystemRandomNumberGenerator()
        var work = LibraryImport(register.registry, asking, into: words.index) {
            RecordID(at: InterfaceRegister.now, using: &random)
        }
        for place in 0..<24 {
            var paper = LibraryPaper(title: "Lamp \(place)", text: "Lamp \(place).", marking: "professionals")
            paper.number = place % 5 == 0 ? nil : "\(9200 + place)/26"
            paper.kind = place % 2 == 0 ? "note" : nil
            paper.language = place % 3 == 0 ? "fra" : "eng"
            paper.authorBody = place % 4 == 0 ? "Harbour Board" : "Keepers"
            paper.pillars = place % 6 == 0 ? ["prevention", "protection"] : ["prevention"]
            _ = try work.take(paper)
        }
        #expect(work.findings.isEmpty)
        library = try register.registry.library(asking)
    }

    private func titles(_ chosen: [LibraryView.Filter: String]) -> [String] {
        LibraryView(library: library, chosen: chosen, words: nil).remainder().documents.map(\.title)
    }

    @Test func b103FiltersLeaveWhatPassesAllOfThem() {
        #expect(titles([:]).count == 24)
        #expect(titles([.kind: "note", .language: "fra"]).sorted() == ["Lamp 0", "Lamp 12", "Lamp 18", "Lamp 6"])
        #expect(titles([.kind: "note", .language: "fra", .body: "Keepers"]).sorted() == ["Lamp 18", "Lamp 6"])
        #expect(titles([.kind: "directive"]).isEmpty)
    }

    @Test func b103ACountIsWhatItsLinkLeaves() {
        let some: [[LibraryView.Filter: String]] = [
            [:], [.kind: "note"], [.language: "eng", .pillar: "protection"], [.kind: "note", .body: "Keepers"],
            [.kind: "directive"], [.kind: "directive", .language: "lat"],
        ]
        for chosen in some {
            let counts = LibraryView(library: library, chosen: chosen, words: nil).remainder().counts
            for (filter, values) in counts {
                for (value, count) in values {
                    let left = titles(chosen.merging([filter: value]) { $1 }).count
                    #expect(left == count, "\(filter.rawValue) \(value) beside \(chosen)")
                }
            }
        }
    }
}
