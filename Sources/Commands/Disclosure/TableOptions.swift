import ArgumentParser
import Disclosure
import Foundation
import Intake

/// How a table of anybody's is read: shared by `protect` and `audit`.
struct TableOptions: ParsableArguments {
    @Argument(help: "CSV or XLSX files; several are taken together, since a reader has them all.")
    var files: [String]

    @Option(help: "The column of counts.")
    var value: String

    @Option(
        name: .customLong("total"),
        help: "The code of totals (default Total), or COLUMN=CODE for one column; may be repeated.")
    var totals: [String] = []

    @Option(
        name: .customLong("parent"),
        help: "COLUMN:CODE=BROADER for a code that is part of another; may be repeated.")
    var parents: [String] = []

    @Option(name: .customLong("dimension"), help: "Only these columns say what is counted; may be repeated.")
    var dimensions: [String] = []

    @Flag(help: "A combination without a row is not known; otherwise it is a zero that was left out.")
    var absentIsUnknown = false

    func validate() throws {
        _ = try layout()
        let names = files.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
        if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw ValidationError("Two tables are called “\(twice)”. Give each a name of its own.")
        }
    }

    func layout() throws -> PlainLayout {
        var layout = PlainLayout(value: value)
        layout.dimensions = dimensions.isEmpty ? nil : dimensions
        layout.absence = absentIsUnknown ? .unknown : .zero
        for total in totals {
            let parts = total.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { layout.totals[parts[0]] = parts[1] } else { layout.total = total }
        }
        for parent in parents {
            let parts = parent.split(separator: ":", maxSplits: 1).map(String.init)
            let codes = parts.last?.split(separator: "=", maxSplits: 1).map(String.init) ?? []
            guard parts.count == 2, codes.count == 2 else {
                throw ValidationError("“\(parent)” is not COLUMN:CODE=BROADER.")
            }
            layout.parents[parts[0], default: [:]][codes[0]] = codes[1]
        }
        return layout
    }

    func tables() throws -> [PlainTable] {
        let tables = try files.map { file in
            let whole = try WholeTable(FileBytes(path: file))
            return PlainTable(
                name: URL(filePath: file).lastPathComponent, header: whole.header, rows: whole.rows.map(\.cells))
        }
        // A column misspelt here would make a total an ordinary category, and the audit blind to it.
        let columns = Set(tables.flatMap(\.header))
        let layout = try layout()
        for name in layout.totals.keys.sorted() + layout.parents.keys.sorted() where !columns.contains(name) {
            throw CommandFailure.unknownName(kind: "column", name: name, known: columns.sorted())
        }
        return tables
    }
}
