import Vocabulary

/// A form that somebody asks to be filled: which released figure belongs into each of its cells (B87).
///
/// It is a table, one row a cell: `cell` (its name on the form, once each) and, where the house has a figure for it,
/// `table` and `where` (`year=2023;sex=female`; what is not named is taken as its total); `label` and `explanation` may
/// stand beside.
package struct DataRequest: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        /// The name on the form: `3.2.a`.
        package let name: String
        package let label: String
        /// The released table that holds the figure; nil where none is known to.
        package let table: String?
        /// Codes by dimension.
        package let codes: [String: String]
        /// Why the figure differs from one that was given before; nil where nothing is said.
        package let explanation: String?

        package init(
            name: String, label: String = "", table: String?, codes: [String: String] = [:], explanation: String? = nil
        ) {
            (self.name, self.label, self.table) = (name, label, table)
            (self.codes, self.explanation) = (codes, explanation)
        }

        /// The codes as they are written, sorted by dimension.
        package var selection: String {
            codes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ";")
        }

        /// What is asked for, whatever the form calls it: the same question on two forms has the same.
        var question: String? { table.map { "\($0)?\(selection)" } }
    }

    /// In the order of the form.
    package let cells: [Cell]

    package static let columns = ["cell", "table", "where", "label", "explanation"]

    package init(_ cells: [Cell]) { self.cells = cells }

    /// Reads the rows of a form.
    ///
    /// - Parameter rows: With the number of each row as a spreadsheet shows it.
    /// - Throws: ``PublicationFailure/requestUnreadable(problems:)`` with everything that is wrong, row by row.
    package init(header: [String], rows: [(number: Int, cells: [String])]) throws(PublicationFailure) {
        var problems: [String] = []
        for column in ["cell", "table", "where"] where !header.contains(column) {
            problems.append("row 1: there is no column “\(column)”")
        }
        for column in header where !DataRequest.columns.contains(column) {
            problems.append("row 1: nobody knows the column “\(column)”")
        }
        if rows.isEmpty { problems.append("there is no row below the header") }
        guard problems.isEmpty else { throw .requestUnreadable(problems: problems) }
        var cells: [Cell] = []
        var seen: Set<String> = []
        for row in rows {
            let values = Dictionary(zip(header, row.cells), uniquingKeysWith: { first, _ in first })
            do throws(Fault) {
                let cell = try DataRequest.cell(values)
                guard seen.insert(cell.name).inserted else {
                    throw Fault(what: "the cell “\(cell.name)” was there before")
                }
                cells.append(cell)
            } catch { problems.append("row \(row.number): \(error.what)") }
        }
        guard problems.isEmpty else { throw .requestUnreadable(problems: problems) }
        self.cells = cells
    }

    private struct Fault: Error { let what: String }

    private static func cell(_ values: [String: String]) throws(Fault) -> Cell {
        func filled(_ column: String) -> String? { values[column].flatMap { $0.isEmpty ? nil : $0 } }
        guard let name = filled("cell") else { throw Fault(what: "the cell has no name") }
        var codes: [String: String] = [:]
        for part in (filled("where") ?? "").split(separator: ";") {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false).map { side in
                String(side.filter { !$0.isWhitespace })
            }
            guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
                throw Fault(what: "“\(part)” is not DIMENSION=CODE")
            }
            guard codes.updateValue(sides[1], forKey: sides[0]) == nil else {
                throw Fault(what: "the dimension “\(sides[0])” is named twice")
            }
        }
        guard filled("table") != nil || codes.isEmpty else { throw Fault(what: "codes without a table") }
        return Cell(
            name: name, label: filled("label") ?? "", table: filled("table"), codes: codes,
            explanation: filled("explanation"))
    }
}
