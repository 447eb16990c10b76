import NumericMethods

/// The estimates of all tables that a table with withheld counts may stand for.
package struct WithheldCells: Sendable, Hashable {
    /// Fillings that were tried.
    package let tried: Int
    /// Whether these are all there are.
    package let isComplete: Bool
    /// Smallest and largest estimate; nil where no filling has one.
    package let range: ClosedRange<Double>?
    package let median: Double?
    /// Fillings without an estimate.
    package let refused: Int

    /// More fillings than this are sampled, with all ends of the ranges among them; fewer where a fit takes long.
    package static func most(lists: Int) -> Int { lists <= 6 ? 10_000 : lists <= 8 ? 2000 : 200 }

    /// - Parameters:
    ///   - persons: The total of all counts where it is known; fillings that do not add up to it are left out.
    ///   - threshold: As of ``StepwiseSelection``.
    package init(_ reported: ReportedTable, persons: Int? = nil, threshold: Double, seed: UInt64) {
        let ranges = reported.rows.map(\.count)
        let number = ranges.reduce(1.0) { $0 * Double($1.width) }
        let most = Self.most(lists: reported.lists.count)
        isComplete = number <= Double(most)
        let fillings = isComplete ? Self.every(ranges) : Self.sample(ranges, most, seed: seed, persons: persons)
        let kept = persons.map { total in fillings.filter { $0.reduce(0, +) == total } } ?? fillings
        var selection = StepwiseSelection(lists: reported.lists.count)
        var estimates: [Double] = []
        for filling in kept {
            guard let table = try? reported.table(filling),
                let fitted = try? selection.fitted(table, threshold: threshold), let estimate = fitted.estimate
            else { continue }
            estimates.append(estimate)
        }
        estimates.sort()
        tried = kept.count
        refused = kept.count - estimates.count
        if let first = estimates.first, let last = estimates.last {
            range = first...last
            median = Quantile.medianUnbiased(estimates, at: 0.5)
        } else {
            (range, median) = (nil, nil)
        }
    }

    private static func every(_ ranges: [CountRange]) -> [[Int]] {
        ranges.reduce([[]]) { heads, range in heads.flatMap { head in (range.lower...range.upper).map { head + [$0] } }
        }
    }

    /// All at their least, all at their most, each by itself at either end, and the rest drawn evenly.
    private static func sample(
        _ ranges: [CountRange], _ most: Int, seed: UInt64, persons: Int?
    ) -> [[Int]] {
        let (lower, upper) = (ranges.map(\.lower), ranges.map(\.upper))
        var fillings = [lower, upper]
        for place in ranges.indices where !ranges[place].isKnown {
            var (one, other) = (lower, upper)
            one[place] = upper[place]
            other[place] = lower[place]
            fillings += [one, other]
        }
        var generator = SeededGenerator(seed: seed)
        while fillings.count < most {
            fillings.append(ranges.map { Int.random(in: $0.lower...$0.upper, using: &generator) })
        }
        guard let persons else { return fillings }
        return fillings.map { moved($0, to: persons, within: ranges, using: &generator) }
    }

    /// One person at a time is added or taken away somewhere until the total is reached, or nothing can be moved.
    private static func moved(
        _ filling: [Int], to persons: Int, within ranges: [CountRange], using generator: inout SeededGenerator
    ) -> [Int] {
        var filling = filling
        var missing = persons - filling.reduce(0, +)
        while missing != 0 {
            let step = missing.signum()
            let open = filling.indices.filter { (ranges[$0].lower...ranges[$0].upper).contains(filling[$0] + step) }
            guard let place = open.randomElement(using: &generator) else { break }
            filling[place] += step
            missing -= step
        }
        return filling
    }
}
