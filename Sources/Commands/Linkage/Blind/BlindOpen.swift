import ArgumentParser
import Foundation
import Intake
import Linkage

struct BlindOpen: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Say which of your records the tokens in a list of pairs are.",
        discussion: """
            With your own list of tokens, the other agency's tokens stay as they are. With both lists, the result is pairs \
            of rows, as “rapporteur link evaluate” reads them.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.ownFiles

    @Option(help: "The list of pairs that “rapporteur blind match” wrote.")
    var pairs: String

    @Option(parsing: .upToNextOption, help: "Lists of tokens that “rapporteur blind encode” wrote.")
    var tokens: [String]

    @Option(help: "The file to write, CSV.")
    var out: String

    private struct Place {
        let row: String
        let id: String
    }

    func run() throws {
        var placesOf: [String: [Place]] = [:]
        for file in tokens { try read(file, into: &placesOf) }
        let table = try WholeTable(FileBytes(path: pairs))
        let columns = try BlindReport.pairColumns.map { name in
            guard let place = table.header.firstIndex(of: name) else {
                throw LinkageFailure.unknownColumn(name: name, known: table.header)
            }
            return place
        }
        var text = CSVText.line(["id_1", "id_2", "file_1", "row_1", "file_2", "row_2", "value", "person"]) + "\n"
        for row in table.rows where row.cells.count == table.header.count {
            let cells = columns.map { row.cells[$0] }
            for one in placesOf[cells[0]] ?? [Place(row: "", id: cells[0])] {
                for other in placesOf[cells[1]] ?? [Place(row: "", id: cells[1])] {
                    text +=
                        CSVText.line([
                            one.id, other.id, cells[2], one.row, cells[3], other.row, cells[4], cells[5],
                        ]) + "\n"
                }
            }
        }
        try LinkOutput.write(text, to: out)
    }

    /// The records of each token: all of its person.
    private func read(_ file: String, into places: inout [String: [Place]]) throws {
        let table = try WholeTable(FileBytes(path: file))
        let columns = try BlindEncoding.Encoded.tokenColumns.map { name in
            guard let place = table.header.firstIndex(of: name) else {
                throw LinkageFailure.unknownColumn(name: name, known: table.header)
            }
            return place
        }
        let rows = table.rows.filter { $0.cells.count == table.header.count }
        let ofPerson = Dictionary(grouping: rows) { $0.cells[columns[3]] }
        for row in rows {
            places[row.cells[columns[0]]] = ofPerson[row.cells[columns[3]]]?.map {
                Place(row: $0.cells[columns[1]], id: $0.cells[columns[2]])
            }
        }
    }
}
