/// What a cell counts: a code for each column that is not a total, in the order of the columns' names.
struct PlainKey: Hashable {
    fileprivate(set) var parts: [Part]

    struct Part: Hashable {
        let column: String
        let code: String
    }

    fileprivate subscript(column: String) -> String? { parts.first { $0.column == column }?.code }

    fileprivate func replacing(_ column: String, with code: String?) -> PlainKey {
        var key = self
        key.parts.removeAll { $0.column == column }
        if let code {
            let place = key.parts.firstIndex { $0.column > column } ?? key.parts.count
            key.parts.insert(Part(column: column, code: code), at: place)
        }
        return key
    }
}

/// The columns of a plain table and how codes lie below each other.
struct PlainFrame {
    let table: String
    let dimensions: [String]
    /// Place of the value column.
    let value: Int
    private let columns: [Int]
    private let layout: PlainLayout
    /// By dimension: whether a total over it is printed anywhere.
    private let hasTotal: [Bool]
    /// By dimension: codes seen, by broader code; nil for the total.
    private let codes: [[String?: [String]]]

    init(_ table: PlainTable, _ layout: PlainLayout) throws(DisclosureFailure) {
        guard let value = table.header.firstIndex(of: layout.value) else {
            throw .tableUnreadable(
                reason: "Table \(table.name) has no column \(layout.value); it has "
                    + table.header.joined(separator: ", ") + ".")
        }
        if let missing = layout.dimensions?.first(where: { !table.header.contains($0) }) {
            throw .tableUnreadable(reason: "Table \(table.name) has no column \(missing) to break down by.")
        }
        let columns = table.header.indices.filter { place in
            place != value && layout.dimensions?.contains(table.header[place]) ?? true
        }
        guard Set(columns.map { table.header[$0] }).count == columns.count else {
            throw .tableUnreadable(reason: "Two columns of table \(table.name) have one name.")
        }
        let rows = table.rows.filter { $0.count == table.header.count }
        self.table = table.name
        self.layout = layout
        self.value = value
        self.columns = columns
        dimensions = columns.map { table.header[$0] }
        hasTotal = columns.map { place in rows.contains { layout.isTotal($0[place], in: table.header[place]) } }
        codes = columns.map { place in
            let column = table.header[place]
            var byParent: [String?: [String]] = [:]
            var seen = Set<String>()
            for row in rows where !layout.isTotal(row[place], in: column) && seen.insert(row[place]).inserted {
                byParent[layout.parents[column]?[row[place]], default: []].append(row[place])
            }
            return byParent
        }
    }

    /// The codes of a column that have no narrower ones; none where it has no such column.
    func leaves(of column: String) -> [String] {
        guard let place = dimensions.firstIndex(of: column) else { return [] }
        let parents = Set(codes[place].keys.compactMap { $0 })
        return codes[place].values.flatMap { $0 }.filter { !parents.contains($0) }
    }

    func key(of row: [String]) -> PlainKey {
        let parts = zip(dimensions, columns).filter { !layout.isTotal(row[$1], in: $0) }
            .map { PlainKey.Part(column: $0, code: row[$1]) }
        return PlainKey(parts: parts.sorted { $0.column < $1.column })
    }

    /// The cell that this one is a part of along a dimension; nil for a total, and where nothing sums over it.
    func whole(of key: PlainKey, over dimension: Int) -> PlainKey? {
        let column = dimensions[dimension]
        guard let code = key[column] else { return nil }
        if let parent = layout.parents[column]?[code] { return key.replacing(column, with: parent) }
        return hasTotal[dimension] ? key.replacing(column, with: nil) : nil
    }

    /// The parts that a whole would have were the table complete.
    func parts(of whole: PlainKey, over dimension: Int) -> [PlainKey] {
        let column = dimensions[dimension]
        return (codes[dimension][whole[column]] ?? []).map { whole.replacing(column, with: $0) }
    }

    /// `sex=female, age=child`; `total` where every column is a total.
    func name(of key: PlainKey) -> String {
        key.parts.isEmpty ? "total" : key.parts.map { "\($0.column)=\($0.code)" }.joined(separator: ", ")
    }
}
