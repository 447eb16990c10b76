import Foundation
import Intake
import Linkage
import Mechanisms

/// The results of a run as files and as a summary.
struct LinkOutput {
    let records: LinkRecords
    let result: LinkResult

    static let pairColumns = [
        "id_1", "id_2", "file_1", "row_1", "file_2", "row_2", "probability", "weight", "person", "basis",
    ]

    func writePairs(to place: String) throws {
        try LinkOutput.write(LinkOutput.pairColumns, to: place, rows: result.pairs.lazy.map(row))
    }

    private func row(_ pair: LinkResult.Pair) -> [String] {
        [
            records.id(of: pair.first), records.id(of: pair.second), String(records.source(of: pair.first) + 1),
            String(records.rows[pair.first]), String(records.source(of: pair.second) + 1),
            String(records.rows[pair.second]), LinkOutput.rounded(pair.probability, 6),
            LinkOutput.rounded(pair.weight, 3), result.groups[pair.group].id, pair.isImplied ? "group" : "pair",
        ]
    }

    static let scoreColumns = ["file_1", "row_1", "file_2", "row_2", "probability", "weight"]

    /// Every pair that was scored one in a hundred or more, as it was scored: before persons were made of them.
    func writeScores(to place: String) throws {
        let rows = result.scored.lazy.map { pair in
            let (one, other) = (Int(pair.second), Int(pair.first))
            return [
                String(records.source(of: one) + 1), String(records.rows[one]), String(records.source(of: other) + 1),
                String(records.rows[other]), LinkOutput.rounded(pair.probability, 6),
                LinkOutput.rounded(Double(pair.logOdds), 3),
            ]
        }
        try LinkOutput.write(LinkOutput.scoreColumns, to: place, rows: rows)
    }

    static let groupColumns = ["person", "file", "row", "id", "records", "weakest", "mean", "look"]

    func writeGroups(to place: String) throws {
        let rows = result.groups.lazy.flatMap { group in
            group.records.lazy.map { record in
                [
                    group.id, String(records.source(of: record) + 1), String(records.rows[record]),
                    records.id(of: record), String(group.records.count), LinkOutput.rounded(group.weakest, 4),
                    LinkOutput.rounded(group.mean, 4), group.weakBridges.isEmpty ? "" : "weak-bridge",
                ]
            }
        }
        try LinkOutput.write(LinkOutput.groupColumns, to: place, rows: rows)
    }

    /// The person of each record of an earlier run, by what names the record.
    static func readGroups(_ place: String) throws -> [String: String] {
        let table = try WholeTable(FileBytes(path: place))
        guard let person = table.header.firstIndex(of: "person"), let file = table.header.firstIndex(of: "file"),
            let id = table.header.firstIndex(of: "id")
        else {
            throw CommandFailure.malformed(
                file: URL(filePath: place).lastPathComponent, detail: "it has no columns person, file and id")
        }
        var known: [String: String] = [:]
        for row in table.rows where row.cells.count > max(person, file, id) {
            known["\(row.cells[file])\u{1F}\(row.cells[id])"] = row.cells[person]
        }
        return known
    }

    func summary(as format: OutputFormat) -> String {
        switch format {
        case .json: json.text(indent: 2)
        case .csv:
            (["figure,value"] + figures.map { CSVText.line([$0.key, $0.value]) }).joined(separator: "\n")
        case .text: text
        }
    }

    private var figures: KeyValuePairs<String, String> {
        let summary = result.summary
        return [
            "records": String(summary.records), "candidates": String(summary.candidates),
            "pairs": String(result.pairs.count), "groups": String(result.groups.count),
            "persons": String(persons), "expectedMatches": LinkOutput.rounded(summary.expectedMatches, 1),
            "candidateRecall": LinkOutput.rounded(summary.recall.share, 4),
            "threshold": LinkOutput.rounded(summary.threshold, 4),
        ]
    }

    /// Records that are left where each group is one person.
    var persons: Int { records.table.count - result.groups.reduce(0) { $0 + $1.records.count - 1 } }

    private var text: String {
        let summary = result.summary
        var lines = [
            "\(summary.records) records: \(result.pairs.count) pairs in \(result.groups.count) groups, "
                + "\(persons) persons.",
            "\(summary.candidates) pairs were compared; these hold an estimated "
                + "\(LinkOutput.rounded(100 * summary.recall.share, 1)) % of the pairs of one person.",
        ]
        let flagged = result.groups.count { !$0.weakBridges.isEmpty }
        if flagged > 0 { lines.append("\(flagged) groups hang together by one doubtful pair: look at them.") }
        if summary.restsOnPriors {
            lines.append("Few pairs of one person were found: what agreement is worth rests mostly on experience.")
        }
        for block in summary.cutBlocks.prefix(3) {
            lines.append("\(block.records) records agree in \(block.rule) and were compared with their likest only.")
        }
        if records.unreadable > 0 { lines.append("\(records.unreadable) rows hold characters that cannot be read.") }
        return lines.joined(separator: "\n")
    }

    var json: JSON { LinkJSON(output: self).value }

    /// A number with at most six digits behind the point, as files and pages of links show it: without a formatter, which
    /// for millions of pairs takes as long as comparing them.
    static func rounded(_ value: Double, _ digits: Int) -> String {
        guard abs(value) < 1e9 else { return String(value) }
        let scale = powersOfTen[digits]
        let (whole, part) = Int((abs(value) * Double(scale)).rounded()).quotientAndRemainder(dividingBy: scale)
        let sign = value < 0 && (whole > 0 || part > 0) ? "-" : ""
        // The one before the digits keeps their noughts.
        return digits == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(String(scale + part).dropFirst())"
    }

    private static let powersOfTen = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

    static func write(_ text: String, to place: String) throws {
        do {
            try Data(text.utf8).write(to: URL(filePath: place), options: .atomic)
        } catch {
            throw CommandFailure.unwritable(file: place, reason: "the disk or its rights do not let it")
        }
    }

    /// Rows are written as they are made: a result may be larger than memory wants.
    private static func write(_ header: [String], to place: String, rows: some Sequence<[String]>) throws {
        let part = place + ".part"
        try? FileManager.default.removeItem(atPath: part)
        let file = LazyFile(part, head: CSVText.line(header) + "\n")
        var buffer: [UInt8] = []
        for row in rows {
            CSVText.appendLine(row, to: &buffer)
            if buffer.count > 1 << 20 {
                try file.write(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try file.write(buffer)
        try file.close()
        guard rename(part, place) == 0 else {
            throw CommandFailure.unwritable(file: place, reason: "the disk or its rights do not let it")
        }
    }
}
