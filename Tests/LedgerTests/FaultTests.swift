import Foundation
import Ledger
import NumericMethods
import TestKit
import Testing
import Vocabulary

/// Kills a writing process again and again, at a moment that a seed decides, and looks at what it left.
@Suite struct FaultTests {
    /// Kills of one register, and registers: 200 kills in all.
    private static let kills = 25
    private static let registers = 8

    @Test(arguments: 0..<registers)
    func aKilledWriterLosesNothingThatItAcknowledged(seed: Int) throws {
        let writer = try #require(FaultTests.writer, "LedgerFaultWriter is not beside the tests")
        let register = try TestRegister()
        try register.ledger.close()
        var random = SeededGenerator(seed: UInt64(seed))
        var acknowledged: Int64 = 1
        var writesSeen = 0
        for kill in 0..<FaultTests.kills {
            let (last, writes) = try runAndKill(writer, register.path, using: &random)
            acknowledged = max(acknowledged, last ?? 0)
            writesSeen += writes
            try register.reopenAfterClosing()
            let verification = try register.ledger.verify(projections: true)
            #expect(verification.faults == [], "after kill \(kill)")
            #expect(verification.events >= acknowledged, "after kill \(kill)")
            try register.ledger.close()
        }
        #expect(writesSeen > FaultTests.kills, "the writer hardly wrote: nothing was tested")
    }

    /// Starts the writer, lets it acknowledge some writes, and kills it a little later.
    ///
    /// - Returns: The last place that it acknowledged, and how many writes it did.
    private func runAndKill(
        _ writer: URL, _ path: String, using random: inout SeededGenerator
    ) throws -> (last: Int64?, writes: Int) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = writer
        process.arguments = [path]
        process.standardOutput = pipe
        try process.run()
        let enough = Int.random(in: 0..<12, using: &random)
        var output = Data()
        while output.count(where: { $0 == UInt8(ascii: "\n") }) < enough {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            output.append(more)
        }
        // Not a wait but a moment that differs: up to a millisecond or two of work.
        for _ in 0..<Int.random(in: 0..<2_000_000, using: &random) { _ = random.next() }
        kill(process.processIdentifier, SIGKILL)
        output.append(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        // A last line without its end was not acknowledged.
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.dropLast().last.flatMap { Int64($0) }, lines.count - 1)
    }

    private static let writer: URL? = {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let writer = folder.appendingPathComponent("LedgerFaultWriter")
        return FileManager.default.isExecutableFile(atPath: writer.path) ? writer : nil
    }()
}
