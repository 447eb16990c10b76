import CPopcount

/// Filters sorted by their number of bits and laid out eight by eight.
struct FilterBlocks {
    /// Of each place, the filter's place in its file.
    let order: [Int]
    /// Of each place, the filter's number of bits, ascending.
    let counts: [Int]
    /// Word w of the filter at place `8 b + f` at `(b * words + w) * 8 + f`; places past the last are empty.
    let words: [UInt64]
    /// The first half of every filter XOR its second, laid out alike; empty for filters of an odd number of words.
    let folds: [UInt64]
    let blockCount: Int
    private let size: Int

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
        self.size = size
        let half = size / 2
        guard size.isMultiple(of: 2) else {
            folds = []
            return
        }
        var folds = [UInt64](repeating: 0, count: blockCount * half * 8)
        for (place, filter) in order.enumerated() {
            for (word, bits) in FilterBlocks.fold(filters[filter].words).enumerated() where word < half {
                folds[(place / 8 * half + word) * 8 + place % 8] = bits
            }
        }
        self.folds = folds
    }

    /// The first half of the words XOR the second: two filters differ in at least as many bits as their folds do.
    static func fold(_ words: [UInt64]) -> [UInt64] {
        (0..<words.count / 2).map { words[$0] ^ words[$0 + words.count / 2] }
    }

    /// All blocks as the kernels take them; folds only where there are some.
    func withBlocks(_ body: (popcount_blocks) -> Void) {
        words.withUnsafeBufferPointer { words in
            folds.withUnsafeBufferPointer { folds in
                guard let filters = words.baseAddress else { return }
                body(
                    popcount_blocks(
                        filters: filters, folds: folds.isEmpty ? nil : folds.baseAddress, words: size,
                        blocks: blockCount))
            }
        }
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

    /// The largest number of bits in a range of blocks that is not empty.
    func mostCount(_ range: Range<Int>) -> Int { counts[min(counts.count, range.upperBound * 8) - 1] }
}
