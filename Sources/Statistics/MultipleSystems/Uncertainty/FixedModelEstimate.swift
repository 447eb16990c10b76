import NumericMethods

/// The estimate of one model that somebody named, the same on every resample: for comparison, not for choosing.
package struct FixedModelEstimate: Sendable {
    package let fitted: FittedModel
    package let interval: Interval

    /// - Parameters:
    ///   - interactions: Sets of two or more lists. What they hold is added, so that the model is hierarchical.
    ///   - replicates: Resamples, at least 1; those in which the model has no answer stand at the upper end.
    /// - Throws: E122 where the model has no answer for this table, E132.
    package init(
        _ table: CaptureTable, interactions: [ListSet], replicates: Int, seed: UInt64
    ) throws(StatisticsFailure) {
        guard replicates >= 1 else { throw .settingOutside(name: "The number of resamples", limits: "1 or more") }
        let terms = Self.hierarchical(interactions)
        let counts = CellCounts(table)
        var fitter = ModelFitter(lists: table.lists.count)
        let (existence, fit) = fitter.fit(terms, to: counts)
        guard let fit else {
            let names = terms.map { $0.name(table.lists) }.joined(separator: " ")
            throw .modelHasNoEstimate(model: names, reason: existence)
        }
        let model = LogLinearModel(lists: table.lists.count, interactions: terms)
        fitted = FittedModel(model, existence, fit, persons: counts.persons)
        func estimate(_ counts: CellCounts) -> Double {
            fitter.fit(terms, to: counts).fit.map { counts.persons + $0.dark } ?? .infinity
        }
        let resampling = Resampling(table: table, replicates: replicates, seed: seed)
        var drawn: [Double] = []
        var left: [(estimate: Double, persons: Double)] = []
        resampling.forEachResample { _, counts in drawn.append(estimate(counts)) }
        resampling.forEachWithoutOne { counts, persons in left.append((estimate(counts), persons)) }
        interval = Interval(
            BootstrapInterval(
                estimate: counts.persons + fit.dark, replicates: drawn,
                acceleration: left.isEmpty ? 0 : BootstrapInterval.acceleration(leavingOut: left)))
    }

    /// With every interaction those of two and more lists within it, smaller ones first.
    private static func hierarchical(_ interactions: [ListSet]) -> [ListSet] {
        var known: Set<ListSet> = []
        for term in interactions where term.count > 1 {
            for bits in 1...term.bits where bits & term.bits == bits && bits.nonzeroBitCount > 1 {
                known.insert(ListSet(bits: bits))
            }
        }
        return known.sorted { ($0.count, $0.bits) < ($1.count, $1.bits) }
    }
}

extension ListSet {
    /// A set by the names of its lists, as ``name(_:)`` writes them: `LA:NG`.
    ///
    /// - Throws: E123 for a list that is not there.
    package init(names: String, in lists: [String]) throws(StatisticsFailure) {
        var members: [Int] = []
        for name in names.split(separator: ":").map(String.init) {
            guard let place = lists.firstIndex(of: name) else { throw .listUnknown(name: name, known: lists) }
            members.append(place)
        }
        self.init(members)
    }
}
