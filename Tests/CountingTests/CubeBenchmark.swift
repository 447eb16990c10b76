import Foundation
import Mechanisms
import Tables
import TestKit
import Testing
import Vocabulary

@testable import Counting

/// The engine's half of `Benchmarks/cube.py`: runs only where that script names a folder for its columns and times.
///
/// It is a test because the room has no other program; it asserts that something was counted, and compares nothing with
/// a clock.
struct CubeBenchmark {
    private static let folder = ProcessInfo.processInfo.environment["RAPPORTEUR_CUBE_FOLDER"]
    static let persons = ProcessInfo.processInfo.environment["RAPPORTEUR_CUBE_PERSONS"].flatMap(Int.init) ?? 1_000_000
    static let rounds = 5
    static let cubes: [(name: String, breakdowns: [Breakdown])] = [
        ("quarter-kind-sex-age-form", [.quarter, .organisationKind, .sex, .ageGroup, .euForm]),
        ("month-organisation-sex-age-citizenship", [.month, .registeringOrganisation, .sex, .ageGroup, .citizenship]),
    ]

    @Test(.enabled(if: CubeBenchmark.folder != nil))
    func measuresTheCubeTheFoldAndTheSnapshot() throws {
        let folder = URL(filePath: try #require(CubeBenchmark.folder))
        var report: [String] = []
        var facts = Facts(lists: try Country.lists())
        var crowd = Crowd(seed: 7, persons: CubeBenchmark.persons)
        var folding = Duration.zero
        while let events = crowd.next(atMost: 20_000) {
            folding += try ContinuousClock().measure { for event in events { try facts.fold(event) } }
        }
        report.append("fold_events \(facts.position)")
        report.append("fold_ms \(folding.milliseconds)")
        report.append("snapshot_bytes \(try facts.snapshot().count)")
        var counter = Counter(facts: Facts(lists: facts.lists), settings: Country.settings())
        report.append(
            "prepare_ms \(ContinuousClock().measure { counter = Counter(facts: facts, settings: Country.settings()) }.milliseconds)"
        )
        for (name, breakdowns) in CubeBenchmark.cubes {
            let names = breakdowns.map(\.rawValue)
            let warm = try counter.count("referred-persons", by: names)
            #expect(warm.total == CubeBenchmark.persons)
            #expect(warm.cells.count > 1000)
            var table = warm
            var times: [Double] = []
            for _ in 0..<CubeBenchmark.rounds {
                // The earlier table is kept until the new one is there: giving it up is not part of counting.
                let earlier = table
                times.append(
                    try ContinuousClock().measure { table = try counter.count("referred-persons", by: names) }
                        .milliseconds)
                #expect(table.cells.count == earlier.cells.count)
            }
            report.append("cube \(name) cells \(warm.cells.count) ms \(times.map { "\($0)" }.joined(separator: " "))")
            try write(counter, breakdowns, folder, name)
            let sums = warm.cells.map { "\($0.coordinates.count),\($0.count)" }.count
            report.append("check \(name) \(sums) \(warm.cells.reduce(0) { $0 &+ $1.count &* $1.count })")
        }
        try report.joined(separator: "\n").write(
            to: folder.appending(path: "report.txt"), atomically: true, encoding: .utf8)
    }

    /// The same columns for the peer: a byte or two a row, the place of the category.
    private func write(_ counter: Counter, _ breakdowns: [Breakdown], _ folder: URL, _ name: String) throws {
        let rows = try #require(counter.book[.episode])
        var header: [String] = []
        for breakdown in breakdowns {
            let made = try #require(counter.maker.make(breakdown, of: rows, rule: .registration, filter: nil))
            let isNarrow = made.categories.count <= 256
            var bytes: [UInt8] = []
            for row in 0..<rows.count where row < rows.singles || rows.group[row] != rows.group[row - 1] {
                let place = made.lookup[made.column[row]]
                bytes.append(UInt8(truncatingIfNeeded: place))
                if !isNarrow { bytes.append(UInt8(truncatingIfNeeded: place >> 8)) }
            }
            let file = "\(name)-\(breakdown.rawValue).bin"
            try Data(bytes).write(to: folder.appending(path: file))
            header.append("\(breakdown.rawValue) \(isNarrow ? "uint8" : "uint16") \(file)")
        }
        try header.joined(separator: "\n").write(
            to: folder.appending(path: "\(name).txt"), atomically: true, encoding: .utf8)
    }
}

extension Duration {
    fileprivate var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
    }
}
