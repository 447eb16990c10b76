import Foundation
import TestKit
import Testing

/// What somebody changes behind the program's back, in the ledger's file and in the files of a release.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"))) struct TamperingTests {
    private static let shell = URL(filePath: "/usr/bin/sqlite3")

    /// A register with a few events and one release; tests change a copy.
    private static let original: Result<TemporaryFolder, any Error> = Result {
        let folder = try TemporaryFolder()
        let rows = """
            Quarter,First responder type,First responder,Exploitation type,Age at exploitation,Gender,Nationality,People
            2023-Q3,Police,Quillwater Constabulary,Labour,Adult (18 or over),Female,Albanian,4

            """
        let file = try folder.write(rows, to: "table.csv")
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        let source = Repository.root.appending(path: "sources/uk-nrm.yaml").path
        try #require(
            BuiltProgram.run("import", file.path, "--source", source, "--data", folder.path("r")).status == 0)
        try #require(BuiltProgram.run("release", "create", "--table", "index", "--data", folder.path("r")).status == 0)
        return folder
    }

    private func copy(_ folder: TemporaryFolder) throws -> String {
        try FileManager.default.copyItem(atPath: Self.original.get().path("r"), toPath: folder.path("r"))
        return folder.path("r")
    }

    private func sql(_ statement: String, on register: String) throws {
        try #require(BuiltProgram.run(Self.shell, ["\(register)/ledger.sqlite", statement]).status == 0)
    }

    private func firstBadEvent(_ register: String) throws -> BuiltProgram.Outcome {
        let outcome = try BuiltProgram.run("ledger", "verify", "--data", register, "--format", "json")
        #expect(outcome.status == 3, "\(outcome.talk)")
        return outcome
    }

    @Test(arguments: [
        "UPDATE event SET body = body || ' ' WHERE sequence = 4",
        "UPDATE event SET account = 'shell-9' WHERE sequence = 4",
        "UPDATE event SET hash = zeroblob(32) WHERE sequence = 4",
        "DELETE FROM event WHERE sequence = 4", "UPDATE event SET sequence = 9999 WHERE sequence = 4",
    ])
    func verifyNamesTheFirstBadEvent(statement: String) throws {
        let folder = try TemporaryFolder()
        let register = try copy(folder)
        try sql(statement, on: register)
        #expect(try firstBadEvent(register).output.contains(#""firstBadEvent": 4"#))
    }

    @Test func aTailThatWasCutOffAfterACheckpointIsMissed() throws {
        let folder = try TemporaryFolder()
        let register = try copy(folder)
        try sql("DELETE FROM event WHERE sequence > 10", on: register)
        #expect(try firstBadEvent(register).output.contains(#""firstBadEvent": 11"#))
    }

    @Test func oneChangedByteOfAnEventIsFound() throws {
        let folder = try TemporaryFolder()
        let register = try copy(folder)
        let file = URL(filePath: "\(register)/ledger.sqlite")
        var bytes = try Data(contentsOf: file)
        // The engine leaves old copies in pages that it divided: one byte in each, of which one is the event's.
        let places = bytes.ranges(of: Data("Quillwater".utf8))
        try #require(!places.isEmpty)
        for place in places { bytes[place.lowerBound] ^= 1 }
        try bytes.write(to: file)
        // After the register's own first event and the one that says that an import began.
        #expect(try firstBadEvent(register).output.contains(#""firstBadEvent": 3"#))
    }

    @Test func aDerivedTableThatWasChangedIsFoundAndMadeAgain() throws {
        let folder = try TemporaryFolder()
        let register = try copy(folder)
        try sql("UPDATE record SET version = 7", on: register)
        #expect(try firstBadEvent(register).output.contains("record"))
        #expect(try BuiltProgram.run("ledger", "rebuild", "--data", register).status == 0)
        #expect(try BuiltProgram.run("ledger", "verify", "--data", register).status == 0)
    }

    @Test(arguments: [["release", "list"], ["release", "show", "1"], ["serve", "--port", "0"]])
    func aFileOfAReleaseThatIsNotTheReleasedOneIsNamed(command: [String]) throws {
        let folder = try TemporaryFolder()
        let register = try copy(folder)
        let file = URL(filePath: "\(register)/releases/0001/referrals-by-quarter.csv")
        try Data("release,value\n1,7\n".utf8).write(to: file)
        let outcome = try BuiltProgram.run(command + ["--data", register])
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains("referrals-by-quarter.csv") && outcome.talk.contains("0001"), "\(outcome.talk)")
        #expect(outcome.output.isEmpty)
    }

    @Test func noReleaseIsMadeWhereAnEarlierOneIsGone() throws {
        let folder = try TemporaryFolder()
        let register = try copy(folder)
        try FileManager.default.removeItem(atPath: "\(register)/releases")
        let outcome = try BuiltProgram.run("release", "create", "--table", "index", "--data", register)
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains("K110 Release 1"), "\(outcome.talk)")
    }

    @Test func aReleaseThatACrashLeftUnfinishedIsFinishedByTheNext() throws {
        let folder = try TemporaryFolder()
        let register = try copy(folder)
        try FileManager.default.moveItem(
            atPath: "\(register)/releases/0001", toPath: "\(register)/releases/.preparing-0001")
        #expect(try BuiltProgram.run("release", "create", "--table", "index", "--data", register).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(register)/releases")
        #expect(names.sorted() == ["0001", "0002"])
    }
}
