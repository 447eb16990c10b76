import Foundation

/// Logarithm of the sum of numbers of which only the logarithms can be held.
///
/// - Returns: Minus infinity for no numbers.
package func logSum(_ logarithms: some Collection<Double>) -> Double {
    guard let largest = logarithms.max(), largest > -.infinity else { return -.infinity }
    return largest + log(logarithms.reduce(0) { $0 + exp($1 - largest) })
}
