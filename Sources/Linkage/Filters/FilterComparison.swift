// Goals, in order: (1) no pair at or above the threshold is lost: every bound is exact in whole numbers; (2) all pairs of
// a file of 100,000 with one of 100,000 in seconds; (3) memory for the filters, their folds and the pairs found.
// Method: filters sorted by their number of bits, eight side by side in a block (`CPopcount`), so many blocks at a time
// that they stay in the nearest cache. Filters whose numbers of bits are too far apart cannot be alike and are not
// compared; of the others folds of half the length are compared first, where the threshold is high enough for that.

import CPopcount

/// All pairs of filters of two files whose Dice coefficient reaches a threshold.
package struct FilterComparison {
    private let threshold: Double
    private let kernel: Int32
    private let mostPairs: Int

    /// More pairs than this (half a gigabyte of them) come from filters that do not tell persons apart.
    package static let usualMostPairs = 20_000_000

    /// - Parameters:
    ///   - threshold: Least Dice coefficient, above 0 and at most 1.
    ///   - kernel: 3 vectors that count, 2 vectors with tables, 1 words, 0 plain; the best of this machine unless a test
    ///     asks for less.
    ///   - mostPairs: The most pairs that are found before the files are refused.
    package init(threshold: Double, kernel: Int = .max, mostPairs: Int = FilterComparison.usualMostPairs) {
        self.threshold = threshold
        self.mostPairs = mostPairs
        self.kernel = min(popcount_kernel(), Int32(clamping: kernel))
    }

    /// - Returns: Pairs in the order of the first file's filters, then of the second's.
    /// - Throws: ``LinkageFailure/tooManyAlike(pairs:)``: of 200,000 equal filters in each file all pairs would be alike.
    package func pairs(_ first: [BitFilter], _ second: [BitFilter]) throws(LinkageFailure) -> [FilterPair] {
        guard let length = first.first?.length, !second.isEmpty else { return [] }
        let words = (length + 63) / 64
        let blocks = FilterBlocks(second, words: words)
        let queries = FilterQueries(first, words: words)
        var tile = FilterTile(words: words, kernel: kernel)
        var found: [FilterPair] = []
        blocks.withBlocks { all in
            queries.withQueries { filters, folds in
                // Tile by tile: a tile's filters are read from memory once, then by all queries from the cache.
                for start in stride(from: 0, to: blocks.blockCount, by: FilterTile.blocks) {
                    let end = min(blocks.blockCount, start + FilterTile.blocks)
                    tile.begin()
                    for (place, count) in queries.counts.enumerated() {
                        let within = blocks.within(limits(count), of: start..<end)
                        guard !within.isEmpty else { continue }
                        // Half the threshold times all bits, less one for rounding: only what may reach it is divided.
                        let half = threshold / 2 * Double(count + blocks.leastCount(within))
                        let apart = (1 - threshold) * Double(count + blocks.mostCount(within))
                        let query = popcount_query(
                            filter: filters + place * words, fold: folds + place * (words / 2),
                            least: UInt32(max(0, half.rounded(.down) - 1)),
                            most: UInt32(max(0, apart.rounded(.down) + 1)))
                        if found.count > mostPairs { return }
                        for hit in 0..<tile.search(query, all, within) {
                            collect(
                                queries.order[place], count, blocks, within.lowerBound + tile.block(hit),
                                tile.shared(hit), into: &found)
                        }
                    }
                }
            }
        }
        guard found.count <= mostPairs else { throw .tooManyAlike(pairs: mostPairs) }
        return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// Numbers of bits that a filter may have to be alike one with `count`: shared bits are at most the smaller number.
    private func limits(_ count: Int) -> ClosedRange<Int> {
        guard count > 0 else { return 0...0 }
        let least = Int((threshold * Double(count) / (2 - threshold)).rounded(.down))
        let most = Int((Double(count) * (2 - threshold) / threshold).rounded(.up))
        return max(0, least)...max(most, least)
    }

    private func collect(
        _ query: Int, _ count: Int, _ blocks: FilterBlocks, _ block: Int, _ shared: ArraySlice<UInt32>,
        into found: inout [FilterPair]
    ) {
        for (place, bits) in zip(block * 8..<min(blocks.counts.count, block * 8 + 8), shared) {
            let both = count + blocks.counts[place]
            guard both > 0 else { continue }
            let dice = 2 * Double(bits) / Double(both)
            if dice >= threshold {
                found.append(FilterPair(first: query, second: blocks.order[place], dice: dice))
            }
        }
    }
}
