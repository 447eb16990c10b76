import Foundation
import Linkage
import Testing

@testable import Commands

@Suite struct ScoreFileTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "scores-\(UUID().uuidString)").path
    private let pairs = (1...5).map { ScoredPair(first: UInt32($0 * 7), second: UInt32($0), logOdds: Float($0) - 2.5) }

    private func place(_ record: Int) -> ScoringPlace {
        ScoringPlace(pass: 1, record: record, candidates: 3 * record, expectedMatches: 0.25 * Double(record))
    }

    /// A file of two blocks, of a run with the mark 42.
    private func write() throws {
        let file = ScoreFile(path)
        #expect(try file.kept(of: 42) == nil)
        try file.keep(pairs[..<2], at: place(100))
        try file.keep(pairs[2...], at: place(200))
    }

    @Test func givesBackWhatItKept() throws {
        try write()
        let kept = try #require(try ScoreFile(path).kept(of: 42))
        #expect(kept.pairs == pairs)
        #expect(kept.place == place(200))
    }

    @Test func isNothingToAnotherRun() throws {
        try write()
        #expect(try ScoreFile(path).kept(of: 43) == nil)
    }

    @Test(arguments: [1, 8, 40, 56])
    func whatWasHalfWrittenIsDropped(bytes: Int) throws {
        try write()
        let whole = try Data(contentsOf: URL(filePath: path))
        try whole.dropLast(bytes).write(to: URL(filePath: path))
        let file = ScoreFile(path)
        let kept = try #require(try file.kept(of: 42))
        #expect(kept.pairs == Array(pairs[..<2]))
        #expect(kept.place == place(100))
        try file.keep(pairs[2...], at: place(200))
        #expect(try Data(contentsOf: URL(filePath: path)) == whole)
    }

    @Test func aBlockThatWasChangedIsDropped() throws {
        try write()
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count - 20] ^= 1
        try bytes.write(to: URL(filePath: path))
        #expect(try ScoreFile(path).kept(of: 42)?.place == place(100))
    }

    @Test func isReadByNobodyElseAndGoneInTheEnd() throws {
        try write()
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        let file = ScoreFile(path)
        file.remove()
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
