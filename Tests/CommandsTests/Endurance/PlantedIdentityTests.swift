import Foundation
import TestKit
import Testing

/// More than two hundred identities that are nobody's, brought in by every way there is, into a house that is killed,
/// that crashes, and whose disk fills up; then everything that it wrote is looked through.
///
/// Not looked for is what SECURITY.md says stands in clear: reasons, names of files and other free texts of the ledger,
/// which no name belongs in, and the rows that an import hands back to whoever brought them.
@Suite(.serialized) struct PlantedIdentityTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func nothingThatTheHouseWroteNamesAnybody() throws {
        let country = try ServedCountry.copy(to: folder.path("r"))
        let temporary = folder.path("temporary")
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
        let environment = ["TMPDIR": temporary, "SWIFT_BACKTRACE": "enable=yes,symbolicate=off"]
        var planting = Planting(by: country.caseworker)
        var house = try ServedHouse(folder.path("r"), environment: environment)
        try planting.byInterface(house.client())
        try planting.byForms(house.client())
        let breaking = house.client()
        try planting.byUploads(breaking, house: house)
        try expectNothing(under: folder.url, beside: house)
        house.end(by: SIGKILL)
        try keep(house.said, as: "killed.log")
        house = try ServedHouse(folder.path("r"), environment: environment)
        try planting.bySearch(house.client())
        try planting.byAddressesAndHeads(house.client())
        try planting.byFailingRequests(house.client())
        try planting.bySigningIn(house.client())
        try planting.byForms(house.client())
        house.crash()
        try keep(house.said, as: "crashed.log")
        #expect(house.said.contains("Program crashed"), "there was no report of the crash to look at")
        #expect(!house.said.contains("Registers:"), "the report shows what lay in memory")
        try importing(&planting)
        try copies()
        try expectNothing(under: folder.url, beside: nil)
        #expect(planting.planted.count >= 200)
        #expect(
            planting.taken == ["interface": 5, "forms": 10, "search": 2, "key": 1, "sign-in": 3, "uploads": 2],
            "something was not taken: less was tried than it seems")
    }

    @Test(.enabled(if: SmallDisk.isPermitted)) func aFullDiskNamesNobodyEither() throws {
        let disk = try SmallDisk(kibibytes: 6 * 1024, in: folder)
        let country = try ServedCountry.copy(to: "\(disk.path)/r")
        let house = try ServedHouse("\(disk.path)/r", environment: ["TMPDIR": disk.path])
        var planting = Planting(by: country.caseworker)
        var isFull = false
        for _ in 0..<200 where !isFull {
            let body = #"{"effective":"2026-09","fields":\#(planting.planted.person().json)}"#
            let key = "key-of-sixteen-letters-\(planting.planted.count)"
            isFull =
                try house.client().send(
                    "POST", "/api/v1/person", country.caseworker.program(key: key), body: Array(body.utf8)
                ).status == 507
        }
        #expect(isFull, "the disk did not fill up")
        try planting.byForms(house.client())
        try? planting.byUploads(house.client(), house: house)
        #expect(house.end() == 0)
        try keep(house.said, as: "full.log")
        // A walk through the folder does not step onto another disk.
        try expectNothing(under: URL(filePath: disk.path), beside: house)
    }

    /// The scan has to find what it is there to find.
    @Test(
        arguments: [
            ("clear", "Name: Baqzxvekmu7"), ("clear", "ع\(PlantedIdentities.arabic)ق"), ("clear", "+98077077088123"),
            ("percent signs", "%71%7a%78%76%65%6b"), ("hexadecimal", "717a7876656b"),
            ("backslashes", "\\u0071\\u007a\\u0078\\u0076\\u0065\\u006b"),
            ("base64", Data("xqzxvek1".utf8).base64EncodedString()),
            ("base64", Data("qzxvek".utf8).base64EncodedString()),
            ("base64", Data("xxqzxvekxx".utf8).base64EncodedString()),
        ])
    func theScanFindsEachForm(form: String, text: String) throws {
        #expect(try LeakScan().findings(in: Data(text.utf8)).contains(form))
        let wide = text.data(using: .utf16LittleEndian) ?? Data()
        if form == "clear" { #expect(try LeakScan().findings(in: wide).contains("UTF-16, low byte first")) }
        let file = try folder.write(text, to: "plain")
        let packed = try BuiltProgram.run(URL(filePath: "/bin/sh"), ["-c", "gzip -c \"$0\" > \"$0.gz\"", file.path])
        #expect(packed.status == 0)
        let bytes = Data("before".utf8) + (try Data(contentsOf: folder.url.appending(path: "plain.gz")))
        #expect(try LeakScan().findings(in: bytes).contains("gzip, \(form)"))
    }

    private func keep(_ text: String, as name: String) throws {
        #expect(text.count > 100, "the log is empty")
        _ = try folder.write(text, to: name)
    }

    /// By the command: what it says, and the findings that it writes; the rows that it hands back are their owner's.
    private func importing(_ planting: inout Planting) throws {
        let header = [
            "record_id", "prs_FirstName", "prs_SecondName", "prs_MiddleName", "prs_IdentityNumber", "prs_MobilePhone",
            "prs_Email", "prs_MailingStreet", "prs_Gender", "prs_Citizenship", "vic_TraffickingStatus",
            "vic_TypeOfExploitation", "cas_ReferringOrganisation", "cas_IncomingReferralDate",
        ].joined(separator: ",")
        let good = ",Feminine,RO,PossibleVictimOfTrafficking,SexualExploitation,Served House,2024-03-01"
        let bad = ",Feminine,RO,PossibleVictimOfTrafficking,SexualExploitation,Served House,31/02/2024"
        let rows = [good, bad, good, bad].enumerated().map {
            "\($0.offset),\(planting.planted.person().row)\($0.element)"
        }
        let outside = try TemporaryFolder()
        let file = try outside.write(([header] + rows).joined(separator: "\n") + "\n", to: "agency.csv")
        let source = Repository.root.appending(path: "sources/htcds-2.0.yaml").path
        let outcome = try BuiltProgram.run(
            "import", file.path, "--source", source, "--as", "caseworker", "--for", "Served House", "--data",
            folder.path("r"))
        #expect(outcome.status == 3, "\(outcome.talk)")
        try keep(outcome.output + outcome.talk, as: "import.log")
        try FileManager.default.copyItem(
            atPath: outside.path("agency.findings.csv"), toPath: folder.path("findings.csv"))
    }

    /// Copies of everything, and what the commands say of it.
    private func copies() throws {
        let outcome = try BuiltProgram.run(
            "ledger", "backup", folder.path("ledger.copy"), "--accounts", folder.path("accounts.copy"), "--data",
            folder.path("r"))
        #expect(outcome.status == 0, "\(outcome.talk)")
        let verified = try BuiltProgram.run("ledger", "verify", "--data", folder.path("r"), "--format", "json")
        #expect(verified.status == 0, "\(verified.talk)")
        try keep(outcome.output + outcome.talk + verified.output + verified.talk, as: "commands.log")
    }

    private func expectNothing(under folder: URL, beside house: ServedHouse?) throws {
        let (found, bytes) = try LeakScan().findings(under: folder)
        #expect(found == [])
        #expect(bytes > 300_000, "there was hardly anything to look through")
        if let house { #expect(try LeakScan().findings(in: Data(house.said.utf8)) == []) }
    }
}
