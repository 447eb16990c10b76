// Goals, in order: (1) whoever reads “0.9” can see how often it was right; (2) a bin with few pairs says so; (3) one pass,
// whatever the number of pairs.
// Source: Murphy, Winkler (1977), Reliability of subjective probability forecasts; Brier (1950) for the score.

/// How stated probabilities agree with what was true: of pairs scored 0.9, nine in ten should be of one person.
package struct Calibration: Sendable {
    /// The pairs whose probability lies within limits.
    package struct Bin: Sendable {
        /// From this probability…
        package let from: Double
        /// …to below this one; the last bin includes it.
        package let to: Double
        package private(set) var pairs = 0
        /// How many of them are of one person.
        package private(set) var right = 0
        private var sum = 0.0

        init(from: Double, to: Double) {
            self.from = from
            self.to = to
        }

        /// The mean of the stated probabilities; nil without pairs.
        package var stated: Double? { pairs > 0 ? sum / Double(pairs) : nil }

        /// The share of pairs that are of one person; nil without pairs.
        package var share: Double? { pairs > 0 ? Double(right) / Double(pairs) : nil }

        /// Wilson's 95 % interval of the share, as if pairs were drawn one by one; nil without pairs.
        package var interval95: ClosedRange<Double>? {
            guard let share else { return nil }
            let (count, z) = (Double(pairs), 1.959_964)
            let centre = (share + z * z / (2 * count)) / (1 + z * z / count)
            let reach =
                z / (1 + z * z / count) * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
            return max(0, centre - reach)...min(1, centre + reach)
        }

        mutating func add(_ probability: Double, _ isRight: Bool) {
            pairs += 1
            sum += probability
            if isRight { right += 1 }
        }
    }

    /// Tenths, the last divided further: most links lie there.
    package private(set) var bins: [Bin]
    /// Pairs from each threshold upwards.
    package private(set) var above: [Bin]
    package private(set) var pairs = 0
    private var squares = 0.0

    private static let edges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1]
    private static let thresholds = [0.5, 0.8, 0.95]

    /// Nothing seen yet.
    package init() {
        bins = zip(Calibration.edges, Calibration.edges.dropFirst()).map { Bin(from: $0, to: $1) }
        above = Calibration.thresholds.map { Bin(from: $0, to: 1) }
    }

    /// Counts a pair.
    ///
    /// - Parameters:
    ///   - probability: As it was stated, from 0 to 1.
    ///   - isRight: Whether both records are of one person.
    package mutating func add(_ probability: Double, isRight: Bool) {
        let place = bins.lastIndex { probability >= $0.from } ?? 0
        bins[place].add(probability, isRight)
        for place in above.indices where probability >= above[place].from { above[place].add(probability, isRight) }
        let miss = probability - (isRight ? 1 : 0)
        squares += miss * miss
        pairs += 1
    }

    /// What each threshold gives by the truth, the highest first.
    ///
    /// - Parameter truePairs: Pairs of one person that there are, scored or not.
    package func thresholds(truePairs: Int) -> [LinkSummary.ThresholdPoint] {
        var (pairs, right) = (0, 0)
        return bins.reversed().map { bin in
            (pairs, right) = (pairs + bin.pairs, right + bin.right)
            return LinkSummary.ThresholdPoint(
                threshold: bin.from, pairs: pairs, precision: pairs > 0 ? Double(right) / Double(pairs) : 1,
                recall: truePairs > 0 ? Double(right) / Double(truePairs) : 0)
        }
    }

    /// The mean square of what probabilities miss the truth by; nil without pairs. 0 is an oracle.
    package var brierScore: Double? { pairs > 0 ? squares / Double(pairs) : nil }

    /// The mean distance of stated and true share over bins, each for as many pairs as it has; nil without pairs.
    package var expectedError: Double? {
        guard pairs > 0 else { return nil }
        let sum = bins.reduce(0) { sum, bin in
            guard let stated = bin.stated, let share = bin.share else { return sum }
            return sum + abs(stated - share) * Double(bin.pairs)
        }
        return sum / Double(pairs)
    }
}
