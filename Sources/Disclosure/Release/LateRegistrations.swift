import Tables

/// What was registered late between two editions, as a table of its own: a reader subtracts one edition from the other.
///
/// The difference of two editions adds up like the editions. Where both print a cell the reader knows its difference;
/// from these others follow. A difference of 1 to one below the threshold is a small count, and must not follow.
struct LateRegistrations {
    let linked: LinkedTables
    let rule: ProtectionRule
    let weights: [Double]

    /// Withholds figures of the new edition until no small difference to `editions` (tables of one ledger position) is
    /// left to be worked out.
    func close(_ editions: [ReleasedTable], _ standings: inout [Pattern.Standing]) throws(DisclosureFailure) {
        var differences: [Int: Int] = [:]
        for table in editions {
            for (gridCell, cell) in linked.shared(with: table) where cell < linked.ownCells {
                if case .published(let count) = table.cells[gridCell].outcome {
                    differences[cell] = linked.counts[cell] - count
                }
            }
        }
        guard differences.values.contains(where: { $0 != 0 }) else { return }
        let rows = linked.equations.rowsByColumn(columns: linked.counts.count)
        while let cell = smallest(differences, standings) {
            let printed = nearest(cell, rows) { standings[$0] == .published && differences[$0] != nil }
            guard let cheapest = printed.min(by: { (weights[$0], $0) < (weights[$1], $1) }) else {
                throw .cannotProtect(
                    cell: "The change of " + linked.name(of: cell),
                    equation: "the editions printed before tell it")
            }
            standings[cheapest] = .held
        }
    }

    /// The cells that are asked for and the fewest equations away.
    private func nearest(
        _ cell: Int, _ rows: (starts: [Int], rows: [Int32]), where isWanted: (Int) -> Bool
    ) -> [Int] {
        var seen: Set<Int> = [cell]
        var front = [cell]
        while !front.isEmpty {
            var next: [Int] = []
            for cell in front {
                for row in rows.rows[rows.starts[cell]..<rows.starts[cell + 1]] {
                    for member in linked.equations.members(of: Int(row)) {
                        let neighbour = Int(linked.equations.columns[member])
                        if seen.insert(neighbour).inserted { next.append(neighbour) }
                    }
                }
            }
            let wanted = next.filter(isWanted)
            if !wanted.isEmpty { return wanted }
            front = next
        }
        return []
    }

    /// The first cell with a small difference that follows from those printed.
    private func smallest(_ differences: [Int: Int], _ standings: [Pattern.Standing]) -> Int? {
        // Registrations are hardly ever taken back; readers who see none taken back assume that none was.
        let onlyGrows = differences.values.allSatisfy { $0 >= 0 }
        var system = AdditiveSystem(cells: linked.counts.count)
        for cell in linked.counts.indices {
            let isPrinted = standings[cell] == .published || standings[cell] == .known
            if let difference = differences[cell], isPrinted {
                system.fix(cell, at: difference)
            } else {
                if !onlyGrows { system.lower[cell] = -AdditiveSystem.unbounded }
                system.required[cell] = max(1, rule.threshold - 1)
            }
        }
        system.equations = linked.equations
        let outcome = Attack(system: system).run()
        return linked.counts.indices.first { cell in
            let isSmall =
                outcome.lower[cell] >= 1 && outcome.upper[cell] < rule.threshold
                || outcome.upper[cell] <= -1 && outcome.lower[cell] > -rule.threshold
            return system.required[cell] > 0 && isSmall
        }
    }
}
