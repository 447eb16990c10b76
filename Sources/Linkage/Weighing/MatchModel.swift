import Foundation

/// What each level of agreement says, in bits, and how likely two records are one person before they are compared.
///
/// Against “one person” stand three other classes, not one: any two persons, two persons of one household or incident,
/// and two of one origin. Without the latter, everybody who shares a surname becomes one person.
struct MatchModel {
    /// Shares of levels among the pairs of each ``PairClass``.
    let classes: [LevelShares]
    /// Of pairs of any two persons.
    let others: LevelShares
    /// Of pairs of two persons of one origin: names are alike more often.
    let compatriots: LevelShares
    /// The share of all pairs that are of each class.
    let priors: [Double]
    /// Of pairs of one person, the share with given and family name exchanged.
    let swapShare: Double
    /// The field by which compatriots are known.
    private let origin: Int?
    /// `table[16 * field + level]`: bits for each class against any two persons; then the same against compatriots.
    private let table: [ClassBits]
    private let fieldCount: Int
    private let start: ClassBits
    let swapWeight: Float

    init(
        classes: [LevelShares], others: LevelShares, compatriots: LevelShares, fields: [Role], origin: Int?,
        priors: [Double], swapShare: Double
    ) {
        self.classes = classes
        self.others = others
        self.compatriots = compatriots
        self.origin = origin
        self.priors = priors
        self.swapShare = swapShare
        fieldCount = others.shares.count
        var table = [ClassBits](repeating: .zero, count: 2 * 16 * fieldCount)
        var start = ClassBits(repeating: -60)
        let rest = 1 - priors.reduce(0, +)
        for (number, shares) in classes.enumerated() {
            start[number] = Float(log2(priors[number] / rest))
            let pairClass = PairClass(rawValue: number) ?? .same
            for (stratum, chance) in [others, compatriots].enumerated() {
                for place in 0..<16 * fieldCount {
                    let (field, level) = place.quotientAndRemainder(dividingBy: 16)
                    guard level > 0, level < chance.shares[field].count, pairClass.shares(fields[field]) else {
                        continue
                    }
                    let (one, other) = (shares.shares[field][level], chance.shares[field][level])
                    guard one > 0, other > 0 else { continue }
                    table[16 * fieldCount * stratum + place][number] = Float(log2(one / other))
                }
            }
        }
        self.table = table
        self.start = start
        // Of two persons whose names agree in some order, half agree in the wrong one.
        swapWeight = Float(log2(2 * swapShare))
    }

    /// Shares of levels among pairs of one person.
    var matches: LevelShares { classes[PairClass.same.rawValue] }
    /// The share of all pairs that are one person.
    var prior: Double { priors[PairClass.same.rawValue] }
    /// Log-odds of the prior in bits.
    var priorBits: Float { start[PairClass.same.rawValue] }

    /// Bits of a level for one person against any two.
    func weight(_ field: Int, _ level: UInt8, amongCompatriots: Bool = false) -> Float {
        table[(amongCompatriots ? 16 * fieldCount : 0) + 16 * field + Int(level)][PairClass.same.rawValue]
    }

    /// Whether both records are known to be of one origin.
    @inline(__always)
    func areCompatriots(_ pattern: Pattern) -> Bool { origin.map { pattern.level($0) == 1 } ?? false }

    /// Log-odds of each class against any two persons, without what frequencies add.
    @inline(__always)
    func bits(_ pattern: Pattern) -> ClassBits {
        var sum = start
        if pattern.isSwapped { sum[PairClass.same.rawValue] += swapWeight }
        var rest = pattern.bits
        var place = areCompatriots(pattern) ? 16 * fieldCount : 0
        for _ in 0..<fieldCount {
            sum += table[place + Int(rest & 0xF)]
            rest >>= 4
            place += 16
        }
        return sum
    }

    /// Log-odds in bits for one person against all else.
    @inline(__always)
    static func logOdds(_ bits: ClassBits) -> Float {
        bits[0] - log2f(1 + exp2f(min(100, bits[1])) + exp2f(min(100, bits[2])))
    }

    /// The probability of each class; what is missing to 1 is any two persons.
    @inline(__always)
    static func probabilities(_ bits: ClassBits) -> SIMD4<Double> {
        let odds = SIMD4(
            exp2(Double(min(200, bits[0]))), exp2(Double(min(200, bits[1]))), exp2(Double(min(200, bits[2]))), 0)
        return odds / (1 + (odds[0] + odds[1] + odds[2]))
    }

    static func probability(logOdds bits: Double) -> Double { 1 / (1 + exp2(-bits)) }
}
