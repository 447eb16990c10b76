import Foundation
import InterfaceKit
import Registry
import TestKit
import Testing
import Vocabulary

/// B103: papers that others list, by number or by title alone, and that nobody has.
@Suite struct LibraryMissedTests {
    private let house: LibraryHouse

    init() throws { house = try LibraryHouse() }

    @discardableResult
    private func miss(
        _ title: String, number: String? = nil, by namer: String? = nil
    ) throws -> (outcome: LibraryImport.Outcome, findings: [String]) {
        var random = SystemRandomNumberGenerator()
        var work = LibraryImport(house.registry, house.asking, into: house.index) {
            RecordID(at: InterfaceRegister.now, using: &random)
        }
        var paper = LibraryPaper(title: title, text: "", marking: "professionals")
        paper.number = number
        return (try work.miss(paper, namedBy: namer), work.findings.map(\.code))
    }

    @Test func b103ATitleWithoutANumberIsOnePaperThatIsMissing() throws {
        try house.take("9200/26", "Lamps are lit.")
        let (outcome, findings) = try miss("Plan for the lamps", by: "9200/26")
        let stub = try house.document("Plan for the lamps")
        #expect(outcome == .missed(stub.record) && findings.isEmpty)
        #expect(stub.standing == .cited && stub.written.isEmpty)
        #expect(try house.library.citations(of: stub.record).map { $0.document?.name } == ["9200/26"])
        #expect(try house.library.missing.map { $0.document?.name } == ["Plan for the lamps"])
        #expect(try miss("PLAN for  the lamps", by: "9200/26").outcome == .known(stub.record))
        #expect(try house.library.relations.count == 1, "the same list again says nothing twice")
    }

    @Test func b103ATitleThatNoPaperListsIsMissingToo() throws {
        try miss("Plan for the lamps")
        #expect(try house.library.missing.map(\.mentions) == [0])
    }

    @Test func b103ItIsFilledWhenItsFileComes() throws {
        try miss("Plan for the lamps")
        let stub = try house.document("Plan for the lamps")
        try house.take("9300/26", "Every lamp has a keeper.", title: "Plan for the Lamps")
        let filled = try house.document("9300/26")
        #expect(filled.record == stub.record && filled.standing == .held)
        #expect(try house.library.missing.isEmpty)
        #expect(try miss("plan for the lamps").outcome == .known(stub.record), "what is held is not missing")
    }

    @Test func b103ANumberIsKnownInWhateverSpelling() throws {
        try house.take("9200/26", "Lamps, see doc. 9100/2/26 REV 2.")
        let named = try house.document("9100/2/26 REV 2").record
        #expect(try miss("", number: "9100/26 REV 2").outcome == .known(named))
        let (_, findings) = try miss("", number: "Journal 7")
        #expect(findings == ["I592"])
        #expect(try house.document("Journal 7").standing == .cited)
    }

    @Test func b103AListThatTheLibraryLacksAndAPaperThatWasWithdrawnAreSaid() throws {
        let (outcome, findings) = try miss("Plan for the lamps", by: "9999/26")
        #expect(outcome == .refused && findings == ["I599"])
        #expect(try house.library.documents.isEmpty)
        try house.take("9200/26", "Lamps are lit.", title: "Lamps")
        try house.take("withdraw", house.document("9200/26"), reason: "Not ours.")
        #expect(try miss("Lamps").findings == ["I593"])
    }

    private static let conference = Repository.seed("001_d0099b3f62ef8506.txt")
    private static let strategy = Repository.seed("004_9700c89a5da2e456.txt")

    /// A paragraph a title; nothing of the papers stands here, the test takes them apart itself.
    @Test(.enabled(if: conference != nil && strategy != nil))
    func b103TheTitlesThatTheFoundingPapersListAreLoaded() throws {
        func paragraphs(_ file: URL?) throws -> [String] {
            try String(contentsOf: #require(file), encoding: .utf8).split(separator: "\n")
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        let first = try paragraphs(Self.conference)
        let second = try paragraphs(Self.strategy)
        // One lists each title before the beginning of its text, the other all of them before its own.
        let ends = first.indices.filter { first[$0] == "More information" }
        let begin = try #require(second.firstIndex(of: "Similar documents"))
        let end = try #require(second.firstIndex(of: "Transcription:"))
        let lists = [("Exchange meeting", ends.map { first[$0 - 2] }), ("Key actions", Array(second[begin + 1..<end]))]
        #expect(lists.map(\.1.count) == [100, 100])
        for (namer, titles) in lists {
            try house.take(nil, "The list of \(namer).", title: namer)
            for title in titles { #expect(try miss(title, by: namer).findings.isEmpty, "\(title)") }
        }
        let distinct = Set(lists.flatMap(\.1).map { $0.lowercased().split(separator: " ").joined(separator: " ") })
        let missing = try house.library.missing
        #expect(missing.count == distinct.count && distinct.count > 150)
        #expect(missing.allSatisfy { $0.document?.standing == .cited && !$0.cited.isEmpty })
    }
}
