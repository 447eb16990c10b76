import NumericMethods

/// Adds interactions of two lists one by one, as long as the most surprising overlap is surprising enough.
///
/// For each pair of lists not in the model, the persons on both are compared with the Poisson distribution that the fitted
/// model expects; the smaller of the two one-sided probabilities counts, so that a threshold of p is a two-sided
/// level of about 2p. The smallest is added, the first in the order 12, 13, …, 23, … where several are equal, unless the
/// model would then have no answer; that is asked only of candidates in the order of their probabilities, until one
/// passes, which gives the same result as asking it of all.
///
/// - Source: Chan, Silverman, Vincent (2021), JASA 116(535), 1297–1306, section 3.2.
struct StepwiseSelection: ~Copyable {
    private let pairs: [ListSet]
    private var fitter: ModelFitter
    private var chances: [Double]

    struct Outcome {
        /// In the order entered.
        var interactions: [ListSet] = []
        var fit: CellFit
    }

    init(lists: Int) {
        pairs = ListSet.all(of: 2, lists: lists)
        fitter = ModelFitter(lists: lists)
        chances = Array(repeating: 1, count: pairs.count)
    }

    /// - Parameter threshold: 0 gives the model without interactions, 1 all pairs where that model has an answer.
    /// - Returns: nil where not even the model without interactions has an answer.
    mutating func select(_ counts: CellCounts, threshold: Double) -> Outcome? {
        if threshold >= 1, let fit = fitter.fit(pairs, to: counts).fit { return Outcome(interactions: pairs, fit: fit) }
        guard let first = fitter.fit([], to: counts).fit else { return nil }
        var outcome = Outcome(fit: first)
        while outcome.interactions.count < pairs.count {
            computeChances(counts, without: outcome.interactions)
            guard let next = add(to: outcome.interactions, counts, threshold) else { break }
            outcome = next
        }
        return outcome
    }

    private mutating func computeChances(_ counts: CellCounts, without known: [ListSet]) {
        let pairs = pairs
        var chances = chances
        fitter.expectedOverlaps { expected in
            for (place, pair) in pairs.enumerated() {
                if known.contains(pair) { chances[place] = 1; continue }
                let tails = PoissonDistribution.tails(
                    count: Int(counts.overlaps[pair.bits].rounded()), mean: expected[pair.bits])
                chances[place] = min(tails.atMost, tails.atLeast)
            }
        }
        self.chances = chances
    }

    /// The first candidate in the order of the chances that has an answer.
    private mutating func add(to known: [ListSet], _ counts: CellCounts, _ threshold: Double) -> Outcome? {
        while let best = chances.indices.min(by: { chances[$0] < chances[$1] }), chances[best] < min(threshold, 1) {
            let candidate = known + [pairs[best]]
            if let fit = fitter.fit(candidate, to: counts).fit {
                return Outcome(interactions: candidate, fit: fit)
            }
            chances[best] = 1
        }
        return nil
    }
}
