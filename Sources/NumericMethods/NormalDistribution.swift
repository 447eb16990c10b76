import Foundation

/// The standard normal distribution.
package enum NormalDistribution {
    /// Probability of a value below `value`.
    ///
    /// - Accuracy: that of the C library's `erfc`, about 1 part in 10¹⁵, in the far lower tail too.
    package static func cumulative(_ value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }

    /// The value below which a draw lies with the probability given; minus or plus infinity at 0 and 1.
    ///
    /// - Source: Wichura (1988), Algorithm AS 241 (PPND16), Applied Statistics 37(3), 477–484.
    /// - Accuracy: about 1 part in 10¹⁶ by its author; see `NormalDistributionTests`.
    package static func quantile(_ probability: Double) -> Double {
        guard probability > 0 else { return probability == 0 ? -.infinity : .nan }
        guard probability < 1 else { return probability == 1 ? .infinity : .nan }
        let fromCentre = probability - 0.5
        if abs(fromCentre) <= 0.425 {
            let distance = 0.180625 - fromCentre * fromCentre
            return fromCentre * ratio(distance, Central.above, Central.below)
        }
        let tail = (-log(min(probability, 1 - probability))).squareRoot()
        let size =
            tail <= 5
            ? ratio(tail - 1.6, Middle.above, Middle.below) : ratio(tail - 5, Far.above, Far.below)
        return fromCentre < 0 ? -size : size
    }

    /// Two polynomials divided; coefficients from the constant upwards.
    private static func ratio(_ at: Double, _ above: [Double], _ below: [Double]) -> Double {
        polynomial(at, above) / polynomial(at, below)
    }

    private static func polynomial(_ at: Double, _ coefficients: [Double]) -> Double {
        coefficients.reversed().reduce(0) { $0 * at + $1 }
    }

    private enum Central {
        static let above = [
            3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
            45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
        ]
        static let below = [
            1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867,
            39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
        ]
    }

    private enum Middle {
        static let above = [
            1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
            1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4,
        ]
        static let below = [
            1.0, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
            0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
        ]
    }

    private enum Far {
        static let above = [
            6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
            0.0265321895265761230930, 0.00124266094738807843860, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
        ]
        static let below = [
            1.0, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
            7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
            2.04426310338993978564e-15,
        ]
    }
}
