/// Ways to estimate the same number; each rests on an assumption that no table can test.
package enum EstimateMethod: String, Sendable, Hashable, CaseIterable {
    /// Pairs of lists added one by one.
    case stepwise
    /// The best model by the Bayesian criterion.
    case bic
    /// The best model by Akaike's criterion.
    case aic
    /// Models averaged by the Bayesian criterion.
    case average
    /// Decomposable graphs averaged.
    case dga
    /// Chao's lower bound.
    case chao
    /// Independent lists.
    case independence
    /// A model that somebody named.
    case model
}

/// What one method says.
package struct MethodEstimate: Sendable, Hashable {
    package let method: EstimateMethod
    /// Persons in all; for ``EstimateMethod/chao`` at least so many, for ``EstimateMethod/dga`` the median.
    package let estimate: Double
    /// 95 %: corrected where it can be, of the posterior, or by normal approximation.
    package let interval: ClosedRange<Double>
    package let percentile: ClosedRange<Double>?
    package let corrected: ClosedRange<Double>?

    init(_ method: EstimateMethod, _ estimate: Double, _ interval: ClosedRange<Double>) {
        self.method = method
        self.estimate = estimate
        self.interval = interval
        (percentile, corrected) = (nil, nil)
    }

    package init(stepwise run: StepwiseBootstrap) {
        self.init(.stepwise, run.fitted.estimate ?? .infinity, run.interval)
    }

    package init(model run: FixedModelEstimate) {
        self.init(.model, run.fitted.estimate ?? .infinity, run.interval)
    }

    init(_ method: EstimateMethod, _ estimate: Double, _ interval: Interval) {
        self.method = method
        self.estimate = estimate
        self.interval = interval.best
        percentile = interval.percentile
        corrected = interval.corrected
    }
}

/// A part of a report that could not be made, and why.
package struct RefusedPart: Sendable, Hashable {
    /// The name of a method, or `strata`, or `coverage`.
    package let part: String
    package let code: String
    package let message: String

    init(_ part: String, _ failure: StatisticsFailure) {
        self.part = part
        code = failure.code
        message = failure.message
    }
}
