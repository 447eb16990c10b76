import Foundation

/// Tails of the Poisson distribution, each summed from its larger end.
package enum PoissonDistribution {
    /// Probabilities of at most and of at least `count` events where `mean` are expected.
    ///
    /// The smaller of the two is summed term by term, so that it is exact where it is tiny; the other is its complement.
    ///
    /// - Parameters:
    ///   - count: 0 or more.
    ///   - mean: 0 or more; at 0 nothing ever happens.
    /// - Accuracy: 1 part in 10¹² for means up to 10⁶; see `PoissonDistributionTests`.
    package static func tails(count: Int, mean: Double) -> (atMost: Double, atLeast: Double) {
        guard mean > 0 else { return (1, count == 0 ? 1 : 0) }
        let at = Double(count)
        let term = exp(at * log(mean) - mean - logGamma(at + 1))
        if at <= mean {
            let lower = term * seriesDown(from: at, mean: mean)
            return (min(1, lower), max(0, min(1, 1 - lower + term)))
        }
        let upper = term * seriesUp(from: at, mean: mean)
        return (max(0, min(1, 1 - upper + term)), min(1, upper))
    }

    /// 1 + k/λ + k(k−1)/λ² + …
    private static func seriesDown(from count: Double, mean: Double) -> Double {
        var (sum, term, at) = (1.0, 1.0, count)
        while at > 0 {
            term *= at / mean
            sum += term
            at -= 1
            if term < sum * 1e-17 { break }
        }
        return sum
    }

    /// 1 + λ/(k+1) + λ²/((k+1)(k+2)) + …
    private static func seriesUp(from count: Double, mean: Double) -> Double {
        var (sum, term, at) = (1.0, 1.0, count)
        while true {
            at += 1
            term *= mean / at
            sum += term
            if term < sum * 1e-17 { return sum }
        }
    }
}
