import Foundation
import TestKit
import Testing

/// Imports that end in their middle, and two processes at one register.
@Suite(.serialized) struct InterruptionTests {
    private static let file = Repository.root.appending(path: "demo/nrm-uk-referrals-2022Q2-2023Q3.csv")
    private static let source = Repository.root.appending(path: "sources/uk-nrm.yaml").path
    private static let total = ["count", "26056"]

    private func register(_ folder: TemporaryFolder) throws -> String {
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        return folder.path("r")
    }

    private func importing(into register: String) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(
            "import", Self.file.path, "--source", Self.source, "--data", register, "--format", "json")
    }

    private func count(_ register: String) throws -> [String] {
        try BuiltProgram.run("count", "referrals", "--data", register, "--format", "csv").lines
    }

    @Test(arguments: [(SIGINT, 1), (SIGKILL, SIGKILL)] as [(Int32, Int32)])
    func anImportThatWasStoppedGoesOnWhereItStopped(signal: Int32, ending: Int32) throws {
        let folder = try TemporaryFolder()
        let register = try register(folder)
        #expect(try ImportUnderway(of: Self.file, into: register, in: folder).end(by: signal) == ending)
        #expect(try BuiltProgram.run("ledger", "verify", "--data", register).status == 0)
        #expect(try count(register) != Self.total)
        let again = try importing(into: register)
        #expect(again.status == 0, "\(again.talk)")
        // A program that is killed may have acknowledged nothing yet; one that stops writes what it has.
        #expect(signal == SIGKILL || !again.output.contains(#""alreadyKnown": 0,"#), "\(again.output)")
        #expect(try count(register) == Self.total)
        #expect(try BuiltProgram.run("ledger", "verify", "--data", register).status == 0)
    }

    @Test func aSecondWriterIsRefusedAndAReaderIsNot() throws {
        let folder = try TemporaryFolder()
        let register = try register(folder)
        let first = try ImportUnderway(of: Self.file, into: register, in: folder)
        for command in [
            ["import", Self.file.path, "--source", Self.source], ["release", "create", "--table", "index"],
            ["ledger", "backup", folder.path("copy")], ["ledger", "rebuild"],
        ] {
            let second = try BuiltProgram.run(command + ["--data", register])
            #expect(second.status == 1)
            #expect(second.talk.contains("S103") && second.talk.contains("Another process"), "\(second.talk)")
        }
        #expect(try BuiltProgram.run("count", "referrals", "--data", register).status == 0)
        #expect(try BuiltProgram.run("ledger", "verify", "--data", register).status == 0)
        #expect(try first.finish() == 0)
        #expect(try count(register) == Self.total)
    }
}
