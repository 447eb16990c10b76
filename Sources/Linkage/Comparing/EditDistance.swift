/// Damerau–Levenshtein distance in its restricted form: letters put, left out, changed, or neighbours swapped.
enum EditDistance {
    /// The distance, or `limit + 1` where it is larger than `limit`.
    ///
    /// - Source: Boytsov (2011), Indexing methods for approximate dictionary searching, section 2 (optimal alignment).
    static func distance(
        _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>, limit: Int
    ) -> Int {
        if abs(one.count - other.count) > limit { return limit + 1 }
        // What both begin and end with costs nothing.
        var start = 0
        let shorter = min(one.count, other.count)
        while start < shorter, one[start] == other[start] { start += 1 }
        var end = 0
        while end < shorter - start, one[one.count - 1 - end] == other[other.count - 1 - end] { end += 1 }
        let (height, width) = (one.count - start - end, other.count - start - end + 1)
        if height == 0 || width == 1 { return min(limit + 1, max(height, width - 1)) }
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
            var (before, above, here) = (0, width, 2 * width)
            for column in 0..<width { rows[above + column] = column }
            for row in 1...height {
                rows[here] = row
                var least = row
                let letter = one[start + row - 1]
                for column in 1..<width {
                    let partner = other[start + column - 1]
                    var best = min(rows[above + column], rows[here + column - 1]) + 1
                    best = min(best, rows[above + column - 1] + (letter == partner ? 0 : 1))
                    if row > 1, column > 1, letter == other[start + column - 2], one[start + row - 2] == partner {
                        best = min(best, rows[before + column - 2] + 1)
                    }
                    rows[here + column] = best
                    least = min(least, best)
                }
                if least > limit { return limit + 1 }
                (before, above, here) = (above, here, before)
            }
            return min(rows[above + width - 1], limit + 1)
        }
    }
}
