import Foundation
import Intake
import Statistics

/// Resamples as a file: columns `cell1`, `cell2`, … for the rows of the table, then the estimate and the model of each.
struct ResampleFile {
    let path: String
    let reported: ReportedTable

    /// The resamples of the file; nil where there is none yet.
    func read() throws -> [CaptureTable]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let whole = try WholeTable(FileBytes(path: path))
        let columns = try reported.rows.indices.map { place in
            guard let column = whole.header.firstIndex(of: "cell\(place + 1)") else {
                throw StatisticsFailure.resamplesUnusable(reason: "there is no column cell\(place + 1)")
            }
            return column
        }
        if whole.header.contains("cell\(columns.count + 1)") {
            throw StatisticsFailure.resamplesUnusable(
                reason: "the table has \(columns.count) rows, and the resamples have a cell\(columns.count + 1)")
        }
        let persons = try reported.table().persons
        return try whole.rows.map { row in
            let counts = columns.map { $0 < row.cells.count ? Int(row.cells[$0]) : nil }
            let known = counts.compactMap { $0 }.filter { $0 >= 0 }
            guard known.count == counts.count else {
                throw StatisticsFailure.resamplesUnusable(reason: "row \(row.number) has a cell that is no count")
            }
            let resample = try reported.table(known)
            guard resample.persons == persons else {
                throw StatisticsFailure.resamplesUnusable(
                    reason: "row \(row.number) has \(resample.persons) persons, and the table \(persons)")
            }
            return resample
        }
    }

    func write(_ resamples: [CaptureTable], _ run: StepwiseBootstrap) throws {
        var written: Set<ListSet> = []
        // Of two rows with the same history the first takes the count.
        let isFirst = reported.rows.map { written.insert($0.history).inserted }
        var lines = [reported.rows.indices.map { "cell\($0 + 1)" } + ["estimate", "model"]]
        for (table, replicate) in zip(resamples, run.replicates) {
            let cells = zip(reported.rows, isFirst).map { $1 ? String(table[$0.history]) : "0" }
            lines.append(cells + ["\(replicate.estimate)", ModelText.digits(replicate.interactions)])
        }
        do {
            let text = lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure.unwritable(file: path, reason: "the disk or its rights do not let it")
        }
    }
}

/// Models as text.
enum ModelText {
    /// `12 13`: lists numbered from 1 in the order of the table; from the tenth list on with points, `1.10`.
    static func digits(_ terms: [ListSet]) -> String {
        let isLong = terms.contains { ($0.members.max() ?? 0) > 8 }
        return terms.map { $0.members.map { String($0 + 1) }.joined(separator: isLong ? "." : "") }
            .joined(separator: " ")
    }
}
