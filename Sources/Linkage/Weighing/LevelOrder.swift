/// Keeps a better level from weighing less than a worse one: pools neighbours that are out of order.
///
/// - Source: Ayer et al. (1955), the pool-adjacent-violators algorithm, on the ratios of shares.
enum LevelOrder {
    /// - Returns: Shares among matches whose ratios to `others` do not rise along any chain of levels of the kind.
    static func restored(_ matches: [Double], _ others: [Double], kind: FieldKind) -> [Double] {
        var result = matches
        for chain in Levels.ordered(kind) { pool(chain, &result, others) }
        return result
    }

    private static func pool(_ chain: [Int], _ matches: inout [Double], _ others: [Double]) {
        var pools: [(levels: [Int], match: Double, other: Double)] = []
        for level in chain {
            var pool = (levels: [level], match: matches[level], other: max(others[level], 1e-15))
            while let last = pools.last, last.match / last.other < pool.match / pool.other {
                pool = (last.levels + pool.levels, last.match + pool.match, last.other + pool.other)
                pools.removeLast()
            }
            pools.append(pool)
        }
        for pool in pools where pool.levels.count > 1 {
            for level in pool.levels { matches[level] = max(others[level], 1e-15) * pool.match / pool.other }
        }
    }
}
