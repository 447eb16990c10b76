import ArgumentParser
import Foundation
import Intake
import Linkage
import Mechanisms

struct LinkEvaluate: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Compare the pairs of a run with the truth.",
        discussion: """
            Records with the same text in the key column are one person; records with none are nobody else's. In one \
            file all pairs count, of several files the pairs across them.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.ownFiles

    @Option(help: "The file of pairs that `rapporteur link` wrote.")
    var pairs: String

    @Option(parsing: .upToNextOption, help: "The files that were linked, in the same order.")
    var truth: [String]

    @Option(help: "The column whose equal texts are one person.")
    var key: String

    @Option(help: "How the result is written.")
    var format: OutputFormat = .text

    func run() throws {
        let keys = try truth.map(keyOfRow)
        let found = try foundPairs(keys)
        let all = truePairs(keys)
        let precision = found.all > 0 ? Double(found.right) / Double(found.all) : 0
        let recall = all > 0 ? Double(found.right) / Double(all) : 0
        let f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        switch format {
        case .json:
            let value = JSON.members([
                "precision": .decimal(precision), "recall": .decimal(recall), "f1": .decimal(f1),
                "truePairs": .number(all), "foundPairs": .number(found.all), "rightPairs": .number(found.right),
            ])
            print(value.text())
        case .csv:
            print("precision,recall,f1,truePairs,foundPairs,rightPairs")
            print("\(precision),\(recall),\(f1),\(all),\(found.all),\(found.right)")
        case .text:
            print(
                "precision \(LinkOutput.rounded(precision, 4)), recall \(LinkOutput.rounded(recall, 4)), "
                    + "F1 \(LinkOutput.rounded(f1, 4)): \(found.right) of \(all) pairs, \(found.all) found")
        }
    }

    /// The key of every row of a file, by the row's number.
    private func keyOfRow(_ file: String) throws -> [Int: String] {
        var rows = try TableRows(FileBytes(path: file))
        guard let place = rows.header.firstIndex(of: key) else {
            throw LinkageFailure.unknownColumn(name: key, known: rows.header)
        }
        var keys: [Int: String] = [:]
        var row = Row()
        while try rows.next(into: &row) { keys[row.number] = row.trimmed(place) }
        return keys
    }

    private func foundPairs(_ keys: [[Int: String]]) throws -> (all: Int, right: Int) {
        var rows = try TableRows(FileBytes(path: pairs))
        let places = try ["file_1", "row_1", "file_2", "row_2"].map { name in
            guard let place = rows.header.firstIndex(of: name) else {
                throw LinkageFailure.unknownColumn(name: name, known: rows.header)
            }
            return place
        }
        var (all, right) = (0, 0)
        var seen: Set<[Int]> = []
        var row = Row()
        while try rows.next(into: &row) {
            let numbers = places.map { Int(row.trimmed($0)) ?? 0 }
            let (first, second) = (Array(numbers[..<2]), Array(numbers[2...]))
            guard keys.indices.contains(first[0] - 1), keys.indices.contains(second[0] - 1),
                let one = keys[first[0] - 1][first[1]], let other = keys[second[0] - 1][second[1]]
            else {
                throw CommandFailure.malformed(
                    file: URL(filePath: pairs).lastPathComponent,
                    detail: "row \(row.number) names a record that the files of the truth lack")
            }
            let isFirst = first.lexicographicallyPrecedes(second)
            guard seen.insert(isFirst ? first + second : second + first).inserted else { continue }
            all += 1
            if !one.isEmpty, one == other { right += 1 }
        }
        return (all, right)
    }

    private func truePairs(_ keys: [[Int: String]]) -> Int {
        func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
        let counts = keys.map { Dictionary($0.values.filter { !$0.isEmpty }.map { ($0, 1) }, uniquingKeysWith: +) }
        if counts.count == 1 { return counts[0].values.reduce(0) { $0 + pairs($1) } }
        let together = counts.reduce(into: [String: Int]()) { $0.merge($1, uniquingKeysWith: +) }
        let within = counts.reduce(0) { $0 + $1.values.reduce(0) { $0 + pairs($1) } }
        return together.values.reduce(0) { $0 + pairs($1) } - within
    }
}
