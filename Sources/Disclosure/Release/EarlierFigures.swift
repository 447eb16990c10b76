/// What readers know already from tables published before, and what follows for a new release.
///
/// Two editions of one figure are read together: their difference is the count of what was registered late. So
/// (1) where nothing has changed, a figure published then is known and stays; (2) a change from 1 to one below the
/// threshold is a small count itself, and the new figure is withheld; (3) what was withheld then stays withheld: any
/// other table that could have been true then, with the same late registrations, could be true now, so the earlier
/// figures stay as open as they were.
struct EarlierFigures {
    /// By cell of the set: the least that readers know it to be.
    private(set) var floors: [Int]
    var standings: [Pattern.Standing]

    init(floors: [Int], standings: [Pattern.Standing]) {
        self.floors = floors
        self.standings = standings
    }

    mutating func take(_ table: ReleasedTable, into linked: LinkedTables, rule: ProtectionRule) {
        let shared = linked.shared(with: table).filter { $0.cell < linked.ownCells }.map {
            ($0.cell, table.cells[$0.gridCell].outcome)
        }
        let changes = shared.compactMap { cell, outcome -> Int? in
            if case .published(let count) = outcome { linked.counts[cell] - count } else { nil }
        }
        let isUnchanged = changes.allSatisfy { $0 == 0 }
        // Registrations are hardly ever taken back; readers who see none taken back assume that none was.
        let onlyGrows = changes.allSatisfy { $0 >= 0 }
        for (cell, outcome) in shared {
            switch outcome {
            case .published(let count):
                if isUnchanged {
                    standings[cell] = .known
                } else {
                    if onlyGrows { floors[cell] = max(floors[cell], count) }
                    let change = abs(linked.counts[cell] - count)
                    if change > 0, change < rule.threshold, standings[cell] == .published { standings[cell] = .primary }
                }
            case .withheldPrimary, .withheldComplementary:
                if standings[cell] == .published { standings[cell] = .held }
            case .notReported: break
            }
        }
    }
}
