/// Filters in the order of their number of bits, each with its fold, side by side in memory.
struct FilterQueries {
    /// Of each place, the filter's place in its file, and its number of bits.
    let order: [Int]
    let counts: [Int]
    private let words: [UInt64]
    private let folds: [UInt64]

    init(_ filters: [BitFilter], words size: Int) {
        let sorted = filters.indices.map { (place: $0, count: filters[$0].count) }
            .sorted { ($0.count, $0.place) < ($1.count, $1.place) }
        order = sorted.map(\.place)
        counts = sorted.map(\.count)
        words = order.flatMap { filters[$0].words.prefix(size) }
        // One more, so that filters of one word have a place too.
        folds = order.flatMap { FilterBlocks.fold(filters[$0].words) } + [0]
    }

    func withQueries(_ body: (UnsafePointer<UInt64>, UnsafePointer<UInt64>) -> Void) {
        words.withUnsafeBufferPointer { words in
            folds.withUnsafeBufferPointer { folds in
                guard let filters = words.baseAddress, let folded = folds.baseAddress else { return }
                body(filters, folded)
            }
        }
    }
}
