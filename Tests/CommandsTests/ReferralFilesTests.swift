import Foundation
import TestKit
import Testing

/// Files in the layout of the referrals as other people write them, and what is said of those that cannot be read.
@Suite struct ReferralFilesTests {
    private static let source = Repository.root.appending(path: "sources/uk-nrm.yaml").path
    private static let header = [
        "Quarter", "First responder type", "First responder", "Exploitation type", "Age at exploitation", "Gender",
        "Nationality", "People",
    ]
    /// Responders, nationalities and combinations that the shipped file does not have.
    private static let unseen = [
        ["2024-Q1", "Police", "Garda Síochána", "Labour", "Adult (18 or over)", "Female", "Ivorian", "3"],
        [
            "2024-Q2", "NGO and third sector", "Maison; d’accueil", "Organ harvesting, Domestic", "Child (17 or under)",
            "Male", "Bhutanese", "2",
        ],
    ]

    private func register(_ folder: TemporaryFolder) throws -> String {
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        return folder.path("r")
    }

    private func text(_ rows: [[String]], separator: String) -> String {
        ([Self.header] + rows).map { row in
            row.map { $0.contains { ",;\t".contains($0) } ? "\"\($0)\"" : $0 }.joined(separator: separator)
        }.joined(separator: "\r\n") + "\r\n"
    }

    private func importing(_ data: Data, as name: String = "table.csv") throws -> BuiltProgram.Outcome {
        let folder = try TemporaryFolder()
        return try importing(data, as: name, in: folder, register: register(folder))
    }

    private func importing(
        _ data: Data, as name: String, in folder: TemporaryFolder, register: String
    ) throws -> BuiltProgram.Outcome {
        try data.write(to: folder.url.appending(path: name))
        return try BuiltProgram.run(
            "import", folder.path(name), "--source", Self.source, "--data", register, "--format", "json")
    }

    @Test(
        arguments: [
            (",", .utf8, []), (";", .windowsCP1252, []), (";", .utf16LittleEndian, [0xFF, 0xFE]),
            ("\t", .utf16BigEndian, [0xFE, 0xFF]), (",", .utf16LittleEndian, []), (";", .utf8, [0xEF, 0xBB, 0xBF]),
        ] as [(String, String.Encoding, [UInt8])])
    func otherQuartersGoInHoweverTheyAreWritten(
        separator: String, encoding: String.Encoding, mark: [UInt8]
    ) throws {
        let folder = try TemporaryFolder()
        let register = try register(folder)
        let encoded = try #require(text(Self.unseen, separator: separator).data(using: encoding))
        let outcome = try importing(Data(mark) + encoded, as: "table.csv", in: folder, register: register)
        #expect(outcome.status == 0, "\(outcome.talk)")
        let count = try BuiltProgram.run(
            "count", "referrals", "--by", "quarter,citizenship,forms", "--data", register, "--format", "csv")
        #expect(
            count.lines.dropFirst() == [
                "2024-Q1,CI,forced-labour,3", "2024-Q2,BT,domestic-servitude+organ-removal,2",
            ])
    }

    @Test(arguments: 0..<7)
    func aRowOfTotalsInAnyColumnIsNoRecord(column: Int) throws {
        var total = Self.unseen[0]
        total[column] = "Total"
        let outcome = try importing(Data(text(Self.unseen + [total], separator: ",").utf8))
        #expect(outcome.status == 0, "\(outcome.talk)")
        #expect(outcome.output.contains(#""persons": 5"#) && outcome.output.contains(#""noRecords": 1"#))
    }

    @Test func eachFindingIsALineUnderAHeaderAndIsSaidOnce() throws {
        let folder = try TemporaryFolder()
        var row = Self.unseen[0]
        row[0] = "31/02/2024"
        let data = Data(text([row], separator: ",").utf8)
        #expect(try importing(data, as: "table.csv", in: folder, register: register(folder)).status == 3)
        let findings = try String(contentsOfFile: folder.path("table.findings.csv"), encoding: .utf8)
        let lines = findings.split(separator: "\n")
        #expect(lines.first == "code,weight,row,column,message,remedy")
        #expect(lines.count == 2 && lines.last?.contains("31/02/2024") == true, "\(findings)")
    }

    @Test func rowsThatSomebodyIsCorrectingAreNotWrittenOver() throws {
        let folder = try TemporaryFolder()
        let register = try register(folder)
        var row = Self.unseen[0]
        row[6] = "Atlantean"
        let data = Data(text([row], separator: ",").utf8)
        _ = try importing(data, as: "table.csv", in: folder, register: register)
        _ = try folder.write("half corrected", to: "table.held-back.csv")
        let again = try importing(data, as: "table.csv", in: folder, register: register)
        #expect(again.output.contains("table.held-back-2.csv"), "\(again.output)")
        #expect(try String(contentsOfFile: folder.path("table.held-back.csv"), encoding: .utf8) == "half corrected")
    }

    @Test func totalsOfAPipeAreNotWaitedFor() throws {
        let folder = try TemporaryFolder()
        let register = try register(folder)
        var total = Self.unseen[0]
        total[6] = "Total"
        let file = try folder.write(text(Self.unseen + [total], separator: ","), to: "table.csv")
        let outcome = try BuiltProgram.run(
            URL(filePath: "/bin/sh"),
            [
                "-c", "cd \"$4\" && cat \"$0\" | exec \"$1\" import /dev/stdin --source \"$2\" --data \"$3\"",
                file.path, #require(BuiltProgram.executable).path, Self.source, register, folder.url.path,
            ])
        #expect(outcome.status == 0, "\(outcome.talk)")
        #expect(outcome.output.contains("I428"), "\(outcome.output)")
    }

    @Test func aFileWithoutRowsIsSaidToHaveNone() throws {
        let outcome = try importing(Data(text([], separator: ",").utf8))
        #expect(outcome.status == 0)
        #expect(outcome.talk.contains("no rows"))
    }

    @Test(arguments: [
        (Array("PK\u{3}\u{4}".utf8), "cut short"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "XLS"),
        (Array("%PDF-1.7\nnothing here".utf8), "lacks the column"),
    ])
    func aWorkbookThatIsNoneIsRefused(bytes: [UInt8], named: String) throws {
        let outcome = try importing(Data(bytes) + Data(count: 2048), as: "table.xlsx")
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains(named), "\(outcome.talk)")
        #expect(!outcome.talk.contains("K999"))
    }

    @Test func aLineOfTwoGigabytesWaitsAndTheRowsAroundItGoInWithLittleMemory() throws {
        let folder = try TemporaryFolder()
        let register = try register(folder)
        let lines = text(Self.unseen, separator: ",").split(separator: "\r\n")
        let place = try folder.write("\(lines[0])\r\n\(lines[1])\r\n", to: "large.csv")
        let file = try FileHandle(forWritingTo: place)
        // A hole: two gigabytes of zero bytes that take no room on the disk.
        try file.seek(toOffset: file.seekToEnd() + 2 << 30)
        try file.write(contentsOf: Data("\r\n\(lines[2])\r\n".utf8))
        try file.close()
        // The kernel holds it to 600,000 kibibytes of memory of its own: one more, and it does not end as it should.
        let outcome = try BuiltProgram.run(
            URL(filePath: "/bin/sh"),
            [
                "-c", #"ulimit -d 600000; exec "$0" "$@""#, #require(BuiltProgram.executable).path, "import",
                place.path, "--source", Self.source, "--data", register, "--format", "json",
            ])
        #expect(outcome.status == 3, "\(outcome.talk)")
        #expect(outcome.output.contains(#""accepted": 2"#) && outcome.output.contains(#""heldBack": 1"#))
    }
}
