import Foundation
import TestKit
import Testing

/// What people really hand in: the message says what, where and what to do, and nothing is lost.
@Suite struct BadInputTests {
    private static let source = Repository.root.appending(path: "sources/uk-nrm.yaml").path
    private static let header =
        "Quarter,First responder type,First responder,Exploitation type,Age at exploitation,Gender,Nationality,People"
    private static let good = "2023-Q3,Police,Somewhere Constabulary,Labour,Adult (18 or over),Female,Albanian,2"

    private func register(_ folder: TemporaryFolder) throws -> String {
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        return folder.path("r")
    }

    private func importing(
        _ text: String, in folder: TemporaryFolder, register: String, source: String = Self.source
    ) throws -> BuiltProgram.Outcome {
        let file = try folder.write(text, to: "table.csv")
        return try BuiltProgram.run(
            "import", file.path, "--source", source, "--data", register, "--format", "json")
    }

    @Test func badRowsWaitInAFileThatGoesInOnceCorrected() throws {
        let folder = try TemporaryFolder()
        let register = try register(folder)
        let bad = "2023-Q3,Police,Somewhere Constabulary,Labour,Adult (18 or over),Female,Atlantean,3"
        let first = try importing("\(Self.header)\n\(Self.good)\n\(bad)\n", in: folder, register: register)
        #expect(first.status == 3)
        #expect(first.output.contains(#""accepted": 1"#) && first.output.contains(#""heldBack": 1"#))
        let waiting = folder.path("table.held-back.csv")
        let held = try String(contentsOfFile: waiting, encoding: .utf8)
        #expect(held.contains("Atlantean"))
        let findings = try String(contentsOfFile: folder.path("table.findings.csv"), encoding: .utf8)
        #expect(findings.contains("Nationality") && findings.contains(",3,"))
        try held.replacing("Atlantean", with: "Albanian Greek").write(
            toFile: waiting, atomically: true, encoding: .utf8)
        let second = try BuiltProgram.run(
            "import", waiting, "--source", Self.source, "--data", register, "--format", "json")
        #expect(second.status == 0, "\(second.talk)")
        #expect(second.output.contains(#""persons": 3"#))
        let count = try BuiltProgram.run("count", "referrals", "--data", register, "--format", "csv")
        #expect(count.lines == ["count", "5"])
    }

    static let refusedFiles: [(String, String)] = [
        ("", "empty"), ("Quarter,People\n2023-Q3,4\n", "First responder"),
    ]

    @Test(arguments: refusedFiles)
    func aFileThatCannotBeReadIsRefusedAsAWhole(text: String, named: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try importing(text, in: folder, register: register(folder))
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains(named), "\(outcome.talk)")
        #expect(!outcome.talk.contains("K999"))
    }

    @Test func aSourceDescriptionWithATypingMistakeIsRefusedWithItsLine() throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOfFile: Self.source, encoding: .utf8).replacing("people:", with: "poeple:")
        let description = try folder.write(text, to: "source.yaml")
        let outcome = try importing(
            "\(Self.header)\n\(Self.good)\n", in: folder, register: register(folder), source: description.path)
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains("poeple") && outcome.talk.contains("people"), "\(outcome.talk)")
    }

    @Test func aFolderThatIsNoRegisterIsRefused() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("hello", to: "ledger.sqlite")
        _ = try folder.write("hello", to: "vault.sqlite")
        let outcome = try BuiltProgram.run("count", "referrals", "--data", folder.url.path)
        #expect(outcome.status == 1)
        #expect(!outcome.talk.contains("K999"), "\(outcome.talk)")
        #expect(try String(contentsOfFile: folder.path("ledger.sqlite"), encoding: .utf8) == "hello")
    }

    @Test func aRegisterIsNotMadeOverAnother() throws {
        let folder = try TemporaryFolder()
        let register = try register(folder)
        let again = try BuiltProgram.run("init", "--data", register)
        #expect(again.status == 1)
        #expect(try BuiltProgram.run("ledger", "verify", "--data", register).status == 0)
    }

    @Test func aKeyOfAnotherRegisterIsRefused() throws {
        let folder = try TemporaryFolder()
        let register = try register(folder)
        try #require(BuiltProgram.run("init", "--data", folder.path("other")).status == 0)
        let outcome = try BuiltProgram.run(
            "ledger", "verify", "--data", register, "--key", folder.path("other/master.key"))
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains("key"), "\(outcome.talk)")
    }

    @Test func figuresAreCountedWithoutAnyKey() throws {
        let folder = try TemporaryFolder()
        let register = try register(folder)
        try FileManager.default.removeItem(atPath: folder.path("r/master.key"))
        #expect(try BuiltProgram.run("count", "referrals", "--data", register).status == 0)
        #expect(try BuiltProgram.run("ledger", "verify", "--data", register).status == 1)
    }

    @Test(arguments: [["nonsense"], ["count"], ["count", "referrals"], ["import", "x.csv"]])
    func whatCannotBeUnderstoodEndsWithTwo(arguments: [String]) throws {
        let outcome = try BuiltProgram.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.talk.contains("rapporteur"))
    }

    @Test func anUnknownIndicatorIsNamedWithThoseThatExist() throws {
        let folder = try TemporaryFolder()
        let outcome = try BuiltProgram.run("count", "victims", "--data", register(folder))
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains("registered-victims"))
    }
}
