import Foundation

// Goals, in order: (1) the same steps as iteratively reweighted least squares in the published software, so that
// results agree to rounding; (2) no allocation within a fit; (3) few operations: products of a design of zeros and ones
// are sums over the sets that contain a set, so that the normal equations cost a lookup an entry.

/// Fits Poisson log-linear models to the cells of one number of lists; its memory serves fit after fit.
///
/// - Source: McCullagh, Nelder (1989), Generalized linear models, 2nd edition, chapter 2.5; start at count + 0.1, end
///   where the deviance changes by less than 1 part in 10⁸.
struct LogLinearFitter: ~Copyable {
    private let lists: Int
    private let mean: UnsafeMutableBufferPointer<Double>
    private let linear: UnsafeMutableBufferPointer<Double>
    private let sums: UnsafeMutableBufferPointer<Double>
    private var factor: CholeskyFactor

    /// Change of the deviance at which to stop, as a share of it.
    static let tolerance = 1e-8
    private static let mostIterations = 100

    init(lists: Int) {
        self.lists = lists
        mean = .allocate(capacity: 1 << lists)
        linear = .allocate(capacity: 1 << lists)
        sums = .allocate(capacity: 1 << lists)
        for buffer in [mean, linear, sums] { buffer.initialize(repeating: 0) }
        factor = CholeskyFactor()
    }

    deinit {
        mean.deallocate()
        linear.deallocate()
        sums.deallocate()
    }

    /// The best fit; the caller has checked that it exists and is identified.
    ///
    /// - Parameter offset: By history, added to the logarithm of each expected count and not fitted; empty for none.
    /// - Returns: nil where the iteration does not end within its limit, which no table with an answer has shown.
    mutating func fit(_ design: SparseDesign, to counts: CellCounts, offset: [Double] = []) -> CellFit? {
        start(design, counts)
        var previous = deviance(counts)
        for iteration in 1...Self.mostIterations {
            guard step(design, counts, offset, isFirst: iteration == 1) else { return nil }
            let now = deviance(counts)
            guard now.isFinite else { return nil }
            if abs(now - previous) / (abs(now) + 0.1) < Self.tolerance {
                return CellFit(
                    logDark: linear[0], standardError: 1 / factor.lastPivot, deviance: now,
                    logLikelihood: logLikelihood(counts), finite: design.terms.count, empty: design.empty,
                    histories: Int(design.isOpen.reduce(0, +)))
            }
            previous = now
        }
        return nil
    }

    /// By history: the expected counts of the last fit, 0 for "on no list" and for histories ruled out.
    var expected: [Double] { Array(mean) }

    /// By set of lists: the expected number of registered persons on all of them, after the last fit.
    mutating func expectedOverlaps(_ read: (UnsafeMutableBufferPointer<Double>) -> Void) {
        _ = sums.update(fromContentsOf: mean)
        addSupersets(sums, lists: lists)
        read(sums)
    }

    private func start(_ design: SparseDesign, _ counts: CellCounts) {
        for cell in mean.indices {
            let open = design.isOpen[cell]
            mean[cell] = open * (counts.counts[cell] + 0.1)
            linear[cell] = open > 0 ? log(mean[cell]) : 0
        }
    }

    /// One step of reweighted least squares: the first solves for the parameters, later ones for their change.
    private mutating func step(_ design: SparseDesign, _ counts: CellCounts, _ offset: [Double], isFirst: Bool) -> Bool
    {
        _ = sums.update(fromContentsOf: mean)
        addSupersets(sums, lists: lists)
        let terms = design.terms
        factor.prepare(terms.count)
        for row in terms.indices {
            for column in 0...row { factor[row, column] = sums[terms[row].bits | terms[column].bits] }
        }
        guard factor.factorise() else { return false }
        if isFirst {
            for cell in sums.indices {
                let fixed = offset.isEmpty ? 0 : offset[cell]
                sums[cell] =
                    design.isOpen[cell] * (mean[cell] * (linear[cell] - fixed) + counts.counts[cell] - mean[cell])
                linear[cell] = fixed
            }
            addSupersets(sums, lists: lists)
            for row in terms.indices { factor.right[row] = sums[terms[row].bits] }
        } else {
            for row in terms.indices { factor.right[row] = counts.overlaps[terms[row].bits] - sums[terms[row].bits] }
        }
        factor.solve()
        sums.update(repeating: 0)
        for row in terms.indices { sums[terms[row].bits] = factor.right[row] }
        addSubsets(sums, lists: lists)
        for cell in linear.indices {
            linear[cell] += sums[cell]
            mean[cell] = design.isOpen[cell] > 0 ? exp(linear[cell]) : 0
        }
        return true
    }

    /// Term by term, so that a fit that is nearly perfect has a deviance near 0 and not the rounding of large counts.
    private func deviance(_ counts: CellCounts) -> Double {
        var sum = 0.0
        for cell in mean.indices where counts.counts[cell] == 0 { sum += mean[cell] }
        for cell in counts.seen {
            let count = counts.counts[cell]
            let distance = counts.logarithms[cell] - linear[cell]
            if abs(distance) < 1e-3 {
                // x + e⁻ˣ − 1, to 1 part in 10¹⁵.
                sum +=
                    count * distance * distance * (0.5 - distance * (1.0 / 6 - distance * (1.0 / 24 - distance / 120)))
            } else {
                sum += count * distance - count + mean[cell]
            }
        }
        return 2 * sum
    }

    private func logLikelihood(_ counts: CellCounts) -> Double {
        var sum = -counts.logFactorials
        for cell in mean.indices { sum -= mean[cell] }
        for cell in counts.seen { sum += counts.counts[cell] * linear[cell] }
        return sum
    }
}
