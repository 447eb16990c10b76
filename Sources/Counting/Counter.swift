// Goals, in order: (1) the same facts give the same table; (2) every unit falls into exactly one cell; (3) “unknown”, “not
// reported” and zero stay three things; (4) a five-dimension cube over a million persons in milliseconds.
package import Tables
package import Vocabulary

/// Counts indicators from facts, by the stated rules: the only way from persons to figures.
///
/// Made once for a state of the facts (some tenths of a second for a million persons), then asked as often as wanted.
package struct Counter: Sendable {
    let facts: Facts
    let book: RowBook
    let maker: BreakdownMaker
    /// Who counts by each indicator, by its code: the same whatever is asked, but for those counted in the period asked for.
    private let selections: [String: RowSelection]

    /// - Parameter facts: As of the horizon that the figures shall be of.
    package init(facts: Facts, settings: CountingSettings) {
        self.facts = facts
        let book = RowBook(facts)
        let maker = BreakdownMaker(
            facts: facts, settings: settings, book: book,
            organisationCodes: OrganisationCodes(facts.organisations),
            forms: FormRules(list: facts.lists.forms, settings: settings))
        self.book = book
        self.maker = maker
        var selections: [String: RowSelection] = [:]
        for indicator in IndicatorBook.all where indicator.once != .askedPeriod {
            guard case .records(let kind, let population, let only) = indicator.source, let rows = book[kind] else {
                continue
            }
            selections[indicator.code] = RowSelection(
                indicator, of: population, only: only, precision: nil, rows: rows, maker: maker)
        }
        self.selections = selections
    }

    /// Counts one indicator.
    ///
    /// - Parameters:
    ///   - code: Of an indicator in ``IndicatorBook``.
    ///   - breakdowns: Names of ``Breakdown``s, each once, in the order in which the table shall have them.
    ///   - period: Only units whose period surely lies in it; those that may are counted in ``CountTable/unplaced``.
    ///   - name: Of the table; the indicator's code with the breakdowns where none is given.
    /// - Returns: Counts in the indicator's unit, with coverage, rule versions and ledger position.
    /// - Throws: C101 to C104 of ``CountingFailure``, with the list of what exists.
    package func count(
        _ code: String, by breakdowns: [String] = [], period: Period? = nil, name: String? = nil
    ) throws(CountingFailure) -> CountTable {
        let indicator = try IndicatorBook.indicator(code)
        var asked: [Breakdown] = []
        for text in breakdowns {
            guard let breakdown = Breakdown(rawValue: text), indicator.breakdowns.contains(breakdown) else {
                throw .unknownDimension(
                    text, indicator: code, existing: indicator.breakdowns.map(\.rawValue))
            }
            guard !asked.contains(breakdown) else { throw .dimensionTwice(text) }
            asked.append(breakdown)
        }
        let title = name ?? ([code] + (asked.isEmpty ? [] : ["by"] + asked.map(\.rawValue))).joined(separator: "-")
        guard case .records(let kind, let population, let only) = indicator.source, let rows = book[kind] else {
            return notReported(indicator, name: title, period: period)
        }
        let selection =
            selections[code]
            ?? RowSelection(
                indicator, of: population, only: only, precision: Counter.precision(asked, period), rows: rows,
                maker: maker)
        let cube = try Cube(
            indicator: indicator, selection: selection, breakdowns: asked, period: period, rows: rows, maker: maker)
        let coverage = CoverageReport(
            indicator, population, rows: rows, facts: facts, names: maker.organisationCodes.names, period: period)
        return cube.table(name: title, coverage: coverage, provenance: provenance(indicator, asked))
    }

    /// All tables of a definition, from the same facts: those of one indicator add up to the same total.
    package func tables(_ definition: TableDefinition, period: Period? = nil) throws(CountingFailure) -> [CountTable] {
        var tables: [CountTable] = []
        for part in definition.parts {
            tables.append(
                try count(part.indicator, by: part.breakdowns.map(\.rawValue), period: period, name: part.name))
        }
        return tables
    }

    /// The finest period that is asked for; nil for all time.
    private static func precision(_ breakdowns: [Breakdown], _ period: Period?) -> Period.Precision? {
        if breakdowns.contains(.month) { return .month }
        if breakdowns.contains(.quarter) { return .quarter }
        if breakdowns.contains(.year) { return .year }
        return period?.precision
    }

    /// A table that says that nobody reported: no cell, and everything uncovered.
    private func notReported(_ indicator: Indicator, name: String, period: Period?) -> CountTable {
        CountTable(
            name: name, unit: indicator.unit, period: period, dimensions: [], cells: [], notReported: [[]],
            coverage: Coverage(reporting: [], silent: []), provenance: provenance(indicator, []))
    }

    private func provenance(_ indicator: Indicator, _ breakdowns: [Breakdown]) -> Provenance {
        Provenance(
            rule: "\(indicator.code) \(indicator.version)", breakdownRules: breakdowns.compactMap(maker.forms.rule),
            ledgerPosition: facts.position, ledgerHash: facts.ledgerHash,
            effectiveOn: facts.horizon.effectiveOn)
    }
}
