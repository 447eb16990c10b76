import Access
import InterfaceKit
import Ledger
import Testing
import Vocabulary

/// B104: what one may not see changes nothing of what one gets, on either engine.
@Suite struct ReachTests {
    /// Texts of which some are only for professionals, or left out of reach by name.
    private func index(_ engine: TextEngine, hidden: Int) throws -> TemporaryTextIndex {
        let words = try engine.index(of: TextPile.register)
        for place in 0..<12 {
            let body = String(repeating: "lamp ", count: 1 + place % 4) + String(repeating: "quay ", count: 9 * place)
            try words.index.put(TextPile.text(place, title: place == 7 ? "Lamp" : "Open", body: body))
        }
        for place in 100..<(100 + hidden) {
            let marking: Marking = place.isMultiple(of: 2) ? .professionals : .public
            let body = "A secret lamp " + String(repeating: "lamp harbour ", count: place)
            try words.index.put(TextPile.text(place, marking: marking, title: "Secret lamp", body: body))
        }
        return words
    }

    private func query(_ words: String...) -> TextQuery {
        TextQuery(words.map { [$0] }, within: Set((0..<12).map(TextPile.record)), [.public], limit: 50)
    }

    @Test(arguments: TextEngine.present)
    func neitherCountNorTextsTellOfOthers(on engine: TextEngine) throws {
        let (alone, among) = (try index(engine, hidden: 0), try index(engine, hidden: 40))
        for query in [query("lamp"), query("quay"), query("lamp", "quay"), query("secret"), query("harbour", "lamp")] {
            let (first, second) = (try alone.index.find(query), try among.index.find(query))
            #expect(first.total == second.total && Set(first.texts) == Set(second.texts))
        }
        #expect(try among.index.find(query("secret")).total == 0)
        #expect(try among.index.find(query("lamp")).total == 12)
    }

    /// The ranks of FTS5 rest on how often words stand in all texts of the index: there a change of order remains, which
    /// tells that something came in or went, not what (decision 0270).
    @Test(arguments: TextEngine.present.filter { $0 != .sqlite })
    func theOrderDoesNotTellOfOthers(on engine: TextEngine) throws {
        let (alone, among) = (try index(engine, hidden: 0), try index(engine, hidden: 40))
        for query in [query("lamp"), query("quay"), query("lamp", "quay")] {
            let orders = try [alone, among].map { try $0.index.find(query).texts.map(\.record) }
            #expect(orders[0] == orders[1])
        }
    }

    /// Forty hidden texts with the word take the same time as none: less than three times, in the middle of many.
    @Test(arguments: TextEngine.present)
    func theTimeDoesNotTellOfOthers(on engine: TextEngine) throws {
        let among = try index(engine, hidden: 40)
        func middle(_ query: TextQuery) throws -> Duration {
            var times: [Duration] = []
            for _ in 0..<61 {
                let begun = ContinuousClock.now
                _ = try among.index.find(query)
                times.append(ContinuousClock.now - begun)
            }
            return times.sorted()[30]
        }
        _ = try middle(query("quay"))
        let (hidden, nowhere) = (try middle(query("secret")), try middle(query("nowhere")))
        #expect(hidden < nowhere * 3, "\(hidden) beside \(nowhere)")
    }
}
