import ArgumentParser
import Foundation
import Intake
import Publication
import Statistics
import Vocabulary

/// How a table of capture histories, or of lists with person ids, is read: shared by the verbs of `estimate`.
struct EstimateOptions: ParsableArguments {
    @Argument(
        help: """
            CSV or XLSX: a column of 0 and 1 for each list, one of counts, any others for strata. Withheld counts may stand \
            as <5, 1-4 or c.
            """)
    var file: String

    @Option(name: .customLong("count"), help: "The column of counts; count, or the one that holds counts, if not said.")
    var count: String?

    @Option(name: .customLong("stratum"), help: "A column of strata, such as sex or year; may be repeated.")
    var strata: [String] = []

    @Option(
        name: .customLong("person"),
        help: "The file has a row for each person on each list: this column holds the person's id.")
    var person: String?

    @Option(name: .customLong("list"), help: "With --person: the column that names the list.")
    var list: String?

    @Option(help: "A withheld count stands for 1 to one below it.")
    var threshold = CountThreshold.usual

    func validate() throws {
        guard (2...1000).contains(threshold) else { throw ValidationError("The threshold is a number from 2 to 1000.") }
        guard (person == nil) == (list == nil) else {
            throw ValidationError("--person and --list go together: the columns of ids and of names of lists.")
        }
    }

    /// SHA-256 of the file, for the appendix.
    func hash() throws -> String {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw CommandFailure.unreadable(file: file, reason: "there is no such file")
        }
        return digest(of: Array(bytes))
    }

    func table() throws -> ReportedTable {
        let whole = try WholeTable(FileBytes(path: file))
        if let person, let list { return try ReportedTable(linked(whole, person: person, list: list)) }
        var reader = CaptureTableReader()
        reader.countColumn = count
        reader.strata = strata
        reader.threshold = threshold
        return try reader.read(
            header: whole.header, rows: whole.rows.map(\.cells), numbers: whole.rows.map(\.number))
    }

    private func linked(_ whole: WholeTable, person: String, list: String) throws -> CaptureTable {
        func place(_ name: String) throws -> Int {
            guard let place = whole.header.firstIndex(of: name) else {
                throw StatisticsFailure.columnMissing(name: name, known: whole.header)
            }
            return place
        }
        let (personPlace, listPlace) = (try place(person), try place(list))
        var persons: [String: [String]] = [:]
        for row in whole.rows where row.cells.count > max(personPlace, listPlace) {
            let (id, name) = (row.cells[personPlace], row.cells[listPlace])
            if !id.isEmpty, !name.isEmpty { persons[name, default: []].append(id) }
        }
        return try CaptureTable(sources: persons.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
}
