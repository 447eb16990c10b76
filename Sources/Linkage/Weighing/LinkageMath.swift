import Foundation

/// Odds and bits.
enum LinkageMath {
    /// Log-odds in bits of a probability between 0 and 1.
    static func logOdds(_ probability: Double) -> Double { log2(probability / (1 - probability)) }
}
