import Vocabulary

/// Sums over time between tables, and figures of earlier tables that nobody in the room knows.
extension LinkedTables {
    /// Adds that a year is the sum of its quarters or months, and a quarter of its months, where the set has them all
    /// and the counts agree. A sum that is not true of the unit (persons counted once a quarter) does not agree; one
    /// that agrees by chance costs a withheld cell more and opens none.
    mutating func linkPeriods() {
        var parts: [Int: [Period.Precision: [Int]]] = [:]
        var present: [UInt64: Set<Period>] = [:]
        for (cell, key) in index.keysOfCells.enumerated() {
            guard let period = key.period, let scope = key.codes.first else { continue }
            present[scope, default: []].insert(period)
            for coarser in [Period.Precision.year, .quarter] where coarser < period.precision {
                guard let whole = period.coarsened(to: coarser).flatMap({ index.find(cell, in: $0) }) else { continue }
                parts[whole, default: [:]][period.precision, default: []].append(cell)
            }
        }
        for (whole, byPrecision) in parts.sorted(by: { $0.key < $1.key }) {
            for (precision, cells) in byPrecision.sorted(by: { $0.key < $1.key }) {
                let isCertain = unknown[whole] == nil && cells.allSatisfy { unknown[$0] == nil }
                let agrees = counts[whole] == cells.reduce(0) { $0 + counts[$1] }
                guard isCertain ? agrees : isComplete(cells, of: whole, precision, present) else { continue }
                add(
                    whole: whole, parts: cells,
                    from: Origin(frame: origins[whole].frame, gridCell: origins[whole].gridCell, dimension: nil))
            }
        }
    }

    /// Whether every part of the period is there that anything was counted in.
    private func isComplete(
        _ cells: [Int], of whole: Int, _ precision: Period.Precision, _ present: [UInt64: Set<Period>]
    ) -> Bool {
        let key = index.keysOfCells[whole]
        guard let period = key.period, let scope = key.codes.first else { return false }
        let wanted = present[scope, default: []].filter { $0.precision == precision && period.contains($0) }
        return wanted.isSubset(of: cells.compactMap { index.keysOfCells[$0].period })
    }

    /// Gives the figures that earlier tables withheld some values with which everything adds up, so that a search has
    /// a place to start from. What the attack concludes does not depend on which.
    ///
    /// Equations that no values fit are of editions that differ: they are forgotten.
    mutating func settleUnknown() {
        guard !unknown.isEmpty else { return }
        var system = AdditiveSystem(cells: counts.count)
        for cell in counts.indices {
            if let rule = unknown[cell] {
                system.lower[cell] = rule.mayWithholdZeros ? 0 : 1
            } else {
                system.fix(cell, at: counts[cell])
            }
        }
        system.equations = equations
        let found = WholePoint(system)
        counts = found.values
        drop(found.dropped)
    }
}
