import Tables
import Vocabulary

/// Which rows are counted: the population, and of a person's several rows the one by which the person counts.
struct RowSelection {
    private let rows: CountingRows
    private let periods: PeriodColumn
    /// Population and phenomenon, by qualification; then a restriction to one category.
    private var terms: [CubeTerm] = []
    /// Which of the rows after the single ones count; nil where every record counts.
    private var chosen: [UInt8]?

    /// - Parameter precision: Of the periods asked for, where the indicator counts once in each of them.
    init(
        _ indicator: Indicator, of population: Population, only: Indicator.Only?, precision: Period.Precision?,
        rows: CountingRows, maker: BreakdownMaker
    ) {
        self.rows = rows
        periods = rows.periods[indicator.periodRule] ?? PeriodColumn(packed: [])
        let belongs = (0..<Qualification.count).map { bits in
            RowSelection.belongs(
                Qualification(bits: UInt8(bits)), to: population, indicator.phenomenon,
                phenomena: maker.facts.lists.phenomena)
        }
        // Where every row belongs, there is nothing to filter.
        if !rows.qualifications.allSatisfy({ belongs[Int($0)] }) {
            terms.append(CubeTerm(column: rows.qualification, lookup: belongs.map { $0 ? 0 : CubeTerm.outside }))
        }
        if let only, let made = maker.make(only.breakdown, of: rows, rule: indicator.periodRule, filter: nil) {
            let place = made.categories.firstIndex { $0.code == only.code }
            terms.append(
                CubeTerm(column: made.column, lookup: made.lookup.map { $0 == place ? 0 : CubeTerm.outside }))
        }
        let within: Period.Precision?
        switch indicator.once {
        case .record: return
        case .year: within = .year
        case .quarter: within = .quarter
        case .overall: within = nil
        case .askedPeriod: within = precision
        }
        let filters = terms
        chosen = FirstInPeriod(precision: within, periods: periods).choose(
            rows.singles..<rows.count, group: rows.group,
            mayCount: { row in filters.allSatisfy { $0.lookup[$0.column[row]] == 0 } })
    }

    static func belongs(
        _ qualification: Qualification, to population: Population, _ scope: PhenomenonScope, phenomena: CodeList
    ) -> Bool {
        let place = Int(qualification.phenomenon)
        let phenomenon = phenomena.codes.indices.contains(place) ? phenomena.codes[place].id : nil
        switch scope {
        case .trafficking: if phenomenon == "smuggling" { return false }
        case .smuggling: if phenomenon != "smuggling", phenomenon != "both" { return false }
        }
        if population == .retrafficked || population == .inCases, !qualification.isMarked { return false }
        guard let statuses = population.statuses else { return true }
        return qualification.status.map(statuses.contains) ?? false
    }

    /// Population and period.
    func filters(in period: Period?) -> [CubeTerm] {
        guard let period else { return terms }
        return terms + [filter { $0.map(period.contains) ?? false }]
    }

    /// Population, and periods that overlap with `period` without lying in it, or are not reported.
    func filters(unplacedIn period: Period) -> [CubeTerm] {
        terms + [filter { RowSelection.isUnplaced($0, in: period) }]
    }

    /// Whether any row could be one of those.
    func mayBeUnplaced(in period: Period) -> Bool {
        periods.periods.contains { RowSelection.isUnplaced($0, in: period) }
    }

    static func isUnplaced(_ found: Period?, in period: Period) -> Bool {
        guard let found else { return true }
        return !period.contains(found) && found.start <= period.end && period.start <= found.end
    }

    private func filter(_ lets: (Period?) -> Bool) -> CubeTerm {
        CubeTerm(column: periods.column, lookup: periods.periods.map { lets($0) ? 0 : CubeTerm.outside })
    }

    /// Rows a cell of a dense cube.
    func count(_ terms: [CubeTerm], cells: Int) -> [UInt32] {
        guard let chosen else { return CubeKernel.count(terms, rows: 0..<rows.count, cells: cells) }
        var counts = CubeKernel.count(terms, rows: 0..<rows.singles, cells: cells)
        let choice = CubeTerm(column: .bytes(chosen), lookup: [CubeTerm.outside, 0], firstRow: rows.singles)
        let others = CubeKernel.count(terms + [choice], rows: rows.singles..<rows.count, cells: cells)
        for cell in counts.indices { counts[cell] &+= others[cell] }
        return counts
    }

    /// Cells of a sparse cube.
    func count(_ terms: [SparseCube.Term], filters: [CubeTerm]) -> [(number: UInt64, count: Int)] {
        SparseCube.count(terms, filters: filters, rows: 0..<rows.count) { [chosen] row in
            row < rows.singles ? true : chosen.map { $0[row - rows.singles] == 1 } ?? true
        }
    }

    /// Rows that pass the filters.
    func total(_ filters: [CubeTerm]) -> Int { Int(count(filters, cells: 1)[0]) }
}
