// Goals, in order: (1) with column roles alone, as good as an expert with the truth at hand; (2) memory and time that grow
// with records, not with pairs; (3) the same files give the same result.

import NumericMethods

/// One run: finds candidates, learns how names are misspelt and what agreement is worth, and scores every candidate.
struct Linker {
    let table: RecordTable
    let withinSources: Bool
    let passes: CandidatePasses
    let values: FlatValues
    private(set) var models: [EditModel?]
    private(set) var model: MatchModel
    private(set) var frequency: FrequencyAdjustment
    private(set) var candidateCount = 0.0
    /// That any two records are one person, where somebody said it.
    let prior: Double?

    private static let mostTrainingPairs = 300_000
    private static let learningPairs = 100_000
    private static let randomPairs = 200_000

    /// - Parameters:
    ///   - passes: How candidates are found; from the number of records where nil.
    ///   - prior: That any two records are one person; estimated where nil.
    init(
        _ table: RecordTable, withinSources: Bool, passes: CandidatePasses? = nil, prior: Double? = nil
    ) throws(LinkageFailure) {
        self.table = table
        self.prior = prior
        self.withinSources = withinSources
        let pairs = Linker.pairCount(table, withinSources: withinSources)
        guard table.count > 1, pairs > 0 else { throw .nothingToCompare(records: table.count) }
        let passes = passes ?? CandidatePasses(table, limits: PairingLimits(records: table.count))
        self.passes = passes
        values = FlatValues(table)
        models = Linker.editModels(table, learnt: nil)
        let training = TrainingSample(passes, table, withinSources: withinSources, most: Linker.mostTrainingPairs)
        candidateCount = training.scale * Double(training.pairs.count)
        let random = RandomPairs(table, withinSources: withinSources, count: Linker.randomPairs)
        let chance = random.equalShares(table)
        frequency = FrequencyAdjustment(table, chance: (chance, chance))
        let start = LevelShares.expectedOfMatches(table.fields.map(\.kind))
        model = MatchModel(
            classes: PairClass.allCases.map { _ in start }, others: start, compatriots: start,
            fields: table.fields.map(\.role), origin: nil, priors: PairClass.allCases.map { _ in 0.01 }, swapShare: 0.02
        )
        // The rounds that learn how letters are exchanged make do with a part of a large sample.
        let (part, few) = (training.thinned(to: Linker.learningPairs), random.thinned(to: Linker.learningPairs))
        for _ in 0..<2 {
            let patterns = fit(part, few, pairs)
            models = learnt(part, patterns)
        }
        fit(training, random, pairs)
    }

    static func pairCount(_ table: RecordTable, withinSources: Bool) -> Double {
        let all = Double(table.count) * Double(table.count - 1) / 2
        guard !withinSources else { return all }
        let ends = table.sourceStarts.dropFirst() + [table.count]
        return zip(table.sourceStarts, ends).reduce(all) { $0 - Double($1.1 - $1.0) * Double($1.1 - $1.0 - 1) / 2 }
    }

    /// Fits the model.
    ///
    /// - Returns: The patterns of the training pairs.
    @discardableResult
    private mutating func fit(_ training: TrainingSample, _ random: RandomPairs, _ pairs: Double) -> [Pattern] {
        let comparer = PairComparer(table, values, models: models)
        let leastChance = table.tables.map { 0.1 / Double(max($0.count, 2)) }
        let patterns = comparer.patterns(training.pairs)
        let randomPatterns = comparer.patterns(random.pairs)
        for _ in 0..<2 {
            let fitting = ModelFitting(
                fields: table.fields, candidates: evidence(training.pairs, patterns), scale: training.scale,
                random: evidence(random.pairs, randomPatterns), pairs: pairs, records: Double(table.count),
                leastChance: leastChance, prior: prior)
            model = fitting.fit()
            frequency = FrequencyAdjustment(
                table, chance: (model.others.shares.map { $0[1] }, model.compatriots.shares.map { $0[1] }))
        }
        return patterns
    }

    private func evidence(_ pairs: [(UInt32, UInt32)], _ patterns: [Pattern]) -> EvidenceCounts {
        EvidenceCounts(
            zip(pairs, patterns).lazy.map { pair, pattern in
                EvidenceCounts.Evidence(pattern, frequency.bits(pattern, Int(pair.0), Int(pair.1), table))
            })
    }

    /// Edit models learnt from the pairs that are one person beyond reasonable doubt.
    private func learnt(_ training: TrainingSample, _ patterns: [Pattern]) -> [EditModel?] {
        var counts = table.fields.map { _ in [Double](repeating: 0, count: EditModel.side * EditModel.side) }
        for ((first, second), pattern) in zip(training.pairs, patterns) {
            if pattern.isSwapped { continue }
            let share = MatchModel.probability(logOdds: Double(logOdds(pattern, Int(first), Int(second))))
            guard share > 0.9 else { continue }
            for field in table.fields.indices where models[field] != nil {
                let (one, other) = (table.cell(Int(first), field), table.cell(Int(second), field))
                guard one != 0, other != 0, let edits = models[field] else { continue }
                // What is wholly different is another name, not a misspelling.
                if pattern.level(field) >= Levels.Words.abbreviation { continue }
                Alignment.count(
                    table.tables[field].soundsOf(one), table.tables[field].soundsOf(other), edits, weight: share,
                    into: &counts[field])
            }
        }
        return Linker.editModels(table, learnt: counts)
    }

    private static func editModels(_ table: RecordTable, learnt: [[Double]]?) -> [EditModel?] {
        table.fields.indices.map { field in
            guard [.name, .text, .address].contains(table.fields[field].kind) else { return nil }
            var frequencies = [Double](repeating: 0, count: Symbols.count)
            for symbol in table.tables[field].sounds { frequencies[Int(symbol)] += 1 }
            return EditModel(frequencies: frequencies, learnt: learnt?[field])
        }
    }

    /// A comparer with the learnt models.
    func comparer(cacheBits: Int = 17) -> PairComparer {
        PairComparer(table, values, models: models, cacheBits: cacheBits)
    }

    /// Log-odds in bits that two records are one person; the first has the larger number.
    func logOdds(_ first: Int, _ second: Int, _ comparer: PairComparer) -> Float {
        logOdds(comparer.pattern(first, second), first, second)
    }

    private func logOdds(_ pattern: Pattern, _ first: Int, _ second: Int) -> Float {
        MatchModel.logOdds(model.bits(pattern) + frequency.bits(pattern, first, second, table))
    }

    /// Estimates what the candidates miss from how often each pair of one person was found.
    func recall(_ scored: ScoredPairs) -> RecallEstimate {
        let matches = scored.pairs.filter { $0.logOdds >= 0 }
        let step = max(1, matches.count / 20_000)
        let sample = stride(from: 0, to: matches.count, by: step).map { matches[$0] }
        var rules = [Int](repeating: 0, count: sample.count)
        passes.forEach { _, index in
            let search = CandidateSearch(index, table, withinSources: withinSources)
            for (place, pair) in sample.enumerated() {
                rules[place] += search.rulesSharing(Int(pair.first), Int(pair.second))
            }
        }
        let (once, twice) = (rules.count { $0 == 1 }, rules.count { $0 == 2 })
        return RecallEstimate(
            found: scored.expectedMatches, once: Double(once * step), twice: Double(twice * step))
    }

    /// Sources in which fewer than one record in two hundred has a partner of its own source.
    func sourcesWithoutDuplicates() -> Set<Int> {
        let comparer = comparer()
        let sample = Array(stride(from: 0, to: table.count, by: max(1, table.count / 5000)))
        var isDoubled = [Bool](repeating: false, count: sample.count)
        passes.forEach { _, index in
            var search = CandidateSearch(index, table, withinSources: true)
            var found: [UInt32] = []
            for (place, record) in sample.enumerated() where !isDoubled[place] {
                search.candidates(of: record, into: &found)
                isDoubled[place] = found.contains { other in
                    table.source[Int(other)] == table.source[record] && logOdds(record, Int(other), comparer) > 3
                }
            }
        }
        var looked = [Double](repeating: 0, count: table.sources)
        var doubled = looked
        for (place, record) in sample.enumerated() {
            looked[Int(table.source[record])] += 1
            if isDoubled[place] { doubled[Int(table.source[record])] += 1 }
        }
        return Set((0..<table.sources).filter { looked[$0] > 0 && doubled[$0] <= 0.005 * looked[$0] })
    }
}
