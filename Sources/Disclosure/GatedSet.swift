import Tables

/// One release on its way through the gate: primary cells, complementary ones, proof, outcome.
struct GatedSet {
    private let linked: LinkedTables
    private let rule: ProtectionRule
    private var pattern: Pattern

    /// Repairs tried before the release is refused.
    private static let repairs = 12

    init(_ linked: LinkedTables, rule: ProtectionRule) {
        self.linked = linked
        self.rule = rule
        let lonely = rule.protectsGroups ? GatedSet.wholesInOnePart(linked) : []
        let standings: [Pattern.Standing] = linked.counts.enumerated().map { cell, count in
            if rule.isPrimary(count) || lonely.contains(cell) { return .primary }
            return count == 0 && !rule.mayWithholdZeros ? .known : .published
        }
        pattern = Pattern(
            counts: linked.counts,
            floors: linked.counts.map { $0 > 0 ? 1 : 0 },
            weights: linked.counts.indices.map { GatedSet.weight(linked.counts[$0], totals: linked.totals[$0]) },
            widths: Array(repeating: rule.minimumWidth, count: linked.counts.count),
            equations: linked.equations, standings: standings)
    }

    /// Readers lose more with a total than with a part, and more with a large count than with a small one.
    private static func weight(_ count: Int, totals: Int) -> Double {
        var weight = 1.0
        for _ in 0..<totals { weight *= 1.5 }
        return weight * (1 + Double(String(count).count) / 8)
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
        var search = ComplementarySearch(pattern)
        try run(&search)
        var pruning = PatternPruning(search.pattern, witnesses: search.witnesses)
        pruning.run()
        search.publish(pruning.pattern)
        for _ in 0..<Self.repairs {
            let pattern = search.pattern
            let outcome = pattern.attack.run(truth: pattern.counts)
            let weak = pattern.counts.indices.filter { isWeak($0, pattern, outcome) }
            guard let first = weak.first else { return released(pattern, outcome) }
            guard repair(&search, weak) else {
                throw .stillRecoverable(
                    cell: linked.name(of: first), interval: outcome.interval(first),
                    equation: equations(outcome.pins[first] ?? []))
            }
            try run(&search)
        }
        throw .repairsExhausted(repairs: Self.repairs)
    }

    private func run(_ search: inout ComplementarySearch) throws(DisclosureFailure) {
        do {
            try search.run()
        } catch {
            throw .cannotProtect(
                cell: linked.name(of: error.cell), equation: error.equation.map(linked.equationName) ?? "no equation")
        }
    }

    private func isWeak(_ cell: Int, _ pattern: Pattern, _ outcome: Attack.Outcome) -> Bool {
        pattern.isOpen(cell) && pattern.widths[cell] > 0
            && (!outcome.interval(cell).isAtLeast(pattern.widths[cell]) || outcome.undecided.contains(cell))
    }

    /// Withholds the cheapest published neighbour of each weak cell; false where none is left.
    private func repair(_ search: inout ComplementarySearch, _ weak: [Int]) -> Bool {
        let pattern = search.pattern
        let rows = pattern.equations.rowsByColumn(columns: pattern.counts.count)
        var isChanged = false
        for cell in weak {
            let neighbours = (rows.starts[cell]..<rows.starts[cell + 1]).flatMap { place in
                pattern.equations.members(of: Int(rows.rows[place])).map { Int(pattern.equations.columns[$0]) }
            }
            let cheapest = neighbours.filter { pattern.standings[$0] == .published }
                .min { (pattern.weights[$0], $0) < (pattern.weights[$1], $1) }
            if let cheapest {
                search.withhold(cheapest)
                isChanged = true
            }
        }
        return isChanged
    }

    private func equations(_ rows: [Int]) -> String {
        rows.isEmpty ? "no equation alone" : rows.prefix(4).map(linked.equationName).joined(separator: "; ")
    }

    private func released(_ pattern: Pattern, _ outcome: Attack.Outcome) -> [ReleasedTable] {
        let withheld = pattern.standings.count { $0 == .primary || $0 == .complementary }
        let summary = AuditSummary(
            cells: linked.counts.count, withheld: withheld, exactlyRecoverable: 0, narrow: 0,
            inconsistent: outcome.conflicts.count)
        return linked.tables.indices.map { number in
            let table = linked.tables[number]
            let cells = (0..<table.grid.count).map { gridCell in
                ReleasedTable.Cell(
                    coordinates: table.grid.coordinates(of: gridCell),
                    outcome: self.outcome(linked.cells[number][gridCell], pattern))
            }
            return ReleasedTable(table: table.table, cells: cells, rule: rule, audit: summary)
        }
    }

    private func outcome(_ cell: Int32, _ pattern: Pattern) -> ReleasedTable.Outcome {
        guard cell >= 0 else { return .notReported }
        return switch pattern.standings[Int(cell)] {
        case .primary: .withheldPrimary
        case .complementary, .hidden: .withheldComplementary
        case .published, .known: .published(pattern.counts[Int(cell)])
        }
    }
}
