import Foundation
@testable import Intake
import Mechanisms
import Testing
import Vocabulary

/// Not a test of right or wrong: prints what reading and mapping cost, when asked to by `IMPORT_FILE`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["IMPORT_FILE"] != nil))
struct SpeedTests {
    private let path = ProcessInfo.processInfo.environment["IMPORT_FILE"] ?? ""

    /// Takes everything and keeps nothing.
    private struct Abyss: CommandSink {
        func known(_ origins: [Origin]) -> [Origin: RecordID] { [:] }
        func submit(_ groups: [RowCommands]) -> [RowOutcome] { groups.map { _ in .accepted } }
    }

    @Test func whatReadingAndMappingCost() async throws {
        let source = FileBytes(path: path)
        let bytes = Double(source.byteCount ?? 0)
        let readingSeconds = try ContinuousClock().measure {
            var reader = try RowFile.open(source, FileFormat(), expecting: [])
            var row = Row()
            while try reader.next(into: &row) {}
        }.seconds
        print("reading: \(Int(bytes / 1e6 / readingSeconds)) MB/s")
        let description = try shipped("synthetic_persons.yaml", in: "Benchmarks")
        let clock = ContinuousClock()
        let start = clock.now
        let run = ImportRun(
            source, as: description, into: Abyss(),
            fingerprint: { _, key, ordinal in Origin(high: UInt64(key.count), low: UInt64(ordinal)) },
            clock: { Timestamp(milliseconds: 1_700_000_000_000) }, seed: 1)
        let summary = try await run.run()
        let seconds = start.duration(to: clock.now).seconds
        print(
            "reading and mapping: \(Int(bytes / 1e6 / seconds)) MB/s, \(Int(Double(summary.rowsRead) / seconds)) rows/s, "
                + "\(seconds * 1e6 / Double(summary.commands)) microseconds an event; \(summary)")
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
