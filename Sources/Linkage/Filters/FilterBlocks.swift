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
