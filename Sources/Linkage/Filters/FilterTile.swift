import CPopcount

/// Blocks that are compared with all queries while they are in the cache, and what is found in them.
struct FilterTile {
    /// 64 blocks of 512 filters of 1024 bits are 64 KiB, their folds 32: measured best.
    static let blocks = 64

    private var hits = [UInt32](repeating: 0, count: blocks + 1)
    private var counts = [UInt32](repeating: 0, count: (blocks + 1) * 8)
    private let words: Int
    private let kernel: Int32
    /// Blocks whose folds were compared, and those that had to be counted in full after it.
    private var folded = 0
    private var inFull = 0

    init(words: Int, kernel: Int32) {
        self.words = words
        self.kernel = kernel
    }

    mutating func begin() { (folded, inFull) = (0, 0) }

    func block(_ hit: Int) -> Int { Int(hits[hit]) }
    func shared(_ hit: Int) -> ArraySlice<UInt32> { counts[hit * 8..<hit * 8 + 8] }

    /// Looks for the blocks with a filter alike the query.
    ///
    /// - Parameter within: The blocks to look at, of all.
    /// - Returns: How many there are, for ``block(_:)`` (counted from the first of `within`) and ``shared(_:)``.
    mutating func search(_ query: popcount_query, _ all: popcount_blocks, _ within: Range<Int>) -> Int {
        let isFolded = excludes(query.most)
        let asked = popcount_blocks(
            filters: all.filters + within.lowerBound * words * 8,
            folds: isFolded ? all.folds.map { $0 + within.lowerBound * (words / 2) * 8 } : nil, words: words,
            blocks: within.count)
        var looked = 0
        let reached = popcount_reaching(query, asked, &hits, &counts, &looked, kernel)
        if isFolded { (folded, inFull) = (folded + within.count, inFull + looked) }
        return reached
    }

    /// Whether folds are worth comparing: two of filters that have nothing in common differ in half of their bits, give or
    /// take a few hundredths. They are left out where they exclude less than two blocks in five.
    private func excludes(_ most: UInt32) -> Bool {
        words.isMultiple(of: 2) && Int(most) < words * 32 * 42 / 100 && 5 * inFull <= 3 * folded + 256
    }
}
