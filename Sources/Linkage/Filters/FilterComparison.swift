// Goals, in order: (1) no pair at or above the threshold is lost: every bound is exact in whole numbers; (2) all pairs of
// a file of 100,000 with one of 100,000 in seconds; (3) memory for the filters and the pairs found, nothing else.
// Method: filters sorted by their number of bits, eight side by side in a block (`CPopcount`), so many blocks at a time
// that they stay in the nearest cache. Filters whose numbers of bits are too far apart cannot be alike and are not compared.

import CPopcount

/// All pairs of filters of two files whose Dice coefficient reaches a threshold.
package struct FilterComparison {
    private let threshold: Double
    private let kernel: Int32

    /// - Parameters:
    ///   - threshold: Least Dice coefficient, above 0 and at most 1.
    ///   - kernel: 2 vectors, 1 words, 0 plain; the best of this machine unless a test asks for less.
    package init(threshold: Double, kernel: Int = .max) {
        self.threshold = threshold
        self.kernel = min(popcount_kernel(), Int32(clamping: kernel))
    }

    /// - Returns: Pairs in the order of the first file's filters, then of the second's.
    package func pairs(_ first: [BitFilter], _ second: [BitFilter]) -> [FilterPair] {
        guard let length = first.first?.length, !second.isEmpty else { return [] }
        let words = (length + 63) / 64
        let blocks = FilterBlocks(second, words: words)
        let queries = first.indices.map { (place: $0, count: first[$0].count) }
            .sorted { ($0.count, $0.place) < ($1.count, $1.place) }
        var found: [FilterPair] = []
        var shared = [UInt32](repeating: 0, count: FilterComparison.tile * 8)
        // Tile by tile: a tile's filters are read from memory once, then by all queries from the cache.
        for start in stride(from: 0, to: blocks.blockCount, by: FilterComparison.tile) {
            let end = min(blocks.blockCount, start + FilterComparison.tile)
            for query in queries {
                let within = blocks.within(limits(query.count), of: start..<end)
                guard !within.isEmpty else { continue }
                first[query.place].words.withUnsafeBufferPointer { bits in
                    blocks.words.withUnsafeBufferPointer { all in
                        guard let one = bits.baseAddress, let many = all.baseAddress else { return }
                        popcount_shared(
                            one, many + within.lowerBound * words * 8, words, within.count, &shared, kernel)
                    }
                }
                collect(query, blocks, within, shared, into: &found)
            }
        }
        return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// 64 blocks of 512 filters of 1024 bits are 64 KiB: half of the second-level cache's neighbour, and measured best.
    private static let tile = 64

    /// Numbers of bits that a filter may have to be alike one with `count`: shared bits are at most the smaller number.
    private func limits(_ count: Int) -> ClosedRange<Int> {
        guard count > 0 else { return 0...0 }
        let least = Int((threshold * Double(count) / (2 - threshold)).rounded(.down))
        let most = Int((Double(count) * (2 - threshold) / threshold).rounded(.up))
        return max(0, least)...max(most, least)
    }

    private func collect(
        _ query: (place: Int, count: Int), _ blocks: FilterBlocks, _ within: Range<Int>, _ shared: [UInt32],
        into found: inout [FilterPair]
    ) {
        // Half the threshold times all bits, less one for rounding: only what may reach it is divided.
        let half = threshold / 2
        let least = UInt32(max(0, (half * Double(query.count + blocks.leastCount(within))).rounded(.down) - 1))
        let from = within.lowerBound * 8
        let to = min(blocks.counts.count, within.upperBound * 8)
        shared.withUnsafeBufferPointer { shared in
            for place in from..<to where shared[place - from] >= least {
                let both = query.count + blocks.counts[place]
                guard both > 0 else { continue }
                let dice = 2 * Double(shared[place - from]) / Double(both)
                if dice >= threshold {
                    found.append(FilterPair(first: query.place, second: blocks.order[place], dice: dice))
                }
            }
        }
    }
}

/// Filters sorted by their number of bits and laid out eight by eight.
struct FilterBlocks {
    /// Of each place, the filter's place in its file.
    let order: [Int]
    /// Of each place, the filter's number of bits, ascending.
    let counts: [Int]
    /// Word w of the filter at place `8 b + f` at `(b * words + w) * 8 + f`; places past the last are empty.
    let words: [UInt64]
    let blockCount: Int

    init(_ filters: [BitFilter], words size: Int) {
        let sorted = filters.indices.map { (place: $0, count: filters[$0].count) }
            .sorted { ($0.count, $0.place) < ($1.count, $1.place) }
        order = sorted.map(\.place)
        counts = sorted.map(\.count)
        blockCount = (filters.count + 7) / 8
        var words = [UInt64](repeating: 0, count: blockCount * size * 8)
        for (place, filter) in order.enumerated() {
            for (word, bits) in filters[filter].words.enumerated() where word < size {
                words[(place / 8 * size + word) * 8 + place % 8] = bits
            }
        }
        self.words = words
    }

    /// The blocks of a range that hold filters with a number of bits within limits.
    func within(_ limits: ClosedRange<Int>, of range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, counts[min(counts.count, low * 8 + 8) - 1] < limits.lowerBound { low += 1 }
        while low < high, counts[(high - 1) * 8] > limits.upperBound { high -= 1 }
        return low..<high
    }

    /// The smallest number of bits in a range of blocks that is not empty.
    func leastCount(_ range: Range<Int>) -> Int { counts[range.lowerBound * 8] }
}
