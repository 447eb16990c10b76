import NumericMethods
import Testing

@testable import Linkage

/// What the fast comparison finds is what comparing one by one finds.
@Suite struct FilterComparisonTests {
    @Test(arguments: [0, 1, 2, 3], [0.5, 0.8, 0.93, 1.0])
    func losesNoPairAndInventsNone(kernel: Int, threshold: Double) throws {
        var generator = SeededGenerator(seed: 5)
        // 533 and 701 filters: no multiple of eight, more than one tile; from empty ones to full ones.
        let first = Self.filters(533, like: [], &generator)
        let second = Self.filters(701, like: first, &generator)
        var expected: Set<FilterPair> = []
        for (one, filter) in first.enumerated() {
            for (other, against) in second.enumerated() where filter.dice(against) >= threshold {
                expected.insert(FilterPair(first: one, second: other, dice: filter.dice(against)))
            }
        }
        let found = try FilterComparison(threshold: threshold, kernel: kernel).pairs(first, second)
        #expect(!expected.isEmpty)
        #expect(Set(found) == expected && found.count == expected.count)
    }

    @Test func nothingMeetsNothing() throws {
        #expect(try FilterComparison(threshold: 0.8).pairs([], []).isEmpty)
        let filter = BitFilter(bytes: [UInt8](repeating: 1, count: 128))
        #expect(try FilterComparison(threshold: 0.8).pairs([filter], []).isEmpty)
        #expect(try FilterComparison(threshold: 0.8).pairs([], [filter]).isEmpty)
    }

    /// Issue 5, one block of Marias: of 600 equal filters in each file 360,000 pairs are alike, which say nothing.
    @Test(arguments: [0, 1, 2, 3]) func refusesFiltersThatTellNobodyApart(kernel: Int) {
        let marias = [BitFilter](repeating: BitFilter(bytes: [UInt8](repeating: 0x5A, count: 128)), count: 600)
        #expect(throws: LinkageFailure.tooManyAlike(pairs: 5000)) {
            try FilterComparison(threshold: 0.8, kernel: kernel, mostPairs: 5000).pairs(marias, marias)
        }
        #expect(throws: Never.self) {
            try FilterComparison(threshold: 0.8, kernel: kernel, mostPairs: 360_000).pairs(marias, marias)
        }
    }

    /// Filters of 1024 bits, half of them other filters with some bits turned.
    private static func filters(
        _ count: Int, like others: [BitFilter], _ generator: inout SeededGenerator
    ) -> [BitFilter] {
        (0..<count).map { place in
            if place % 2 == 0, let other = others.randomElement(using: &generator) {
                var filter = other
                for _ in 0..<Int.random(in: 0...220, using: &generator) {
                    filter[Int.random(in: 0..<1024, using: &generator)].toggle()
                }
                return filter
            }
            let share = Int.random(in: 0...8, using: &generator)
            return BitFilter(
                bytes: (0..<128).map { _ in
                    (0..<8).reduce(UInt8(0)) { byte, _ in
                        byte << 1 | (Int.random(in: 0..<8, using: &generator) < share ? 1 : 0)
                    }
                })
        }
    }
}
