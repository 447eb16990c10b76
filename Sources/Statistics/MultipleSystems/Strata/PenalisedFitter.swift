import Foundation

/// Fits one stratum, each term drawn towards what all strata have in common.
///
/// The Poisson likelihood with a normal prior on every term but the empty one: the number on no list is free, and a term
/// that the stratum says nothing about takes the common value, so that a fit always exists.
struct PenalisedFitter: ~Copyable {
    private let lists: Int
    private let mean: UnsafeMutableBufferPointer<Double>
    private let sums: UnsafeMutableBufferPointer<Double>
    private var factor = CholeskyFactor()

    /// What the terms of all strata have in common; by term, as in the design.
    struct Prior {
        var centre: [Double]
        /// One over the variance between strata; 0 for the empty term.
        var precision: [Double]
    }

    init(lists: Int) {
        self.lists = lists
        mean = .allocate(capacity: 1 << lists)
        sums = .allocate(capacity: 1 << lists)
        for buffer in [mean, sums] { buffer.initialize(repeating: 0) }
    }

    deinit {
        mean.deallocate()
        sums.deallocate()
    }

    /// Improves the terms by at most `steps` steps of Newton, none longer than keeps the fit improving.
    ///
    /// - Parameter terms: Start and result, by term as in the design.
    /// - Returns: The variance of each term given the prior.
    mutating func fit(
        _ terms: inout [Double], _ design: SparseDesign, to counts: CellCounts, prior: Prior, steps: Int
    ) -> [Double] {
        var value = penalised(terms, design, counts, prior)
        for _ in 0..<steps {
            prepare(terms, design, prior)
            guard factor.factorise() else { break }
            for row in terms.indices {
                factor.right[row] =
                    counts.overlaps[design.terms[row].bits] - sums[design.terms[row].bits]
                    - prior.precision[row] * (terms[row] - prior.centre[row])
            }
            factor.solve()
            let step = Array(factor.right.prefix(terms.count))
            let before = value
            for halving in 0..<20 {
                let next = zip(terms, step).map { $0 + $1 * pow(0.5, Double(halving)) }
                value = penalised(next, design, counts, prior)
                if value >= before - 1e-12 * abs(before) {
                    terms = next
                    break
                }
            }
            if value - before < 1e-10 * (abs(value) + 1) { break }
        }
        _ = penalised(terms, design, counts, prior)
        prepare(terms, design, prior)
        var variances = terms.map { _ in 0.0 }
        if factor.factorise() { factor.forEachInverseDiagonal { variances[$0] = $1 } }
        return variances
    }

    /// The information and the prior's precision, from ``mean``; leaves the expected overlaps in ``sums``.
    private mutating func prepare(_ terms: [Double], _ design: SparseDesign, _ prior: Prior) {
        _ = sums.update(fromContentsOf: mean)
        addSupersets(sums, lists: lists)
        factor.prepare(terms.count)
        for row in terms.indices {
            for column in 0...row { factor[row, column] = sums[design.terms[row].bits | design.terms[column].bits] }
            factor[row, row] += prior.precision[row]
        }
    }

    /// Logarithm of likelihood times prior up to a constant; leaves the expected counts in ``mean``.
    private func penalised(_ terms: [Double], _ design: SparseDesign, _ counts: CellCounts, _ prior: Prior) -> Double {
        sums.update(repeating: 0)
        for row in terms.indices { sums[design.terms[row].bits] = terms[row] }
        addSubsets(sums, lists: lists)
        var value = 0.0
        for cell in mean.indices {
            mean[cell] = design.isOpen[cell] > 0 ? exp(sums[cell]) : 0
            value -= mean[cell]
        }
        for cell in counts.seen { value += counts.counts[cell] * sums[cell] }
        for row in terms.indices {
            value -= prior.precision[row] * pow(terms[row] - prior.centre[row], 2) / 2
        }
        return value.isFinite ? value : -.greatestFiniteMagnitude
    }
}
