import Foundation
import TestKit
import Testing

/// Commands that are asked for what there is not, or for what must not be done.
/// One after the other: those that look at records hold the register open for writing.
@Suite(.serialized) struct RefusalTests {
    /// Nothing in these tests writes to it.
    private static let register: Result<TemporaryFolder, any Error> = Result {
        let folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--country", "GB", "--data", folder.path("r")).status == 0)
        _ = try folder.write("region,sex,count\nNorth,F,3\nNorth,M,9\n", to: "table.csv")
        return folder
    }

    static let commands: [(String, Int32, String)] = [
        ("count victims --data r", 1, "registered-victims"),
        ("count referrals --by colour --data r", 1, "organisation-kind"),
        ("count referrals --by sex,sex --data r", 1, "twice"),
        ("count referrals --period 2023-Q5 --data r", 2, "2023-Q3"),
        ("count referrals --as-of 2023-02-31 --data r", 2, "calendar"),
        ("count referrals --effective 2023 --data r", 2, "calendar"),
        ("count referrals --format xml --data r", 2, "json"), ("count referrals --data nowhere", 1, "init"),
        ("count referrals --data r --key nowhere.key", 1, "nowhere.key"),
        ("release list --data nowhere", 1, "no such folder"), ("serve --data nowhere", 1, "no such folder"),
        ("serve --data r --port 99999", 2, "port"), ("serve --data r --patience 5", 1, "no demo"),
        ("serve --data r --patience 0", 2, "patience"),
        ("serve --data r --host no.such.host", 2, "127.0.0.1"), ("release show 7 --data r", 1, "none at all yet"),
        ("release create --table , --data r", 2, "ready table"),
        ("release create --table nonsense --data r", 1, "referrals"),
        ("release create --table index --threshold 1 --data r", 2, "threshold"),
        ("release create --table index --period soon --data r", 2, "2023-Q3"),
        ("init --country unknown --data other", 2, "PT"), ("init --data r", 1, "already holds"),
        ("ledger restore nowhere --data r", 1, "nowhere"), ("ledger backup table.csv --data r", 1, "exists already"),
        ("ledger erase someone --yes --data r", 2, "record list"),
        ("ledger erase 01a200e9-8114-7001-99f3-652bd69b971c --data r", 1, "--yes"),
        ("ledger erase 01a200e9-8114-7001-99f3-652bd69b971c --yes --reason asked --data r", 1, "no such record"),
        ("protection due --through soon --data r", 2, "2026-11-22"),
        ("protection due --clock recovery-period --data r", 1, "retention-person"),
        ("record show 01a200e9-8114-7001-99f3-652bd69b971c --as caseworker --data r", 1, "no such record"),
        ("record show someone --as caseworker --data r", 2, "record list"),
        ("record show 01a200e9-8114-7001-99f3-652bd69b971c --as nobody --data r", 2, "caseworker"),
        ("record list person --as coordinator --data r", 1, "may not list"),
        ("protect table.csv --value count --out table.csv", 2, "over the table itself"),
        ("protect table.csv other/table.csv --value count --out both", 2, "name of its own"),
        ("protect table.csv --value count --out nowhere/table.csv", 1, "cannot be written"),
        ("audit table.csv --value number", 1, "sex"), ("audit table.csv --value count --total colour=All", 1, "region"),
        ("audit table.csv --value count --parent colour", 2, "COLUMN:CODE=BROADER"),
        ("audit nowhere.csv --value count", 1, "nowhere.csv"),
    ]

    @Test(arguments: commands)
    func aMessageSaysWhatAndWhatToDo(command: String, status: Int32, named: String) throws {
        let folder = try Self.register.get()
        let arguments = command.split(separator: " ").enumerated().map { place, word in
            // Names of files and folders are meant inside the folder of the test.
            let isPath = place > 0 && ["r", "nowhere", "other", "both"].contains(word) || word.contains(".csv")
            return isPath || word == "nowhere.key" ? folder.path(String(word)) : String(word)
        }
        let outcome = try BuiltProgram.run(arguments)
        #expect(outcome.status == status, "\(outcome.talk)")
        #expect(outcome.talk.contains(named), "\(outcome.talk)")
        #expect(outcome.output.isEmpty)
        for dump in ["K999", "Error Domain", "Optional(", "Swift."] { #expect(!outcome.talk.contains(dump)) }
    }

    @Test func withoutTheResourcesTheProgramSaysWhereItLooks() throws {
        let outcome = try BuiltProgram.run(
            ["indicator", "list"], environment: ["RAPPORTEUR_RESOURCES": "/nowhere"])
        #expect(outcome.status == 0, "needs no file")
        let other = try BuiltProgram.run(
            ["count", "referrals", "--data", "r"], environment: ["RAPPORTEUR_RESOURCES": "/nowhere"])
        #expect(other.status == 1 && other.talk.contains("RAPPORTEUR_RESOURCES"))
    }

    @Test(arguments: [
        ("country: ZZ\n", "ZZ"), ("country: [\n", "line"), ("country: FR\nclocks: {nope: 3}\n", "nope"),
        ("country: FR\ncodes:\n  - {list: exploitation-forms, id: x, labels: {en: X, fr: X}}\n", "parent"),
    ])
    func aFaultyCountryFileStopsTheCommandAndSaysWhere(text: String, named: String) throws {
        let folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        _ = try folder.write(text, to: "r/country.yaml")
        let outcome = try BuiltProgram.run("count", "referrals", "--data", folder.path("r"))
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains(named), "\(outcome.talk)")
        #expect(!outcome.talk.contains("K999"))
    }

    @Test func aKeyThatOthersMayReadIsRefused() throws {
        let folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: folder.path("r/master.key"))
        let outcome = try BuiltProgram.run("ledger", "verify", "--data", folder.path("r"))
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains("0644") && outcome.talk.contains("rotate-key"), "\(outcome.talk)")
    }
}
