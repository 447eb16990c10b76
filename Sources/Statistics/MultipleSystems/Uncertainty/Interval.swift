import NumericMethods

/// Limits of 95 % read off a bootstrap, in persons.
package struct Interval: Sendable, Hashable {
    package let percentile: ClosedRange<Double>
    /// Bias-corrected and accelerated; nil where all resamples lie on one side of the estimate.
    package let corrected: ClosedRange<Double>?
    /// Share of the resamples below the estimate, ties counted half.
    package let shareBelow: Double
    package let acceleration: Double
    /// Resamples for which the method has no finite answer; they stand at the upper end.
    package let endless: Int

    init(_ bootstrap: BootstrapInterval, level: Double = 0.95) {
        let tail = (1 - level) / 2
        percentile = bootstrap.percentile(tail)...bootstrap.percentile(1 - tail)
        if let lower = bootstrap.corrected(tail), let upper = bootstrap.corrected(1 - tail), lower <= upper {
            corrected = lower...upper
        } else {
            corrected = nil
        }
        shareBelow = bootstrap.shareBelow
        acceleration = bootstrap.acceleration
        endless = bootstrap.sorted.count { !$0.isFinite }
    }

    /// The corrected limits where there are any, else the percentiles.
    package var best: ClosedRange<Double> { corrected ?? percentile }
}
