import Foundation
import TestKit
import Testing

/// The main job on the real referrals that lie in `demo/`, through the program as people run it.
@Suite(.serialized) struct MainJobTests {
    private static let file = Repository.root.appending(path: "demo/nrm-uk-referrals-2022Q2-2023Q3.csv").path
    private static let source = Repository.root.appending(path: "sources/uk-nrm.yaml").path

    /// One register for all tests of the suite: importing is what they look at, not what they repeat.
    private static let register: Result<TemporaryFolder, any Error> = Result {
        let folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        let outcome = try BuiltProgram.run(importing(into: folder))
        try #require(outcome.status == 0, "\(outcome.talk)")
        return folder
    }

    private static func importing(into folder: TemporaryFolder) -> [String] {
        [
            "import", file, "--source", source, "--data", folder.path("r"), "--format", "json",
            "--held-back", folder.path("held-back.csv"), "--findings", folder.path("findings.csv"),
        ]
    }

    private func counts(by breakdowns: String) throws -> [[String]: Int] {
        let folder = try MainJobTests.register.get()
        let outcome = try BuiltProgram.run(
            "count", "referrals", "--by", breakdowns, "--data", folder.path("r"), "--format", "csv")
        #expect(outcome.status == 0)
        #expect(outcome.talk.contains("not protected"))
        return Dictionary(
            uniqueKeysWithValues: outcome.lines.dropFirst().map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                return (Array(cells.dropLast()), Int(cells.last ?? "") ?? -1)
            })
    }

    @Test func quarterTotalsAreThosePublishedByTheHomeOffice() throws {
        // Home Office, National Referral Mechanism statistics, quarterly bulletins 2022 Q2 to 2023 Q3.
        #expect(
            try counts(by: "quarter") == [
                ["2022-Q2"]: 4171, ["2022-Q3"]: 4586, ["2022-Q4"]: 4417, ["2023-Q1"]: 4746, ["2023-Q2"]: 3998,
                ["2023-Q3"]: 4138,
            ])
    }

    /// Margins of the file itself, added up here by other code than the program's.
    @Test(arguments: [
        ("organisation-kind", "First responder type"), ("age-group", "Age at exploitation"), ("sex", "Gender"),
    ])
    func marginsAreThoseOfTheFile(breakdown: String, column: String) throws {
        let codes = [
            "Police": "law-enforcement", "Government agency": "central-government",
            "Local Authority": "local-government", "NGO and third sector": "ngo",
            "Adult (18 or over)": "adult", "Child (17 or under)": "child", "Not specified or unknown": "unknown",
            "Female": "female", "Male": "male", "Other": "other", "Unknown": "unknown", "Not Recorded": "unknown",
        ]
        var expected: [[String]: Int] = [:]
        for row in try Referrals.rows() {
            let quarter = try #require(row["Quarter"])
            let code = try #require(codes[row[column] ?? ""])
            expected[[quarter, code], default: 0] += Int(row["People"] ?? "") ?? 0
        }
        #expect(try counts(by: "quarter,\(breakdown)") == expected)
    }

    @Test func exclusiveBucketsAddUpToTheTotalHoweverFormsAreGrouped() throws {
        for breakdown in ["forms", "main-form", "eu-form", "unodc-form", "citizenship", "citizenship-group"] {
            #expect(try counts(by: breakdown).values.reduce(0, +) == 26_056)
        }
    }

    @Test func whatTheSourceSaysNothingOfIsNotReportedAndNotZero() throws {
        let folder = try MainJobTests.register.get()
        let outcome = try BuiltProgram.run("count", "cases", "--data", folder.path("r"), "--format", "json")
        #expect(outcome.output.contains(#""notReported": true"#))
        #expect(outcome.output.contains(#""total": null"#))
    }

    @Test func theSameFileTwiceAddsNothing() throws {
        let folder = try MainJobTests.register.get()
        let outcome = try BuiltProgram.run(MainJobTests.importing(into: folder))
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(#""accepted": 0"#))
        #expect(outcome.output.contains(#""alreadyKnown": 9618"#))
        #expect(outcome.output.contains(#""events": 0"#))
        #expect(!FileManager.default.fileExists(atPath: folder.path("held-back.csv")))
    }

    @Test func theLedgerVerifies() throws {
        let folder = try MainJobTests.register.get()
        let outcome = try BuiltProgram.run("ledger", "verify", "--data", folder.path("r"), "--format", "json")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(#""sound": true"#))
    }
}

/// The demo file, read by a few lines that share nothing with the program's reader.
enum Referrals {
    static func rows() throws -> [[String: String]] {
        let url = Repository.root.appending(path: "demo/nrm-uk-referrals-2022Q2-2023Q3.csv")
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
        let header = cells(of: lines.first ?? "")
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, cells(of: $0))) }
    }

    private static func cells(of line: some StringProtocol) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
