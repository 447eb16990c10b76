/// The stepwise estimate under small changes of the table: what it hangs on.
package struct Variants: Sendable, Hashable {
    package let table: CaptureTable
    package let threshold: Double

    package init(_ table: CaptureTable, threshold: Double) {
        self.table = table
        self.threshold = threshold
    }

    /// Each list left out; with two lists none can be.
    package var withoutEachList: [Variant] {
        guard table.lists.count > 2 else { return [] }
        return table.lists.indices.map {
            Variant(.withoutList(table.lists[$0]), try? table.omitting($0), threshold: threshold)
        }
    }

    /// Each two lists made one; with two lists none can be.
    package var withEachPairMerged: [Variant] {
        guard table.lists.count > 2 else { return [] }
        return ListSet.all(of: 2, lists: table.lists.count).map { pair in
            let (first, second) = (pair.members[0], pair.members[1])
            return Variant(
                .merged(table.lists[first], table.lists[second]), try? table.merging(first, second),
                threshold: threshold)
        }
    }

    /// One person more and one fewer with each history that somebody has, and one with each history of two lists that
    /// nobody has.
    package var withOnePersonMoved: [Variant] {
        let seen = table.histories
        let fewer = seen.map { ($0, -1) }
        let more = (seen + ListSet.all(of: 2, lists: table.lists.count).filter { !seen.contains($0) }).map { ($0, 1) }
        return (fewer + more).map { history, persons in
            Variant(
                .history(history, persons: persons), try? table.replacing(history, by: table[history] + persons),
                threshold: threshold)
        }
    }

    /// Other thresholds than the one chosen.
    package var withOtherThresholds: [Variant] {
        [0.001, 0.005, 0.01, 0.02, 0.05, 0.1].map { Variant(.threshold($0), table, threshold: $0) }
    }

    /// Errors of linkage, the model kept as it is: persons on exactly two lists become more at the cost of those on one,
    /// or fewer.
    ///
    /// - Parameter shares: Of the true links missed, and of the links made that are false.
    package func withLinkageErrors(_ fitted: FittedModel, shares: [Double] = [0.02, 0.05, 0.1]) -> [Variant] {
        var fitter = ModelFitter(lists: table.lists.count)
        func estimate(_ factor: Double) -> Double? {
            var values = table.counts.map(Double.init)
            for pair in ListSet.all(of: 2, lists: table.lists.count) {
                let moved = Double(table[pair]) * (factor - 1)
                values[pair.bits] += moved
                for member in pair.members { values[1 << member] = max(0, values[1 << member] - moved) }
            }
            let counts = CellCounts(lists: table.lists.count, values: values)
            return fitter.fit(fitted.model.interactions, to: counts).fit.map { counts.persons + $0.dark }
        }
        let names = fitted.model.interactions.map { $0.name(table.lists) }
        return shares.map {
            Variant(.missedLinks(share: $0), estimate: estimate(1 / (1 - $0)), interactions: names)
        } + shares.map { Variant(.falseLinks(share: $0), estimate: estimate(1 - $0), interactions: names) }
    }
}
