import Foundation
import Testing

/// Accounts from the shell, by the built program.
@Suite struct AccountCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
    }

    private func account(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["account"] + arguments + ["--data", folder.path("r")])
    }

    @Test func theFirstAdministratorGetsALinkThatIsShownOnce() throws {
        let made = try account("create", "kirumo", "--administrator", "--site", "https://register.example")
        #expect(made.status == 0 && made.lines.count == 2, "\(made.talk)")
        #expect(made.lines[0].hasPrefix("account-"))
        #expect(made.lines[1].hasPrefix("https://register.example/account/link/"))
        let secret = try #require(made.lines[1].split(separator: "/").last)
        // No letters of hexadecimal digits: a hash may not hold the name by chance.
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("r")) {
            let bytes = try Data(contentsOf: folder.url.appending(path: "r/\(name)"))
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "the link is in \(name)")
            #expect(bytes.range(of: Data("kirumo".utf8)) == nil || name == "master.key", "the name is in \(name)")
        }
        #expect(try account("list").output.contains("kirumo  active  not-set  required"))
    }

    @Test func aLockIsSeenInTheListAndInTheLedger() throws {
        try #require(account("create", "ada").status == 0)
        #expect(try account("lock", "ADA").status == 0)
        #expect(try account("list", "--format", "csv").output.contains(",locked,"))
        #expect(try account("link", "ada").talk.contains("N103"))
        #expect(try account("unlock", "ada").status == 0)
        #expect(try BuiltProgram.run("ledger", "verify", "--data", folder.path("r")).status == 0)
    }

    @Test(
        arguments: [
            (["revoke", "nobody"], 1, "N116"), (["create", "a b"], 1, "N115"), (["close", "ada"], 1, "--yes"),
            (["create", "ada", "--administrator", "--without-second-factor"], 2, "second factor"),
            (["revoke", "ada", "--session", "x"], 2, "account sessions"),
        ] as [([String], Int32, String)])
    func aRefusalSaysWhatToDo(arguments: [String], status: Int32, named: String) throws {
        let outcome = try BuiltProgram.run(["account"] + arguments + ["--data", folder.path("r")])
        #expect(outcome.status == status && outcome.talk.contains(named), "\(outcome.talk)")
        #expect(outcome.output.isEmpty)
    }

    @Test func aCopyOfTheAccountsIsMadeBesideThatOfTheLedger() throws {
        let (ledger, copy) = (folder.path("ledger.copy"), folder.path("accounts.copy"))
        let outcome = try BuiltProgram.run("ledger", "backup", ledger, "--accounts", copy, "--data", folder.path("r"))
        #expect(outcome.status == 0, "\(outcome.talk)")
        #expect(FileManager.default.fileExists(atPath: copy))
    }
}
