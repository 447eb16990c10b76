/// The attack on tables as they were published: what can somebody who reads all of them work out?
///
/// Uses nothing but what is printed: counts, markers, total codes and the hierarchies given.
package struct PlainAudit: Sendable {
    package let layout: PlainLayout
    /// A cell printed as withheld of any size must stay open by so much; one printed as `<5` by what `<5` says.
    package let minimumWidth: Int

    package init(layout: PlainLayout, minimumWidth: Int = 4) {
        self.layout = layout
        self.minimumWidth = minimumWidth
    }

    /// Attacks the tables together: rows with the same codes in two tables are one cell.
    ///
    /// - Throws: ``DisclosureFailure/tableUnreadable(reason:)`` where a column is missing. All else that is wrong in
    ///   a table is a finding of the report.
    package func report(on tables: [PlainTable]) throws(DisclosureFailure) -> AuditReport {
        var cells = try PlainCells(tables, layout: layout)
        try cells.addInnerCells(layout)
        var contradictions: [AuditReport.Inconsistency] = []
        let system = printed(cells, &contradictions)
        let outcome = Attack(system: system).run()
        contradictions += outcome.conflicts.map {
            AuditReport.Inconsistency(equation: cells.equationName($0.row), amount: $0.amount)
        }
        let undecided = Set(outcome.undecided)
        let listed = withheld(cells, tables: tables) { cell, row in
            let isExact = outcome.isExact(cell)
            let isNarrow = !outcome.interval(cell).isAtLeast(system.required[cell])
            let verdict: AuditReport.Verdict =
                isExact ? .exact : isNarrow ? .narrow : undecided.contains(cell) ? .undecided : .open
            return AuditReport.Cell(
                table: tables[row.table].name, row: row.row + 2, name: cells.name(of: cell),
                printed: tables[row.table].rows[row.row][valueColumn(tables[row.table])],
                interval: outcome.interval(cell), isComplete: outcome.isComplete[cell], verdict: verdict,
                because: isExact || isNarrow ? because(cell, cells, outcome, tables) : [])
        }
        return AuditReport(
            summary: AuditSummary(
                cells: cells.rows.reduce(0) { $0 + $1.count }, withheld: listed.count,
                exactlyRecoverable: listed.count { $0.verdict == .exact },
                narrow: listed.count { $0.verdict == .narrow }, inconsistent: contradictions.count),
            undecided: listed.count { $0.verdict == .undecided }, cells: listed, inconsistencies: contradictions,
            findings: cells.findings, work: outcome.work)
    }

    private func valueColumn(_ table: PlainTable) -> Int { table.header.firstIndex(of: layout.value) ?? 0 }

    private func withheld(
        _ cells: PlainCells, tables: [PlainTable], _ entry: (Int, PlainCells.Row) -> AuditReport.Cell
    ) -> [AuditReport.Cell] {
        var listed: [AuditReport.Cell] = []
        for table in tables.indices {
            for cell in cells.cellOfRow[table] where cell >= 0 {
                for row in cells.rows[cell] where row.table == table {
                    if case .withheld = row.value { listed.append(entry(cell, row)) }
                }
            }
        }
        return listed
    }

    /// What is printed of each cell. Two tables that print different counts contradict each other: the first is used.
    private func printed(_ cells: PlainCells, _ contradictions: inout [AuditReport.Inconsistency]) -> AdditiveSystem {
        let mayBeZero = cells.tables.indices.map { table in layout.withheldMayBeZero ?? !printsZero(cells, table) }
        var system = AdditiveSystem(cells: cells.count)
        for cell in 0..<cells.count {
            for row in cells.rows[cell] {
                switch row.value {
                case .count(let count):
                    if count < system.lower[cell] || count > system.upper[cell] {
                        let amount = max(system.lower[cell] - count, count - system.upper[cell])
                        contradictions.append(
                            AuditReport.Inconsistency(
                                equation: "\(cells.name(of: cell)): one figure in each of two tables", amount: amount))
                    } else {
                        system.fix(cell, at: count)
                    }
                case .withheld(let limit):
                    let low = mayBeZero[row.table] ? 0 : 1
                    let high = limit.map { $0 - 1 } ?? AdditiveSystem.unbounded
                    system.required[cell] = max(system.required[cell], min(minimumWidth, high - low))
                    if system.isFixed(cell) {
                        if system.lower[cell] < low || system.lower[cell] > high {
                            contradictions.append(
                                AuditReport.Inconsistency(
                                    equation: "\(cells.name(of: cell)): printed in one table, withheld in another",
                                    amount: max(low - system.lower[cell], system.lower[cell] - high)))
                        }
                    } else {
                        system.lower[cell] = max(system.lower[cell], low)
                        system.upper[cell] = min(system.upper[cell], high)
                    }
                case .notReported, .unreadable: break
                }
            }
        }
        system.equations = cells.equations
        return system
    }

    private func printsZero(_ cells: PlainCells, _ table: Int) -> Bool {
        cells.cellOfRow[table].contains { cell in
            cell >= 0 && cells.rows[cell].contains { $0.table == table && $0.value == .count(0) }
        }
    }

    private func because(
        _ cell: Int, _ cells: PlainCells, _ outcome: Attack.Outcome, _ tables: [PlainTable]
    ) -> [String] {
        for row in cells.rows[cell] {
            if case .count(let count) = row.value { return ["printed as \(count) in \(tables[row.table].name)"] }
        }
        return (outcome.pins[cell] ?? []).map(cells.equationName)
    }
}
