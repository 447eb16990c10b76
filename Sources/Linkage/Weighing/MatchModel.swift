import Foundation

/// What each level of agreement says, in bits, and how likely two records are one person before they are compared.
struct MatchModel {
    /// Of pairs of one person.
    var matches: LevelShares
    /// Of pairs of two persons.
    var others: LevelShares
    /// The share of all pairs that are one person.
    var prior: Double
    /// Of pairs of one person, the share with given and family name exchanged.
    var swapShare: Double
    /// `weights[field][level]` in bits; 0 for missing.
    private(set) var weights: [[Float]] = []
    private(set) var swapWeight: Float = 0

    init(matches: LevelShares, others: LevelShares, prior: Double, swapShare: Double) {
        self.matches = matches
        self.others = others
        self.prior = prior
        self.swapShare = swapShare
        weights = zip(matches.shares, others.shares).map { m, u in
            zip(m, u).enumerated().map { level, pair in
                level == 0 || pair.0 <= 0 || pair.1 <= 0 ? 0 : Float(log2(pair.0 / pair.1))
            }
        }
        // Of two persons whose names agree in some order, half agree in the wrong one.
        swapWeight = Float(log2(2 * swapShare))
    }

    /// Log-odds of the prior in bits.
    var priorBits: Float { Float(log2(prior / (1 - prior))) }

    /// Bits of evidence of the levels, without what frequencies add.
    @inline(__always)
    func bits(_ pattern: Pattern) -> Float {
        var sum = pattern.isSwapped ? swapWeight : 0
        var rest = pattern.bits
        for field in 0..<weights.count {
            sum += weights[field][Int(rest & 0xF)]
            rest >>= 4
        }
        return sum
    }

    /// The probability that a pair is one person, from its bits of evidence.
    func probability(bits: Float) -> Double { MatchModel.probability(logOdds: Double(bits) + Double(priorBits)) }

    static func probability(logOdds bits: Double) -> Double { 1 / (1 + exp2(-bits)) }
}
