/// How far witnesses reach, after each of them has been added up: whoever found them need not be trusted.
struct WitnessCheck {
    let truth: [Int]
    /// By cell: the least and the greatest value in any table that obeys all equations and bounds.
    private(set) var low: [Int]
    private(set) var high: [Int]

    init(_ system: AdditiveSystem, truth: [Int], witnesses: [Witness]) {
        self.truth = truth
        low = truth
        high = truth
        guard !witnesses.isEmpty else { return }
        let rows = system.equations.rowsByColumn(columns: system.count)
        var sums = [Int](repeating: 0, count: system.equations.count)
        for witness in witnesses {
            var deviations: [(cell: Int, deviation: Int)] = []
            var holds = true
            for (cell, deviation) in zip(witness.cells, witness.deviations) {
                let (cell, nearest) = (Int(cell), deviation.rounded())
                let value = truth[cell] + Int(nearest)
                if abs(deviation - nearest) > BlockAttack.noise || value < system.lower[cell]
                    || value > system.upper[cell]
                {
                    holds = false
                    break
                }
                deviations.append((cell, Int(nearest)))
            }
            guard holds else { continue }
            var touched: [Int] = []
            for (cell, deviation) in deviations {
                for place in rows.starts[cell]..<rows.starts[cell + 1] {
                    let row = Int(rows.rows[place])
                    touched.append(row)
                    let members = system.equations.members(of: row)
                    if let member = members.first(where: { Int(system.equations.columns[$0]) == cell }) {
                        sums[row] += Int(system.equations.signs[member]) * deviation
                    }
                }
            }
            holds = touched.allSatisfy { sums[$0] == 0 }
            for row in touched { sums[row] = 0 }
            guard holds else { continue }
            for (cell, deviation) in deviations {
                low[cell] = min(low[cell], truth[cell] + deviation)
                high[cell] = max(high[cell], truth[cell] + deviation)
            }
        }
    }
}
