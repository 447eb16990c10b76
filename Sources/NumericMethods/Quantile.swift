/// Quantiles of a sample.
package enum Quantile {
    /// The quantile that is about median-unbiased whatever the distribution (type 8 of Hyndman and Fan).
    ///
    /// Infinite values may stand at either end; a quantile that touches one is infinite.
    ///
    /// - Parameters:
    ///   - sorted: Ascending, at least one value.
    ///   - probability: 0…1.
    /// - Source: Hyndman, Fan (1996), Sample quantiles in statistical packages, American Statistician 50(4), 361–365.
    package static func medianUnbiased(_ sorted: [Double], at probability: Double) -> Double {
        let place = (Double(sorted.count) + 1.0 / 3) * probability + 1.0 / 3
        // What rounding makes of a whole number is that number.
        let slack = 4 * Double.ulpOfOne
        let below = (place + slack).rounded(.down)
        let rest = place - below
        let share = abs(rest) < slack ? 0 : rest
        let lower = sorted[min(max(Int(below) - 1, 0), sorted.count - 1)]
        let upper = sorted[min(max(Int(below), 0), sorted.count - 1)]
        if share == 0 || lower == upper { return lower }
        return lower + share * (upper - lower)
    }
}
