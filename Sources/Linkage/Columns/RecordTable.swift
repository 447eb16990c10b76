/// All records of one run as columns of numbers: about four bytes a field and record, with their values kept once.
package struct RecordTable: Sendable {
    /// What is compared, in the order of the roles.
    package let fields: [Field]
    /// How many records there are, of all sources.
    package private(set) var count = 0
    /// How many files the records come from.
    package private(set) var sources = 0
    /// Record after record, a number of a value of `tables[field]` for every field; 0 where it is missing.
    private(set) var cells: [UInt32] = []
    private(set) var tables: [ValueTable]
    /// The number of the file that each record comes from.
    private(set) var source: [UInt8] = []
    /// The first record of every source, and one past the last record.
    private(set) var sourceStarts: [Int] = []
    let readings: [DateReading?]
    /// How the dates of the source at hand are read.
    private var sourceReadings: [DateReading?]
    /// Of each field of dates, the days that stand for an unknown one.
    private var conventions: [ConventionalDays?]

    /// An empty table for a set of fields.
    init(_ plan: FieldPlan) {
        fields = plan.fields
        readings = plan.dateReadings
        sourceReadings = plan.dateReadings
        tables = plan.fields.map { ValueTable($0) }
        conventions = plan.fields.map { _ in nil }
    }

    /// Begins the records of a further file.
    ///
    /// - Parameter found: How its dates are read; nil for as those of the first.
    mutating func beginSource(readings found: [DateReading?]? = nil) {
        sourceReadings = found ?? readings
        for field in fields.indices where fields[field].kind == .date { tables[field].forgetRawTexts() }
        sourceStarts.append(count)
        sources += 1
    }

    /// Adds the record of one row.
    ///
    /// - Parameter columns: Of each field, the places of its columns in this file's header.
    mutating func append(columns: [[Int]], cell: (Int) -> String) {
        for field in fields.indices {
            let number: UInt32
            if fields[field].parts.isEmpty {
                number = tables[field].number(of: cell(columns[field][0]), reading: sourceReadings[field])
            } else {
                number = tables[field].number(of: RecordTable.date(fields[field].parts, columns[field], cell))
            }
            tables[field].noteUse(of: number)
            cells.append(number)
        }
        source.append(UInt8(truncatingIfNeeded: sources - 1))
        count += 1
    }

    /// The number of a record's value in one field.
    func cell(_ record: Int, _ field: Int) -> UInt32 { cells[record * fields.count + field] }

    /// Takes everything out of a record; its place stays.
    ///
    /// - Returns: The numbers of values that no other record has, wiped here, with the field of each.
    mutating func empty(_ record: Int) -> [(field: Int, number: UInt32)] {
        var gone: [(field: Int, number: UInt32)] = []
        for field in fields.indices {
            let place = record * fields.count + field
            let number = cells[place]
            cells[place] = 0
            if number != 0, tables[field].giveUp(number) { gone.append((field, number)) }
        }
        return gone
    }

    /// Called once after the last record: finds conventional days, and lets go of what only reading needed.
    mutating func finish() {
        for field in fields.indices {
            tables[field].forgetRawTexts()
            guard fields[field].kind == .date else { continue }
            conventions[field] = ConventionalDays(tables[field])
        }
        applyConventions()
    }

    /// Takes days that are conventions for unknown.
    mutating func applyConventions() {
        for field in fields.indices {
            if let days = conventions[field], !days.isEmpty { tables[field].keepYearOnly(where: days.contains) }
        }
    }

    /// A table of the same fields and conventions without records: for queries.
    func emptied() -> RecordTable {
        var empty = self
        empty.count = 0
        empty.sources = 0
        empty.sourceReadings = readings
        empty.cells = []
        empty.source = []
        empty.sourceStarts = []
        empty.tables = fields.map { ValueTable($0) }
        return empty
    }

    static func date(_ parts: [Role], _ columns: [Int], _ cell: (Int) -> String) -> WrittenDate {
        func digits(_ role: Role) -> [UInt8]? {
            guard let place = parts.firstIndex(of: role) else { return nil }
            let text = Array(cell(columns[place]).utf8.filter { $0 != 0x20 })
            // A year that a spreadsheet made a number: 1957.0.
            return text.isEmpty ? nil : Array(text.prefix { $0 != 0x2E })
        }
        func padded(_ digits: [UInt8]?) -> [UInt8]? { digits.map { $0.count == 1 ? [48] + $0 : $0 } }
        return WrittenDate(
            year: digits(.birthYear), month: padded(digits(.birthMonth)), day: padded(digits(.birthDay)))
    }
}
