import Disclosure
import Tables
import Vocabulary

/// A released table as SDMX-CSV 2.0: the form that Eurostat's and other agencies' tools read.
///
/// A missing value is `NaN`, never an empty cell, which common clients refuse; `OBS_STATUS` says why (M not reported,
/// Q withheld), `CONF_STATUS` whether it is confidential (C) or free (F).
struct TableSDMX {
    private let table: ReleasedTable
    private let release: Int
    private let time: Int?

    init(_ table: ReleasedTable, release: Int) {
        self.table = table
        self.release = release
        time = table.dimensions.firstIndex(where: \.isTime)
    }

    /// `RAPPORTEUR:DF_VICTIMS_BY_ORGANISATION(1.0.N)`, N the release.
    var structure: String { "RAPPORTEUR:DF_\(TableSDMX.identifier(table.name))(1.0.\(release))" }

    func bytes() -> [UInt8] {
        var writer = CSVWriter()
        let others = table.dimensions.indices.filter { $0 != time }
        writer.write(
            ["STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ"]
                + others.map { TableSDMX.identifier(table.dimensions[$0].name) }
                + ["UNIT_MEASURE", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS"])
        for cell in table.figures {
            guard let (frequency, period) = timePeriod(of: cell) else { continue }
            let codes = others.map { place in
                cell.coordinates[place].map { table.dimensions[place].categories[$0].code } ?? TableCSV.total
            }
            writer.write(
                ["dataflow", structure, "I", frequency] + codes
                    + [TableSDMX.identifier(table.unit.rawValue), period] + TableSDMX.observation(cell.outcome))
        }
        return writer.bytes
    }

    private static func observation(_ outcome: ReleasedTable.Outcome) -> [String] {
        switch outcome {
        case .published(let count): [String(count), "A", "F"]
        // D for secondary confidentiality is not used: it would tell which of the withheld figures are small.
        case .withheldPrimary, .withheldComplementary: ["NaN", "Q", "C"]
        case .notReported: ["NaN", "M", "F"]
        }
    }

    /// Nil for records whose period nobody knows: SDMX has no place for them, the CSV file has.
    private func timePeriod(of cell: ReleasedTable.Cell) -> (frequency: String, period: String)? {
        if let time, let place = cell.coordinates[time] {
            return Period(table.dimensions[time].categories[place].code).map(TableSDMX.standard)
        }
        if let period = table.period { return TableSDMX.standard(period) }
        guard let time else { return ("_Z", "") }
        return ("_Z", TableSDMX.range(table.dimensions[time].categories.compactMap { Period($0.code) }))
    }

    private static func standard(_ period: Period) -> (String, String) {
        switch period.precision {
        case .year: ("A", period.description)
        case .quarter: ("Q", period.description)
        case .month: ("M", period.description)
        case .day: ("D", period.description)
        }
    }

    /// The whole stretch as start and duration in months: `2022-04-01/P18M`.
    private static func range(_ periods: [Period]) -> String {
        guard let first = periods.map(\.start).min(), let last = periods.map(\.end).max() else { return "" }
        let months = (last.year - first.year) * 12 + last.month - first.month + 1
        return "\(first)/P\(months)M"
    }

    /// Upper case with underscores, as SDMX writes the ids of dimensions.
    static func identifier(_ name: String) -> String { name.uppercased().replacing("-", with: "_") }
}
