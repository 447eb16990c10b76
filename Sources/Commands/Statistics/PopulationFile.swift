import Intake
import Statistics

/// Inhabitants of each stratum: the columns of strata, and the column `population`.
enum PopulationFile {
    static func read(_ path: String, strata: [String]) throws -> [[String]: Int] {
        let whole = try WholeTable(FileBytes(path: path))
        let columns = try (strata + ["population"]).map { name in
            guard let place = whole.header.firstIndex(of: name) else {
                throw StatisticsFailure.columnMissing(name: name, known: whole.header)
            }
            return place
        }
        var populations: [[String]: Int] = [:]
        for row in whole.rows {
            let cells = columns.map { $0 < row.cells.count ? row.cells[$0] : "" }
            guard let population = cells.last.flatMap(Int.init), population >= 1 else {
                throw CommandFailure.malformed(
                    file: path, detail: "row \(row.number) has no whole number of inhabitants from 1")
            }
            populations[Array(cells.dropLast())] = population
        }
        return populations
    }
}
