import Foundation
import TestKit
import Testing

/// Names that only the held-back rows and the person's own page may ever show.
@Suite struct IdentityTests {
    private static let source = Repository.root.appending(path: "sources/htcds-2.0.yaml").path
    private static let planted = [
        "Zyxwanda", "Qorvimar", "Plutonesku", "ZXID998877", "zyx@plant.example", "4012399887", "Quibble", "Vexville",
        "1999-04-05", "Trambolini", "YVID112233",
    ]
    private static let rows = """
        1,Zyxwanda,Qorvimar,Plutonesku,1999-04-05,Feminine,RO,ZXID998877,zyx@plant.example,4012399887,Quibble Street,\
        Vexville,PossibleVictimOfTrafficking,SexualExploitation,NGO Alpha,2024-03-01
        2,Yovrenka,,Trambolini,31/02/1990,Male,AL;XK,YVID112233,,,,,ActualVictimOfTrafficking,ForcedLabour,NGO Alpha,\
        02/03/2024

        """
    private static let headers = [
        "record_id,prs_FirstName,prs_MiddleName,prs_SecondName,prs_Birthdate,prs_Gender,prs_Citizenship,"
            + "prs_IdentityNumber,prs_Email,prs_MobilePhone,prs_MailingStreet,prs_MailingCity,vic_TraffickingStatus,"
            + "vic_TypeOfExploitation,cas_ReferringOrganisation,cas_IncomingReferralDate",
        "Record id,First Name,Middle Name,Last Name,Date of birth,Gender,Citizenship,Identity Number,Email,"
            + "Mobile Phone,Mailing Street,Mailing City,Trafficking Status,Type of Exploitation,"
            + "Referring Organisation,Incoming Referral Date",
    ]

    /// A register with one person in it and one row held back.
    private func register(header: String) throws -> (folder: TemporaryFolder, path: String, said: String) {
        let folder = try TemporaryFolder()
        let file = try folder.write("\(header)\n\(Self.rows)", to: "agency.csv")
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        let outcome = try BuiltProgram.run("import", file.path, "--source", Self.source, "--data", folder.path("r"))
        #expect(outcome.status == 3, "\(outcome.talk)")
        #expect(outcome.output.contains("accepted     1"), "\(outcome.output)")
        return (folder, folder.path("r"), outcome.output + outcome.talk)
    }

    /// The ids that `person find` prints for a family name.
    private func find(_ name: String, in register: String) throws -> [String] {
        let folder = try TemporaryFolder()
        let asked = try folder.write("family-name: \(name)\n", to: "asked")
        return try BuiltProgram.run(
            URL(filePath: "/bin/sh"),
            [
                "-c", "exec \"$0\" person find --as data-protection-officer --data \"$1\" < \"$2\"",
                #require(BuiltProgram.executable).path, register, asked.path,
            ]
        ).lines
    }

    @Test(arguments: headers)
    func noNameStandsInClearInAnyFileOrMessage(header: String) throws {
        let (folder, path, said) = try register(header: header)
        var texts = [("messages", Data(said.utf8))]
        texts.append(("findings", try Data(contentsOf: URL(filePath: folder.path("agency.findings.csv")))))
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            texts.append((name, try Data(contentsOf: URL(filePath: "\(path)/\(name)"))))
        }
        #expect(texts.count > 5)
        for (name, bytes) in texts {
            for word in Self.planted {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
                #expect(bytes.range(of: Data(word.lowercased().utf8)) == nil, "\(word) in \(name), lower case")
            }
        }
    }

    @Test func aPersonIsFoundReadErasedAndThenUnreadableAlsoFromABackup() throws {
        let (folder, path, _) = try register(header: Self.headers[0])
        let id = try #require(find("PLUTONESKU", in: path).first)
        let show = ["record", "show", id, "--as", "data-protection-officer", "--data"]
        #expect(try BuiltProgram.run(show + [path]).output.contains("Zyxwanda"))
        #expect(try BuiltProgram.run("ledger", "backup", folder.path("copy"), "--data", path).status == 0)
        #expect(try BuiltProgram.run("ledger", "rotate-key", "--data", path).status == 0)
        #expect(try BuiltProgram.run("ledger", "erase", id, "--yes", "--data", path).status == 1, "no reason")
        let erase = ["ledger", "erase", id, "--reason", "asked for", "--yes", "--data", path]
        #expect(try BuiltProgram.run(erase).status == 0)
        #expect(try !BuiltProgram.run(show + [path]).output.contains("Zyxwanda"))
        #expect(try find("Plutonesku", in: path).isEmpty)
        let accesses = try BuiltProgram.run("person", "accesses", id, "--data", path)
        let own = accesses.lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .filter { $0[8] == "person" }
        #expect(own.map { $0[1] } == ["open", "search", "read", "erase", "read"])
        #expect(own.map { $0[5] }.suffix(4).allSatisfy { $0 == "data-protection" }, "each says for which purpose")
        let restored = try BuiltProgram.run("ledger", "restore", folder.path("copy"), "--replace", "--data", path)
        #expect(restored.status == 0, "\(restored.talk)")
        #expect(try !BuiltProgram.run(show + [path]).output.contains("Zyxwanda"))
        #expect(try BuiltProgram.run("ledger", "verify", "--data", path).status == 0)
    }

    @Test func aBackupWithOneChangedByteIsNotRestored() throws {
        let (folder, path, _) = try register(header: Self.headers[0])
        try #require(BuiltProgram.run("ledger", "backup", folder.path("copy"), "--data", path).status == 0)
        let file = URL(filePath: folder.path("copy"))
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        let outcome = try BuiltProgram.run("ledger", "restore", file.path, "--replace", "--data", path)
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains("L114"), "\(outcome.talk)")
        let elsewhere = ["--data", folder.path("new"), "--keys-from", path]
        #expect(try BuiltProgram.run(["ledger", "restore", file.path] + elsewhere).status == 1)
        try #require(BuiltProgram.run("ledger", "backup", folder.path("good"), "--data", path).status == 0)
        #expect(try BuiltProgram.run(["ledger", "restore", folder.path("good")] + elsewhere).status == 0)
        #expect(try BuiltProgram.run("ledger", "verify", "--data", path).status == 0)
    }
}
