import Intake

/// Inhabitants by dimensions of a released table, each with its source and licence: nobody uses a figure of unknown origin.
struct InhabitantsFile {
    struct Row {
        /// As a spreadsheet shows it.
        let number: Int
        /// By dimension; one that is empty in the file is all of it, and not here.
        let codes: [String: String]
        let inhabitants: Int
        let source: String
        let licence: String
    }

    /// Those of the table that the file has as columns, in its order.
    let dimensions: [String]
    let rows: [Row]

    /// - Parameter dimensions: Of the table.
    /// - Throws: K104 for a column or a cell that is missing or none of the table's.
    init(path: String, dimensions known: [String]) throws {
        let whole = try WholeTable(FileBytes(path: path))
        let own = ["population", "source", "licence"]
        guard own.allSatisfy(whole.header.contains) else {
            throw CommandFailure.malformed(file: path, detail: "it needs the columns population, source and licence")
        }
        let dimensions = whole.header.filter { !own.contains($0) && !$0.isEmpty }
        if let other = dimensions.first(where: { !known.contains($0) }) {
            throw CommandFailure.malformed(
                file: path, detail: "the table has no “\(other)”; it has \(known.joined(separator: ", "))")
        }
        self.dimensions = dimensions
        rows = try whole.rows.map { number, cells in
            func cell(_ name: String) -> String {
                whole.header.firstIndex(of: name).flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
            }
            guard let inhabitants = Int(cell("population")), inhabitants >= 1 else {
                throw CommandFailure.malformed(
                    file: path, detail: "row \(number) has no whole number of inhabitants from 1")
            }
            guard !cell("source").isEmpty, !cell("licence").isEmpty else {
                throw CommandFailure.malformed(
                    file: path, detail: "row \(number) does not say from where, and under which licence")
            }
            let codes = dimensions.map { ($0, cell($0)) }.filter { !$0.1.isEmpty }
            return Row(
                number: number, codes: Dictionary(codes, uniquingKeysWith: { first, _ in first }),
                inhabitants: inhabitants, source: cell("source"), licence: cell("licence"))
        }
    }
}
