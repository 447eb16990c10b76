import Foundation
import Intake
import Linkage

/// Reads files of persons, row by row, into the columns that are compared.
struct LinkReader {
    let files: [String]
    let idColumns: OptionByFile
    /// What the columns of the files after the first say, where that was said of each; else it is found.
    var laterRoles: [ColumnRoles] = []

    func read(_ description: LinkDescription) throws -> LinkRecords {
        var builder: TableBuilder?
        var firstRoles: ColumnRoles?
        var state = State()
        for (number, file) in files.enumerated() {
            var rows = try TableRows(FileBytes(path: file))
            let idPlace = try idColumns[number].map { try place(of: $0, in: rows.header) }
            var first: [Row] = []
            var row = Row()
            while first.count < TableBuilder.sampleRows, try rows.next(into: &row) { first.append(row) }
            let samples = first.map { row in (0..<row.count).map { row.trimmed($0) } }
            if builder == nil {
                let roles = try description.roles ?? ColumnRoles(guessedFrom: rows.header)
                builder = try TableBuilder(
                    roles, header: rows.header, samples: samples, comparisons: description.comparisons)
            }
            let said = number == 0 || laterRoles.isEmpty ? nil : laterRoles[number - 1]
            let own = try builder?.beginSource(header: rows.header, samples: samples, roles: said)
            if number == 0 { firstRoles = own } else if said == nil { tell(own, after: firstRoles, file) }
            state.starts.append(state.rows.count)
            for row in first { state.add(row, idPlace, &builder) }
            while try rows.next(into: &row) { state.add(row, idPlace, &builder) }
        }
        guard let table = try builder?.finish() else { throw LinkageFailure.nothingToCompare(records: 0) }
        return LinkRecords(
            table: table, files: files.map { URL(filePath: $0).lastPathComponent }, starts: state.starts,
            rows: state.rows, ids: state.ids, unreadable: state.unreadable)
    }

    /// Says which columns were taken for those of the first file.
    private func tell(_ own: ColumnRoles?, after first: ColumnRoles?, _ file: String) {
        guard let own, let first else { return }
        let other = zip(first.assignments, own.assignments).filter { $0.column != $1.column }
        guard !other.isEmpty else { return }
        let words = other.map { "\($1.column) for \($0.column)" }.joined(separator: ", ")
        Talk.say("Of “\(URL(filePath: file).lastPathComponent)” was taken: \(words).")
    }

    private struct State {
        var starts: [Int] = []
        var rows: [Int32] = []
        var ids: [String] = []
        var unreadable = 0

        mutating func add(_ row: Row, _ idPlace: Int?, _ builder: inout TableBuilder?) {
            builder?.append { row.trimmed($0) }
            rows.append(Int32(truncatingIfNeeded: row.number))
            if let idPlace { ids.append(row.trimmed(idPlace)) }
            if row.faults.contains(.notText) { unreadable += 1 }
        }
    }

    private func place(of column: String, in header: [String]) throws -> Int {
        guard let place = header.firstIndex(of: column) else {
            throw LinkageFailure.unknownColumn(name: column, known: header)
        }
        return place
    }
}
