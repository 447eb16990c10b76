/// Words for cells and equations, for failures and reports.
protocol CellNames {
    func name(of cell: Int) -> String
    func equationName(_ equation: Int) -> String
}

/// Completes a pattern of primary cells until the attack opens none of it.
struct Safeguard {
    let names: any CellNames
    /// Cells that one contributor knows, for each contributor that is to be reckoned with.
    let contributors: [[Int]]
    /// Boxes of cells that open most cells at little cost; nil where no table is laid out as a grid.
    let moves: BoxMoves?

    /// Repairs tried before the release is refused.
    private static let repairs = 12

    struct Secured {
        let pattern: Pattern
        let outcome: Attack.Outcome
    }

    func secure(_ pattern: Pattern) throws(DisclosureFailure) -> Secured {
        var search = ComplementarySearch(pattern, moves: moves)
        try attempt { () throws(ComplementarySearch.Stuck) in try search.run() }
        if let moves {
            var pruning = BoxPruning(search.pattern, witnesses: search.witnesses, moves: moves)
            pruning.run()
            search.publish(pruning.pattern, pruning.witnesses)
        }
        var pruning = PatternPruning(search.pattern, witnesses: search.witnesses)
        pruning.run()
        search.publish(pruning.pattern, pruning.found)
        for _ in 0..<Self.repairs {
            try attempt { () throws(ComplementarySearch.Stuck) in try search.run() }
            let pattern = search.pattern
            let outcome = pattern.provingAttack().run(truth: pattern.counts, witnesses: search.witnesses)
            let weak = pattern.counts.indices.filter { isWeak($0, pattern, outcome) }
            if let first = weak.first {
                if repair(&search, weak) { continue }
                throw .stillRecoverable(
                    cell: names.name(of: first), interval: outcome.interval(first),
                    equation: equations(outcome.pins[first] ?? []))
            }
            if try holdsAgainstContributors(&search) { return Secured(pattern: pattern, outcome: outcome) }
        }
        throw .repairsExhausted(repairs: Self.repairs)
    }

    private func attempt(
        _ step: () throws(ComplementarySearch.Stuck) -> Void
    ) throws(DisclosureFailure) {
        do {
            try step()
        } catch {
            throw .cannotProtect(
                cell: names.name(of: error.cell), equation: error.equation.map(names.equationName) ?? "no equation")
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

    /// Attacks once more as each contributor, who knows its own cells; where that opens cells of others, withholds
    /// what closes them and says false.
    private func holdsAgainstContributors(_ search: inout ComplementarySearch) throws(DisclosureFailure) -> Bool {
        var holds = true
        for own in contributors {
            let pattern = search.pattern
            let outcome = pattern.provingAttack(knowing: own).run(truth: pattern.counts, witnesses: search.witnesses)
            let known = Set(own)
            for cell in pattern.counts.indices where !known.contains(cell) && isWeak(cell, pattern, outcome) {
                holds = false
                try attempt { () throws(ComplementarySearch.Stuck) in try search.open(cell, holding: own) }
            }
        }
        return holds
    }

    private func equations(_ rows: [Int]) -> String {
        rows.isEmpty ? "no equation alone" : rows.prefix(4).map(names.equationName).joined(separator: "; ")
    }
}
