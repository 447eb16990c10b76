/// The best way to lay two spellings side by side under an ``EditModel``.
enum Alignment {
    /// Sums of floating-point numbers in another order differ by less.
    private static let rounding: Float = 0.01

    /// Letters may shift against one another by this many, beyond the difference of the lengths.
    private static let reach = 5

    /// Bits of the best alignment; neighbours may be swapped. Below zero, where the spellings have nothing in common, only
    /// the sign is exact: the rest of an alignment that cannot reach zero any more is not looked for.
    ///
    /// - Parameter most: Of each letter, the most that any place in an alignment gives for it.
    static func score(
        _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, _ scores: UnsafeBufferPointer<Float>,
        most: UnsafeBufferPointer<Float>
    ) -> Float {
        let swapCost = EditModel.swapCost
        if second.isEmpty { return 0 }
        let width = second.count + 1
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * width) { rows in
            var (before, above, here) = (0, width, 2 * width)
            rows[above] = 0
            let gapRow = EditModel.gap * EditModel.side
            for column in 1..<width {
                rows[above + column] = rows[above + column - 1] + scores[gapRow + Int(second[column - 1])]
            }
            let shift = second.count - first.count
            // What the letters that are left can give at most; the last row is needed where neighbours are swapped.
            var left = rounding
            for letter in first { left += most[Int(letter)] }
            var hopeAbove = Float.infinity
            for row in 1...max(1, first.count) where row <= first.count {
                let letter = Int(first[row - 1])
                let base = letter * EditModel.side
                let gapHere = scores[base + EditModel.gap]
                let start = max(1, row + min(0, shift) - reach)
                let end = min(width - 1, row + max(0, shift) + reach)
                // Outside of the band nothing is reached.
                rows[here + start - 1] = start == 1 ? rows[above] + gapHere : -1000
                if end < width - 1 { rows[here + end + 1] = -1000 }
                var bestOfRow = rows[here + start - 1]
                for column in start...max(start, end) {
                    let other = Int(second[column - 1])
                    var best = rows[above + column - 1] + scores[base + other]
                    best = max(best, rows[above + column] + gapHere)
                    best = max(best, rows[here + column - 1] + scores[gapRow + other])
                    if row > 1, column > 1, letter != other, letter == Int(second[column - 2]),
                        Int(first[row - 2]) == other
                    {
                        let kept = scores[base + letter] + scores[other * EditModel.side + other]
                        best = max(best, rows[before + column - 2] + kept - swapCost)
                    }
                    rows[here + column] = best
                    bestOfRow = max(bestOfRow, best)
                }
                left -= most[letter]
                let hope = bestOfRow + left
                if max(hope, hopeAbove) < 0 { return hope }
                hopeAbove = hope
                (before, above, here) = (above, here, before)
            }
            return rows[above + width - 1]
        }
    }

    /// Adds the letters that the best alignment puts side by side to `counts` (``EditModel/side`` squared).
    static func count(
        _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, _ model: EditModel, weight: Double,
        into counts: inout [Double]
    ) {
        for (one, other) in pairs(Array(first), Array(second), model) {
            counts[one * EditModel.side + other] += weight / 2
            counts[other * EditModel.side + one] += weight / 2
        }
    }

    /// The pairs of letters of the best alignment, in order; ``EditModel/gap`` for a letter without a partner.
    static func pairs(_ first: [UInt8], _ second: [UInt8], _ model: EditModel) -> [(Int, Int)] {
        let width = second.count + 1
        var best = [Float](repeating: 0, count: (first.count + 1) * width)
        for row in 0...first.count {
            for column in 0...second.count where row + column > 0 {
                var value = -Float.infinity
                if row > 0 { value = max(value, best[(row - 1) * width + column] + gapScore(first[row - 1], model)) }
                if column > 0 {
                    value = max(value, best[row * width + column - 1] + gapScore(second[column - 1], model))
                }
                if row > 0, column > 0 {
                    value = max(
                        value, best[(row - 1) * width + column - 1] + model.score(first[row - 1], second[column - 1]))
                }
                best[row * width + column] = value
            }
        }
        var (row, column) = (first.count, second.count)
        var result: [(Int, Int)] = []
        while row > 0 || column > 0 {
            let value = best[row * width + column]
            if row > 0, column > 0,
                value == best[(row - 1) * width + column - 1] + model.score(first[row - 1], second[column - 1])
            {
                result.append((Int(first[row - 1]), Int(second[column - 1])))
                (row, column) = (row - 1, column - 1)
            } else if row > 0, value == best[(row - 1) * width + column] + gapScore(first[row - 1], model) {
                result.append((Int(first[row - 1]), EditModel.gap))
                row -= 1
            } else {
                result.append((EditModel.gap, Int(second[column - 1])))
                column -= 1
            }
        }
        return result.reversed()
    }

    private static func gapScore(_ letter: UInt8, _ model: EditModel) -> Float {
        model.score(letter, UInt8(EditModel.gap))
    }
}
