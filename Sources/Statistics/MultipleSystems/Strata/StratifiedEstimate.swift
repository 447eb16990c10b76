import NumericMethods

/// Estimates by stratum that add up, with limits from resampling everything together.
package struct StratifiedEstimate: Sendable, Hashable {
    /// One line: a stratum, all strata with one value of one column, or all.
    package struct Line: Sendable, Hashable {
        /// Values by column; nil stands for all of them.
        package let values: [String?]
        package let registered: Int
        package let estimate: Double
        /// 95 % by percentiles.
        package let interval: ClosedRange<Double>
    }

    package let columns: [String]
    package let strata: [Line]
    /// Each value of each column, other columns together; the lines of one column add up to ``total``.
    package let margins: [Line]
    package let total: Line
    /// The estimate of each stratum from its own persons alone; nil where they give none.
    package let alone: [Double?]
    /// The stepwise estimate of all persons, strata ignored.
    package let unstratified: FittedModel
    /// Standard deviation between strata, on the logarithmic scale, of what lists find and of how they depend.
    package let spreadOfLists: Double
    package let spreadOfInteractions: Double

    /// - Parameters:
    ///   - threshold: As of ``StepwiseSelection``, on all strata together, anew on every resample.
    ///   - replicates: Resamples, at least 1.
    /// - Throws: E121, E132.
    package init(
        _ table: StratifiedTable, threshold: Double, replicates: Int, seed: UInt64
    ) throws(StatisticsFailure) {
        guard replicates >= 1 else { throw .settingOutside(name: "The number of resamples", limits: "1 or more") }
        let whole = try CaptureTable(lists: table.lists, cells: table.whole)
        var selection = StepwiseSelection(lists: table.lists.count)
        unstratified = try selection.fitted(whole, threshold: threshold)
        let lists = table.lists.count
        let strata = table.cells.map { CellCounts(lists: lists, cells: $0) }
        let chosen = unstratified.model.interactions
        guard let pooled = PartialPooling(strata, whole: CellCounts(whole), interactions: chosen) else {
            throw .noEstimate(lists: table.lists)
        }
        var drawn: [[Double]] = []
        Self.forEachResample(table, replicates, seed) { cells in
            let strata = cells.map { CellCounts(lists: lists, cells: $0) }
            let sum = (0..<(1 << lists)).map { cell in cells.reduce(0) { $0 + $1[cell] } }
            let whole = CellCounts(lists: lists, cells: sum)
            guard let outcome = selection.select(whole, threshold: threshold),
                let run = PartialPooling(strata, whole: whole, interactions: outcome.interactions, start: pooled)
            else {
                drawn.append(strata.map { _ in .infinity })
                return
            }
            drawn.append(zip(strata, run.dark).map { $0.persons + $1 })
        }
        let registered = strata.map { Int($0.persons) }
        let estimates = zip(strata, pooled.dark).map { $0.persons + $1 }
        func line(_ values: [String?], _ places: [Int]) -> Line {
            let sums = drawn.map { draw in places.reduce(0) { $0 + draw[$1] } }.sorted()
            return Line(
                values: values, registered: places.reduce(0) { $0 + registered[$1] },
                estimate: places.reduce(0) { $0 + estimates[$1] },
                interval: Quantile.medianUnbiased(sums, at: 0.025)...Quantile.medianUnbiased(sums, at: 0.975))
        }
        columns = table.columns
        self.strata = table.strata.indices.map { line(table.strata[$0].map { $0 }, [$0]) }
        total = line(table.columns.map { _ in nil }, Array(table.strata.indices))
        margins = table.columns.indices.flatMap { column in
            Set(table.strata.map { $0[column] }).sorted().map { value in
                line(
                    table.columns.indices.map { $0 == column ? value : nil },
                    table.strata.indices.filter { table.strata[$0][column] == value })
            }
        }
        alone = table.strata.indices.map { place in
            table.table(place).flatMap { try? selection.fitted($0, threshold: threshold).estimate }
        }
        (spreadOfLists, spreadOfInteractions) = (pooled.spreadOfLists, pooled.spreadOfInteractions)
    }

    /// Inhabitants of the strata of a line; nil where they are not known for all of these.
    ///
    /// - Parameter populations: By values of each stratum.
    package func population(of line: Line, _ populations: [[String]: Int]) -> Int? {
        let own = strata.map { $0.values.compactMap { $0 } }.filter { values in
            zip(line.values, values).allSatisfy { $0 == nil || $0 == $1 }
        }
        let known = own.compactMap { populations[$0] }
        return known.count == own.count ? known.reduce(0, +) : nil
    }

    /// Everybody is drawn again, whatever stratum they are in.
    private static func forEachResample(
        _ table: StratifiedTable, _ replicates: Int, _ seed: UInt64, _ body: ([[Int]]) -> Void
    ) {
        let weights = table.cells.flatMap { $0.map(Double.init) }
        let persons = table.cells.reduce(0) { $0 + $1.reduce(0, +) }
        let size = 1 << table.lists.count
        var seeds = SeededGenerator(seed: seed)
        for _ in 0..<replicates {
            var generator = SeededGenerator(seed: seeds.next())
            let counts = MultinomialDraw.counts(persons: persons, weights: weights, using: &generator)
            body(table.cells.indices.map { Array(counts[($0 * size)..<(($0 + 1) * size)]) })
        }
    }
}
