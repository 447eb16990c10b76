import Foundation

/// Logarithm of the gamma function for a positive argument.
///
/// - Accuracy: that of the C library, about 1 part in 10¹⁵. Called by its re-entrant name, since the plain one
///   writes the sign to a variable that all threads share.
package func logGamma(_ value: Double) -> Double {
    #if canImport(Glibc)
        var sign: Int32 = 0
        return lgamma_r(value, &sign)
    #else
        return lgamma(value)
    #endif
}
