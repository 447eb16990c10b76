import NumericMethods
import Testing

@testable import Linkage

/// What the fast comparison finds is what comparing one by one finds.
@Suite struct FilterComparisonTests {
    @Test(arguments: [0, 1, 2, 3], [0.5, 0.8, 0.93, 1.0])
    func losesNoPairAndInventsNone(kernel: Int, threshold: Double) {
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
        let found = FilterComparison(threshold: threshold, kernel: kernel).pairs(first, second)
        #expect(!expected.isEmpty)
        #expect(Set(found) == expected && found.count == expected.count)
    }

    @Test func nothingMeetsNothing() {
        #expect(FilterComparison(threshold: 0.8).pairs([], []).isEmpty)
        let filter = BitFilter(bytes: [UInt8](repeating: 1, count: 128))
        #expect(FilterComparison(threshold: 0.8).pairs([filter], []).isEmpty)
        #expect(FilterComparison(threshold: 0.8).pairs([], [filter]).isEmpty)
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
