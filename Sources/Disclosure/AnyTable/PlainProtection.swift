package import Vocabulary

/// The gate for anybody's table: true counts in, the same rows out with the cells withheld that must be.
package struct PlainProtection: Sendable {
    /// The rows as they may be published, and why.
    package struct Protected: Sendable {
        package let tables: [PlainTable]
        package let primary: Int
        package let complementary: Int
        package let summary: AuditSummary
        package let inconsistencies: [AuditReport.Inconsistency]
        package let findings: [Finding]
    }

    package let layout: PlainLayout
    package let rule: ProtectionRule
    /// Printed for every withheld cell: one marker for all, since two would tell which counts are small.
    package let marker: String

    package init(layout: PlainLayout, rule: ProtectionRule = ProtectionRule(), marker: String = "c") {
        self.layout = layout
        self.rule = rule
        self.marker = marker
    }

    /// Protects the tables together: rows with the same codes in two tables are one cell.
    ///
    /// Sums that do not add up are reported and left out of account; whoever knows how they came about knows more
    /// than the attack reckons with.
    ///
    /// - Throws: ``DisclosureFailure`` where a column is missing, counts are withheld already, a row cannot be read, or
    ///   no protection is possible.
    package func protect(_ tables: [PlainTable]) throws(DisclosureFailure) -> Protected {
        var cells = try PlainCells(tables, layout: layout)
        if let bad = cells.findings.first(where: { $0.weight == .error }) {
            throw .tableUnreadable(
                reason: "Row \(bad.place.row ?? 0): \(bad.message). \(bad.remedy) "
                    + "(\(cells.findings.count) findings in all.)")
        }
        try cells.noteCircle(layout)
        var system = AdditiveSystem(cells: cells.count)
        for cell in 0..<cells.count {
            for row in cells.rows[cell] {
                switch row.value {
                case .count(let count): system.fix(cell, at: count)
                case .withheld:
                    throw .tableUnreadable(
                        reason: "Row \(row.row + 2) of \(tables[row.table].name) is withheld already; protection "
                            + "needs the true counts.")
                case .notReported, .unreadable: break
                }
            }
        }
        system.equations = cells.equations
        let (values, sound, conflicts) = settled(system)
        let pattern = pattern(cells, values, sound)
        let secured = try Safeguard(names: PlainNames(cells: cells, rows: sound), contributors: [], moves: nil).secure(
            pattern)
        return protected(
            tables, cells, secured.pattern,
            conflicts.map { AuditReport.Inconsistency(equation: cells.equationName($0.row), amount: $0.amount) })
    }

    /// The value of each cell (nil where the printed ones do not settle it) and the equations that hold.
    private func settled(_ system: AdditiveSystem) -> (values: [Int?], rows: [Int], conflicts: [Attack.Conflict]) {
        let outcome = Attack(system: system).run()
        let failed = Set(outcome.conflicts.map(\.row))
        let values = (0..<system.count).map { outcome.isExact($0) ? outcome.lower[$0] : nil }
        let rows = (0..<system.equations.count).filter { row in
            !failed.contains(row)
                && system.equations.members(of: row).allSatisfy { values[Int(system.equations.columns[$0])] != nil }
        }
        return (values, rows, outcome.conflicts)
    }

    private func pattern(_ cells: PlainCells, _ values: [Int?], _ sound: [Int]) -> Pattern {
        var equations = SparseRows()
        var totals = [Int](repeating: 0, count: cells.count)
        for row in sound {
            let members = cells.equations.members(of: row).map {
                (column: Int(cells.equations.columns[$0]), sign: cells.equations.signs[$0])
            }
            for member in members where member.sign < 0 { totals[member.column] += 1 }
            equations.append(members, sum: cells.equations.sums[row])
        }
        let counts = values.map { $0 ?? 0 }
        return Pattern(
            counts: counts, floors: counts.map { $0 > 0 ? 1 : 0 },
            weights: counts.indices.map { Pattern.weight(counts[$0], totals: totals[$0]) },
            widths: (0..<cells.count).map { cells.isPrinted($0) ? rule.minimumWidth : 0 }, equations: equations,
            standings: (0..<cells.count).map { cell in
                guard cells.isPrinted(cell) else { return .hidden }
                if rule.isPrimary(counts[cell]) { return .primary }
                return counts[cell] == 0 && !rule.mayWithholdZeros ? .known : .published
            })
    }

    private func protected(
        _ tables: [PlainTable], _ cells: PlainCells, _ pattern: Pattern, _ conflicts: [AuditReport.Inconsistency]
    ) -> Protected {
        let written = tables.enumerated().map { number, table in
            let value = table.header.firstIndex(of: layout.value) ?? 0
            let rows = table.rows.enumerated().map { place, row in
                let cell = cells.cellOfRow[number][place]
                guard cell >= 0, cells.isPrinted(cell), pattern.isOpen(cell) else { return row }
                var row = row
                row[value] = marker
                return row
            }
            return PlainTable(name: table.name, header: table.header, rows: rows)
        }
        let printed = (0..<cells.count).filter(cells.isPrinted)
        let primary = printed.count { pattern.standings[$0] == .primary }
        let complementary = printed.count { pattern.standings[$0] == .complementary }
        return Protected(
            tables: written, primary: primary, complementary: complementary,
            summary: AuditSummary(
                cells: printed.count, withheld: primary + complementary, exactlyRecoverable: 0, narrow: 0,
                inconsistent: conflicts.count),
            inconsistencies: conflicts, findings: cells.findings)
    }
}

/// The names of the equations that hold.
private struct PlainNames: CellNames {
    let cells: PlainCells
    let rows: [Int]

    func name(of cell: Int) -> String { cells.name(of: cell) }
    func equationName(_ equation: Int) -> String { cells.equationName(rows[equation]) }
}
