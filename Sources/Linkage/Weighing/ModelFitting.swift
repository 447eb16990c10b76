// Goals, in order: (1) never a confident nonsense: priors on every share, levels in their order, and classes of their own
// for relatives and compatriots; (2) u from pairs drawn at random, m from candidates, the prior from both; (3) the same
// input gives the same model.
// Source: Fellegi, Sunter (1969), A theory for record linkage; Winkler (1988) for EM; Enamorado, Fifield, Imai (2019) for
// EM on counts of patterns. All pairs of the table are the population: pairs that are no candidates count as two persons.

import Foundation

/// Fits a ``MatchModel`` by expectation-maximisation.
struct ModelFitting {
    let fields: [Field]
    /// Evidence of candidate pairs.
    let candidates: EvidenceCounts
    /// How many candidate pairs each counted one stands for.
    let scale: Double
    /// Evidence of pairs drawn at random from all pairs.
    let random: EvidenceCounts
    /// How many pairs there are.
    let pairs: Double
    /// How many records there are.
    let records: Double
    /// Of every field, the least chance that two persons share a value.
    let leastChance: [Double]
    /// That any two records are one person, where somebody knows it; else it is estimated.
    var prior: Double?

    /// Expected pairs of one person that the prior shares count for, for each field.
    private static let priorStrength = 15.0
    private static let mostRounds = 60

    func fit() -> MatchModel {
        let expected = LevelShares(
            zip(fields, LevelShares.expectedOfMatches(fields.map(\.kind)).shares).map { $0.folding.folded($1) })
        let chance = chances(under: nil)
        let isMet = PairClass.allCases.map(self.isMet)
        var model = MatchModel(
            classes: PairClass.allCases.map { start(of: $0, expected, chance.any) }, others: chance.any,
            compatriots: chance.compatriots, fields: fields.map(\.role), origin: origin,
            priors: PairClass.allCases.map { share(of: $0, max(1, $0.startingPairs * records), isMet) },
            swapShare: 0.02)
        for _ in 0..<ModelFitting.mostRounds {
            let next = improved(model, expected, isMet)
            let change = zip(next.priors, model.priors).map { abs(log($0 / $1)) }.max() ?? 0
            model = next
            if change < 3e-4 { break }
        }
        return model
    }

    /// Shares of a class before anything is learnt: half those of one person, where the class shares the field.
    private func start(of pairClass: PairClass, _ expected: LevelShares, _ chance: LevelShares) -> LevelShares {
        if pairClass == .same { return expected }
        return LevelShares(
            fields.indices.map { field in
                guard pairClass.shares(fields[field].role) else { return chance.shares[field] }
                return zip(expected.shares[field], chance.shares[field]).map { 0.4 * $0 + 0.6 * $1 }
            })
    }

    private func improved(_ model: MatchModel, _ expected: LevelShares, _ isMet: [Bool]) -> MatchModel {
        let width = PairClass.allCases.count
        var sums = LevelSums(fields: fields, classes: width)
        var found = [Double](repeating: 0, count: width)
        var swapped = 0.0
        for (evidence, count) in zip(candidates.evidence, candidates.counts) {
            let shares = MatchModel.probabilities(model.bits(evidence.pattern) + evidence.added)
            for number in 0..<width where shares[number] > 1e-6 {
                let weight = shares[number] * count * scale
                found[number] += weight
                if number == 0, evidence.pattern.isSwapped { swapped += weight }
                sums.add(weight, evidence.pattern, to: number)
            }
        }
        let others = chances(under: model)
        let classes = PairClass.allCases.map { shares($0, sums.counts($0.rawValue), expected, others.any) }
        return MatchModel(
            classes: classes, others: others.any, compatriots: others.compatriots, fields: fields.map(\.role),
            origin: origin,
            priors: PairClass.allCases.map { share(of: $0, max(0.5, found[$0.rawValue]), isMet) },
            swapShare: (swapped + 0.3) / (found[0] + 15))
    }

    /// The share of a class among all pairs: as given, or as so many of its pairs were found.
    private func share(of pairClass: PairClass, _ found: Double, _ isMet: [Bool]) -> Double {
        if pairClass == .same, let prior { return prior }
        return isMet[pairClass.rawValue] ? found / (pairs + records) : 1e-15
    }

    private func shares(
        _ pairClass: PairClass, _ counts: [[Double]], _ expected: LevelShares, _ others: LevelShares
    ) -> LevelShares {
        LevelShares(
            fields.indices.map { field in
                guard pairClass.shares(fields[field].role) else { return others.shares[field] }
                let towards = pairClass == .same ? expected.shares[field] : others.shares[field]
                var shares = ModelFitting.smoothed(counts[field], towards, strength: ModelFitting.priorStrength)
                if pairClass == .same { bound(&shares, field, expected.shares[field]) }
                return LevelOrder.restored(shares, others.shares[field], kind: fields[field].kind)
            })
    }

    /// Moves what is too much of “different” to the other levels, as they are expected.
    private func bound(_ shares: inout [Double], _ field: Int, _ expected: [Double]) {
        let different = Int(Levels.different(fields[field].kind))
        let excess = shares[different] - PairClass.mostDifferent(fields[field].role)
        guard excess > 0 else { return }
        let rest = 1 - expected[different]
        for level in shares.indices where level > 0 {
            shares[level] += level == different ? -excess : excess * expected[level] / rest
        }
    }

    /// Compatriots are a class where it is known who is one, or where the names show it.
    private func isMet(_ pairClass: PairClass) -> Bool {
        pairClass != .compatriots || origin != nil || nameLift > ModelFitting.leastLift
    }

    /// How much oftener names of strangers must be alike in both parts than independence has it, for languages to be
    /// mixed in the file.
    private static let leastLift = 1.6

    /// How much oftener given and family name are both alike than independence has it, among random pairs whose dates
    /// of birth are wholly different and who are therefore two persons; 1 where that cannot be told.
    private var nameLift: Double {
        guard let birth = fields.firstIndex(where: { $0.role == .birth && $0.kind == .date }),
            let given = fields.firstIndex(where: { $0.role == .given }),
            let family = fields.firstIndex(where: { $0.role == .family })
        else { return 1 }
        var (all, givenAlike, familyAlike, both) = (0.0, 0.0, 0.0, 0.0)
        for (evidence, count) in zip(random.evidence, random.counts) {
            let levels = (evidence.pattern.level(given), evidence.pattern.level(family))
            guard evidence.pattern.level(birth) == Levels.Days.different, levels.0 > 0, levels.1 > 0,
                !evidence.pattern.isSwapped
            else { continue }
            all += count
            if levels.0 < Levels.Words.abbreviation { givenAlike += count }
            if levels.1 < Levels.Words.abbreviation { familyAlike += count }
            if max(levels.0, levels.1) < Levels.Words.abbreviation { both += count }
        }
        // In a small file some of these are one person after all: two in five records may have such a partner. Twenty
        // pairs by chance keep a handful from deciding.
        let one = 0.4 * records / pairs * all
        return (max(0, both - one) + 20) / (givenAlike * familyAlike / max(all, 1) + 20)
    }

    private var origin: Int? { fields.firstIndex { $0.role == .nationality } }

    /// The shares of levels among any two persons, and among two compatriots: random pairs, each for as much as it is
    /// not one person. Relatives stay among them: their class is for what they have more than chance gives.
    private func chances(under model: MatchModel?) -> (any: LevelShares, compatriots: LevelShares) {
        var sums = LevelSums(fields: fields, classes: 2)
        for (evidence, count) in zip(random.evidence, random.counts) {
            let known = model.map { MatchModel.probabilities($0.bits(evidence.pattern) + evidence.added)[0] }
            let weight = count * (1 - (known ?? 0))
            let areCompatriots = origin.map { evidence.pattern.level($0) == 1 } ?? false
            sums.add(weight, evidence.pattern, to: 0)
            if areCompatriots { sums.add(weight, evidence.pattern, to: 1) }
        }
        let (counts, compatriots) = (sums.counts(0), sums.counts(1))
        let any = fields.indices.map { chance($0, counts[$0]) }
        let among = fields.indices.map { field -> [Double] in
            guard fields[field].kind == .name else { return any[field] }
            return ModelFitting.smoothed(compatriots[field], any[field], strength: ModelFitting.compatriotStrength)
        }
        return (LevelShares(any), LevelShares(among))
    }

    /// How many pairs the shares among any two persons count for among compatriots.
    private static let compatriotStrength = 300.0

    private func chance(_ field: Int, _ counts: [Double]) -> [Double] {
        let total = counts.dropFirst().reduce(0, +)
        let expected = fields[field].folding.folded(LevelShares.expectedOfOthers([fields[field].kind]).shares[0])
        let shares = ModelFitting.smoothed(counts, expected, strength: ModelFitting.chanceStrength)
        // A third of a pair a level where few were drawn; the floor of chance where values are nearly unique.
        let floor = 0.3 / max(total, 30_000)
        let raw = shares.enumerated().map { level, share in
            level == 0 ? 0 : max(share, level == 1 ? min(floor, leastChance[field]) : floor)
        }
        let sum = raw.reduce(0, +)
        return raw.map { $0 / sum }
    }

    /// How many pairs of any two persons the expectation counts for.
    private static let chanceStrength = 60.0

    private static func smoothed(_ counts: [Double], _ expected: [Double], strength: Double) -> [Double] {
        let total = counts.dropFirst().reduce(0, +) + strength
        return counts.indices.map { $0 == 0 ? 0 : (counts[$0] + strength * expected[$0]) / total }
    }
}
