import Publication

/// In which forms a list leaves the house.
enum TableFile {
    /// Rows of one file.
    static let mostRows = 5_000

    enum Kind: String, Sendable, CaseIterable {
        case csv, xlsx

        var export: Export {
            switch self {
            case .csv: .listAsCSV
            case .xlsx: .listAsWorkbook
            }
        }

        var mediaType: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        }

        /// The marking stands in a column of each row, so that no row loses it; a workbook prints it on every sheet too.
        func bytes(of table: RecordTable) -> [UInt8] {
            switch self {
            case .csv:
                var writer = CSVWriter()
                writer.write(table.columns)
                for row in table.rows { writer.write(row) }
                return writer.bytes
            case .xlsx: return Workbook.bytes(of: table)
            }
        }
    }
}
