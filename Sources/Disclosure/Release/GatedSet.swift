import Tables

/// One release on its way through the gate: primary cells, complementary ones, proof, outcome.
struct GatedSet {
    private let linked: LinkedTables
    private let rule: ProtectionRule
    private let pattern: Pattern

    init(_ set: LinkedTables, earlier: [ReleasedTable], rule: ProtectionRule) throws(DisclosureFailure) {
        var linked = set
        for table in earlier { linked.remember(table) }
        try linked.addInnerCells()
        linked.linkPeriods()
        linked.settleUnknown()
        self.linked = linked
        self.rule = rule
        let lonely = rule.protectsGroups ? GatedSet.wholesInOnePart(linked) : []
        let standings: [Pattern.Standing] = linked.counts.enumerated().map { cell, count in
            if linked.inner.contains(cell) { return .hidden }
            guard cell < linked.ownCells else { return linked.unknown[cell] == nil ? .known : .held }
            if rule.isPrimary(count) || lonely.contains(cell) { return .primary }
            return count == 0 && !rule.mayWithholdZeros ? .known : .published
        }
        let floors = linked.counts.enumerated().map { cell, count in
            linked.unknown[cell].map { $0.mayWithholdZeros ? 0 : 1 } ?? (count > 0 ? 1 : 0)
        }
        var known = EarlierFigures(floors: floors, standings: standings)
        for table in earlier { known.take(table, into: linked, rule: rule) }
        let weights = linked.counts.indices.map { Pattern.weight(linked.counts[$0], totals: linked.totals[$0]) }
        let late = LateRegistrations(linked: linked, rule: rule, weights: weights)
        let editions = Dictionary(grouping: earlier, by: \.provenance.ledgerPosition).sorted { $0.key < $1.key }
        for (_, tables) in editions { try late.close(tables, &known.standings) }
        pattern = Pattern(
            counts: linked.counts, floors: known.floors, weights: weights,
            widths: GatedSet.widths(linked, known, rule), equations: linked.equations, standings: known.standings)
    }

    /// The width asked for every cell, but for figures of earlier tables that those tables alone give away already.
    private static func widths(_ linked: LinkedTables, _ known: EarlierFigures, _ rule: ProtectionRule) -> [Int] {
        var widths = Array(repeating: rule.minimumWidth, count: linked.counts.count)
        for cell in linked.inner { widths[cell] = 0 }
        let unknown = linked.unknown.keys.filter { !linked.inner.contains($0) }
        guard !unknown.isEmpty else { return widths }
        var system = AdditiveSystem(cells: linked.counts.count)
        for cell in linked.counts.indices {
            let isKnown = cell < linked.ownCells ? known.standings[cell] == .known : linked.unknown[cell] == nil
            if isKnown { system.fix(cell, at: linked.counts[cell]) } else { system.lower[cell] = known.floors[cell] }
        }
        for cell in unknown { system.required[cell] = rule.minimumWidth }
        system.equations = linked.equations
        var attack = Attack(system: system)
        attack.measuresEnds = false
        let outcome = attack.run(truth: linked.counts)
        for cell in unknown where !outcome.interval(cell).isAtLeast(rule.minimumWidth) { widths[cell] = 0 }
        return widths
    }

    /// Cells that hold all of a whole that has other parts.
    private static func wholesInOnePart(_ linked: LinkedTables) -> Set<Int> {
        var cells = Set<Int>()
        for row in 0..<linked.equations.count {
            let members = linked.equations.members(of: row)
            let parts = members.filter { linked.equations.signs[$0] > 0 }.map { Int(linked.equations.columns[$0]) }
            let filled = parts.filter { linked.counts[$0] > 0 }
            if parts.count > 1, filled.count == 1 { cells.insert(filled[0]) }
        }
        return cells
    }

    func protect() throws(DisclosureFailure) -> [ReleasedTable] {
        let safeguard = Safeguard(names: linked, contributors: contributors(), moves: BoxMoves(linked))
        let secured = try safeguard.secure(pattern)
        return released(secured.pattern, secured.outcome)
    }

    /// By category of the contributors' dimension, the cells that only this contributor's records are in, whether
    /// they name it or are a sum over contributors of which no other has a record.
    private func contributors() -> [[Int]] {
        guard let name = rule.contributors else { return [] }
        var cells: [String: Set<Int>] = [:]
        for table in linked.frames.prefix(linked.tables.count) {
            let grid = table.grid
            guard let dimension = grid.dimensions.firstIndex(where: { $0.name == name }) else { continue }
            for leaf in grid.dimensions[dimension].leaves {
                let code = grid.dimensions[dimension].categories[leaf].code
                for gridCell in 0..<grid.count where grid.digit(of: gridCell, in: dimension) == leaf + 1 {
                    let own = Int(table.cells[gridCell])
                    guard own >= 0 else { continue }
                    cells[code, default: []].insert(own)
                    for digit in grid.chains[dimension][leaf + 1].dropFirst() {
                        let wider = Int(table.cells[gridCell + (digit - leaf - 1) * grid.strides[dimension]])
                        if wider >= 0, linked.counts[wider] == linked.counts[own] { cells[code]?.insert(wider) }
                    }
                }
            }
        }
        return cells.sorted { $0.key < $1.key }.map { $0.value.sorted() }
    }

    private func released(_ pattern: Pattern, _ outcome: Attack.Outcome) -> [ReleasedTable] {
        let withheld = pattern.standings.prefix(linked.ownCells).count { $0 != .published && $0 != .known }
        let summary = AuditSummary(
            cells: linked.ownCells, withheld: withheld, exactlyRecoverable: 0, narrow: 0,
            inconsistent: outcome.conflicts.count)
        return linked.tables.indices.map { number in
            let table = linked.tables[number]
            let cells = (0..<table.grid.count).map { gridCell in
                ReleasedTable.Cell(
                    coordinates: table.grid.coordinates(of: gridCell),
                    outcome: self.outcome(linked.frames[number].cells[gridCell], pattern))
            }
            return ReleasedTable(table: table.table, cells: cells, rule: rule, audit: summary)
        }
    }

    private func outcome(_ cell: Int32, _ pattern: Pattern) -> ReleasedTable.Outcome {
        guard cell >= 0 else { return .notReported }
        return switch pattern.standings[Int(cell)] {
        case .primary: .withheldPrimary
        case .complementary, .held, .hidden: .withheldComplementary
        case .published, .known: .published(pattern.counts[Int(cell)])
        }
    }
}
