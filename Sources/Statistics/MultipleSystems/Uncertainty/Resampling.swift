import NumericMethods

/// Tables drawn from a table: the bootstrap, and the jackknife that tells how skewed it is.
package struct Resampling {
    let table: CaptureTable
    let replicates: Int
    let seed: UInt64

    package init(table: CaptureTable, replicates: Int, seed: UInt64) {
        self.table = table
        self.replicates = replicates
        self.seed = seed
    }

    /// The resamples as tables, the same as ``StepwiseBootstrap`` draws by itself: for a file.
    package var tables: [CaptureTable] {
        var tables: [CaptureTable] = []
        forEachResample { _, counts in
            if let drawn = try? CaptureTable(lists: table.lists, cells: counts.counts.map { Int($0) }) {
                tables.append(drawn)
            }
        }
        return tables
    }

    /// Calls with each resample of as many persons, each history drawn in proportion to its count. Every resample has a
    /// generator of its own, so that the tenth is the same whether nine or none were drawn before.
    func forEachResample(_ body: (Int, CellCounts) -> Void) {
        let weights = table.counts.map(Double.init)
        let persons = table.persons
        var seeds = SeededGenerator(seed: seed)
        for replicate in 0..<replicates {
            var generator = SeededGenerator(seed: seeds.next())
            let cells = MultinomialDraw.counts(persons: persons, weights: weights, using: &generator)
            body(replicate, CellCounts(lists: table.lists.count, cells: cells))
        }
    }

    /// Calls with each table that lacks one person: one for each history, with how many persons have it.
    func forEachWithoutOne(_ body: (CellCounts, Double) -> Void) {
        for (history, count) in table.counts.enumerated() where count > 0 && table.persons > 1 {
            var cells = table.counts
            cells[history] -= 1
            body(CellCounts(lists: table.lists.count, cells: cells), Double(count))
        }
    }
}
