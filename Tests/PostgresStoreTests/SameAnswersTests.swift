import Access
import InterfaceKit
import Ledger
import NumericMethods
import TestKit
import Testing
import Vocabulary

/// Both engines find the same texts.
@Suite(.enabled(if: PostgresCluster.programs != nil, Comment(rawValue: PostgresCluster.absence)))
struct SameAnswersTests {
    private func phrases(_ typed: String) -> [[String]] {
        typed.split(whereSeparator: \.isWhitespace).map { TextFolding.words(in: String($0)) }.filter { !$0.isEmpty }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func b103RandomTextsAndQueriesFindTheSame(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let indices = try TextEngine.allCases.map { try $0.index(of: TextPile.register) }
        let texts = try TextPile.texts(&random)
        for index in indices { for text in texts { try index.index.put(text) } }
        var found = 0
        for _ in 0..<150 {
            let typed = TextPile.typed(&random)
            let isLimited = Bool.random(using: &random)
            let query = TextQuery(
                phrases(typed), within: isLimited ? Set(texts.prefix(8).map(\.record)) : nil,
                isLimited ? [.public, .professionals] : [.public], limit: 50)
            let hits = try indices.map { try $0.index.find(query) }
            #expect(hits[0].total == hits[1].total, "“\(typed)”")
            #expect(Set(hits[0].texts) == Set(hits[1].texts), "“\(typed)”")
            #expect(hits.allSatisfy { $0.total == $0.texts.count })
            found += hits[0].total
        }
        #expect(found > 50, "the queries find something")
    }

    /// Longer than a vector: in places, in bytes, in how often a word may stand in it.
    @Test(arguments: TextEngine.allCases)
    func everyWordOfALongTextIsFound(on engine: TextEngine) throws {
        let kept = try engine.index(of: TextPile.register)
        let index = kept.index
        let giant = String(repeating: "x", count: 5_000)
        let words = (0..<40_000).map { $0.isMultiple(of: 3) ? "de" : "w\($0)lantern\($0 % 97)harbour\($0)quay" }
        try index.put(
            TextPile.text(1, number: "9400/26", title: "Long", body: (words + [giant, "end"]).joined(separator: " ")))
        try index.put(TextPile.text(2, title: "Another", body: "de w1lantern w40000 x"))
        func found(_ phrases: [[String]]) throws -> [RecordID] {
            try index.find(TextQuery(phrases, within: nil, [.public], limit: 5)).texts.map(\.record)
        }
        let near = Array(370..<400) + Array(755..<790) + Array(15_990..<16_010)
        for place in near + Array(stride(from: 0, to: 39_990, by: 211)) where !place.isMultiple(of: 3) {
            #expect(try found([[words[place]]]) == [TextPile.record(1)], "\(place)")
            #expect(try found([Array(words[place..<(place + 4)])]) == [TextPile.record(1)], "\(place)")
        }
        #expect(try found([[giant]]) == [TextPile.record(1)])
        #expect(try found([["end"], ["9400", "26"], ["long"], [words[1]], [words[39_998]]]) == [TextPile.record(1)])
        #expect(try found([["9400", "26", "long"]]).isEmpty && found([["long", "de"]]).isEmpty)
        #expect(try found([["de"]]).count == 2)
    }
}
