import Vocabulary

/// The cells of one or several plain tables, the same cell of two tables once, with the sums that their total codes
/// and hierarchies imply.
///
/// D411: a row has more or fewer fields than there are headings.
/// D412: a value is neither a count nor a known marker.
/// D413: the same codes stand in an earlier row.
/// D414: tables overlap in a circle too large to be attacked through the table behind them.
/// D415: tables overlap in a circle, and were protected by their common cells only: audit the result.
struct PlainCells: CellNames {
    /// One row of one table.
    struct Row {
        let table: Int
        /// In the table's rows, from 0.
        let row: Int
        let value: PlainValue
    }

    let tables: [PlainTable]
    /// By cell; empty for a margin that no table prints.
    private(set) var rows: [[Row]] = []
    private(set) var equations = SparseRows()
    private(set) var findings: [Finding] = []
    /// By table and row: the cell; -1 where the row could not be read.
    private(set) var cellOfRow: [[Int]] = []

    private var names: [String] = []
    private var equationNames: [String] = []
    private var places: [PlainKey: Int] = [:]

    /// More combinations than this behind tables that overlap in a circle are not attacked, and a finding says so.
    private static let innerAtMost = 50_000

    init(_ tables: [PlainTable], layout: PlainLayout) throws(DisclosureFailure) {
        self.tables = tables
        for number in tables.indices { try add(number, layout) }
    }

    /// Says that the tables overlap in a circle, for whoever does not reckon with what is behind them.
    mutating func noteCircle(_ layout: PlainLayout) throws(DisclosureFailure) {
        var frames: [PlainFrame] = []
        for table in tables { frames.append(try PlainFrame(table, layout)) }
        let columns = TableCircle(frames.map { Set($0.dimensions) }).dimensions
        guard !columns.isEmpty else { return }
        findings.append(
            Finding(
                code: "D415", weight: .warning,
                message:
                    "The tables overlap in a circle (\(columns.joined(separator: ", "))); they are protected through "
                    + "their common cells, not through the combinations behind them",
                remedy: "Audit the result: the audit reckons with the combinations."))
    }

    /// Adds the combinations that no table shows, where tables overlap in a circle: there must be whole numbers for them.
    mutating func addInnerCells(_ layout: PlainLayout) throws(DisclosureFailure) {
        var frames: [PlainFrame] = []
        for table in tables { frames.append(try PlainFrame(table, layout)) }
        let columns = TableCircle(frames.map { Set($0.dimensions) }).dimensions
        guard !columns.isEmpty else { return }
        let codes = columns.map { column in Set(frames.flatMap { $0.leaves(of: column) }).sorted() }
        guard codes.reduce(1, { $0.multipliedReportingOverflow(by: $1.count).partialValue }) <= Self.innerAtMost else {
            findings.append(
                Finding(
                    code: "D414", weight: .warning,
                    message: "The tables overlap in a circle (\(columns.joined(separator: ", "))) with more than "
                        + "\(Self.innerAtMost) combinations behind them; these were not reckoned with",
                    remedy: "Cells may be narrower than the report says. Audit with fewer categories."))
            return
        }
        let totals = columns.map { layout.totals[$0] ?? layout.total }
        var combinations: [[String]] = [[]]
        for code in codes { combinations = combinations.flatMap { head in code.map { head + [$0] } } }
        let inner = PlainTable(
            name: "behind the tables", header: columns + [layout.value],
            rows: ([totals] + combinations).map { $0 + [""] })
        let frame = try PlainFrame(inner, layout)
        let cells = combinations.map { combination in
            let key = frame.key(of: combination + [""])
            return (key: key, cell: cell(key, frame.name(of: key)))
        }
        addEquations(frame, cells, layout)
    }

    var count: Int { rows.count }

    func name(of cell: Int) -> String { names[cell] }
    func equationName(_ equation: Int) -> String { equationNames[equation] }

    /// Whether some table gives a count or a marker for it.
    func isPrinted(_ cell: Int) -> Bool {
        rows[cell].contains { $0.value != .notReported && $0.value != .unreadable }
    }

    private mutating func add(_ number: Int, _ layout: PlainLayout) throws(DisclosureFailure) {
        let table = tables[number]
        let frame = try PlainFrame(table, layout)
        cellOfRow.append(Array(repeating: -1, count: table.rows.count))
        var cells: [(key: PlainKey, cell: Int)] = []
        for (place, row) in table.rows.enumerated() {
            guard row.count == table.header.count else {
                find("D411", place, nil, "\(row.count) fields under \(table.header.count) headings", "Correct the row.")
                continue
            }
            let value = PlainValue(row[frame.value], layout: layout)
            if value == .unreadable {
                find(
                    "D412", place, layout.value, "neither a count nor a known marker",
                    "Give whole numbers, or name the marker as withheld or not reported.")
            }
            let key = frame.key(of: row)
            let cell = self.cell(key, frame.name(of: key))
            if let twin = rows[cell].first(where: { $0.table == number }) {
                let isSame = twin.value == value
                find(
                    "D413", place, nil, "the same codes as in row \(twin.row + 2)\(isSame ? "" : ", another value")",
                    "Delete one of the two; the first was used.", isSame ? .warning : .error)
                continue
            }
            rows[cell].append(Row(table: number, row: place, value: value))
            cellOfRow[number][place] = cell
            cells.append((key, cell))
        }
        addEquations(frame, cells, layout)
    }

    /// Every printed cell adds into its whole along every dimension that has a total; wholes that are not printed
    /// are cells too, since two equations may share one.
    private mutating func addEquations(
        _ frame: PlainFrame, _ printed: [(key: PlainKey, cell: Int)], _ layout: PlainLayout
    ) {
        var lines: [Int: [(whole: Int, parts: [Int])]] = [:]
        var order: [(dimension: Int, whole: PlainKey)] = []
        var lineOf: [Int: [PlainKey: Int]] = [:]
        var queue = printed
        var seen = Set(printed.map(\.cell))
        let limit = 6 * printed.count + 1000
        var next = 0
        while next < queue.count {
            let (key, cell) = queue[next]
            next += 1
            for dimension in frame.dimensions.indices {
                guard let wholeKey = frame.whole(of: key, over: dimension) else { continue }
                let whole = self.cell(wholeKey, frame.name(of: wholeKey))
                if seen.insert(whole).inserted, queue.count < limit { queue.append((wholeKey, whole)) }
                if let line = lineOf[dimension]?[wholeKey] {
                    lines[dimension]?[line].parts.append(cell)
                } else {
                    lineOf[dimension, default: [:]][wholeKey] = lines[dimension]?.count ?? 0
                    lines[dimension, default: []].append((whole, [cell]))
                    order.append((dimension, wholeKey))
                }
            }
        }
        for (dimension, wholeKey) in order {
            guard let place = lineOf[dimension]?[wholeKey], let line = lines[dimension]?[place] else { continue }
            var parts = line.parts
            if layout.absence == .unknown {
                for part in frame.parts(of: wholeKey, over: dimension) where places[part] == nil {
                    parts.append(cell(part, frame.name(of: part)))
                }
            }
            equations.append(whole: line.whole, parts: parts)
            equationNames.append(
                "\(frame.table): \(frame.name(of: wholeKey)) = sum of \(parts.count) over \(frame.dimensions[dimension])"
            )
        }
    }

    private mutating func cell(_ key: PlainKey, _ name: @autoclosure () -> String) -> Int {
        if let place = places[key] { return place }
        places[key] = rows.count
        rows.append([])
        names.append(name())
        return rows.count - 1
    }

    private mutating func find(
        _ code: String, _ row: Int, _ column: String?, _ message: String, _ remedy: String,
        _ weight: Finding.Weight = .error
    ) {
        findings.append(
            Finding(
                code: code, weight: weight, place: Finding.Place(row: row + 2, column: column), message: message,
                remedy: remedy))
    }
}
