import Foundation

/// Estimates of strata that borrow from each other as much as they are alike.
///
/// All strata have the interactions that were selected on all of them together. How likely each list is to have a person,
/// and how strongly two lists depend, may differ between strata; how much they do is estimated, so that strata that
/// differ keep what is their own, and small ones take what is common. The estimates of strata add up to that of the whole.
///
/// - Source: hierarchical shrinkage as in Gelman, Hill (2007), Data analysis using regression and multilevel models,
///   chapter 12; the spread between strata by the EM algorithm with normal approximations (Dempster, Laird, Rubin 1977).
struct PartialPooling {
    /// By stratum: expected persons on no list.
    private(set) var dark: [Double]
    /// Standard deviation between strata of what each list finds, and of the interactions, on the logarithmic scale.
    private(set) var spreadOfLists: Double
    private(set) var spreadOfInteractions: Double
    private var terms: [[Double]]

    private static let mostRounds = 60
    private static let smallestVariance = 1e-4
    private static let largestVariance = 4.0

    /// - Parameters:
    ///   - strata: Counts of each; one without anybody has nobody unregistered either.
    ///   - interactions: Chosen on all together.
    ///   - start: An earlier result for similar counts, which saves most of the rounds.
    /// - Returns: nil where the interactions have no answer for all strata together.
    init?(_ strata: [CellCounts], whole: CellCounts, interactions: [ListSet], start: PartialPooling? = nil) {
        var fitter = ModelFitter(lists: whole.lists)
        guard fitter.fit(interactions, to: whole).fit != nil else { return nil }
        var design = SparseDesign()
        design.set(interactions, on: whole)
        var common = Array(repeating: 0.0, count: design.terms.count)
        let free = PenalisedFitter.Prior(
            centre: common, precision: Array(repeating: 0, count: common.count))
        var penalised = PenalisedFitter(lists: whole.lists)
        common[common.count - 1] = log(whole.persons)
        _ = penalised.fit(&common, design, to: whole, prior: free, steps: 60)
        var variance = start.map { [pow($0.spreadOfLists, 2), pow($0.spreadOfInteractions, 2)] } ?? [0.25, 0.25]
        let kind = design.terms.map { $0.count > 1 ? 1 : 0 }
        var own = strata.map { stratum in
            var terms = common
            terms[terms.count - 1] += log(max(stratum.persons, 0.5) / whole.persons)
            return terms
        }
        if let start, start.terms.first?.count == common.count { own = start.terms }
        for round in 0..<Self.mostRounds {
            let prior = PenalisedFitter.Prior(
                centre: common, precision: design.terms.map { $0 == .none ? 0 : 1 / variance[$0.count > 1 ? 1 : 0] })
            var (sums, squares, numbers) = (common.map { _ in 0.0 }, [0.0, 0.0], [0.0, 0.0])
            for (place, stratum) in strata.enumerated() where stratum.persons > 0 {
                let spread = penalised.fit(&own[place], design, to: stratum, prior: prior, steps: round == 0 ? 12 : 2)
                for term in design.terms.indices.dropLast() {
                    sums[term] += own[place][term]
                    squares[kind[term]] += pow(own[place][term] - common[term], 2) + spread[term]
                    numbers[kind[term]] += 1
                }
            }
            let inhabited = Double(max(1, strata.count { $0.persons > 0 }))
            var change = 0.0
            for term in design.terms.indices.dropLast() {
                change = max(change, abs(sums[term] / inhabited - common[term]))
                common[term] = sums[term] / inhabited
            }
            for group in 0...1 where numbers[group] > 0 {
                let next = min(max(squares[group] / numbers[group], Self.smallestVariance), Self.largestVariance)
                change = max(change, abs(log(next / variance[group])) / 4)
                variance[group] = next
            }
            if change < 2e-3 { break }
        }
        terms = own
        dark = zip(strata, own).map { $0.persons > 0 ? exp($1[$1.count - 1]) : 0 }
        (spreadOfLists, spreadOfInteractions) = (variance[0].squareRoot(), variance[1].squareRoot())
    }
}
