import Foundation
import TestKit
import Testing

/// B87 through the program: two answers to one question for the same period do not differ in silence. The register is fed
/// twice with referrals of one quarter, so that two releases differ.
@Suite(.serialized) struct SubmissionCommandTests {
    private static let table = "referrals-by-quarter-organisation-kind-forms"

    /// Referrals of organisations that are no authority, in the order of the file that lies in `demo/`.
    private static let referrals: [String] = {
        let file = Repository.root.appending(path: "demo/nrm-uk-referrals-2022Q2-2023Q3.csv")
        let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(whereSeparator: \.isNewline).map(
            String.init)
        return [lines.first ?? ""] + lines.filter { $0.hasPrefix("2022-Q2,NGO") }
    }()

    private static func people(_ rows: ArraySlice<String>) -> Int {
        rows.compactMap { $0.split(separator: ",").last.flatMap { Int($0) } }.reduce(0, +)
    }

    /// A register with two releases: of the first sixty rows, and of all.
    private static let register: Result<TemporaryFolder, any Error> = Result {
        let folder = try TemporaryFolder()
        let source = Repository.root.appending(path: "sources/uk-nrm.yaml").path
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        for (name, rows) in [("first", referrals[1...60]), ("second", referrals[61...])] {
            let file = try folder.write(([referrals[0]] + rows).joined(separator: "\n") + "\n", to: "\(name).csv")
            for words in [["import", file.path, "--source", source], ["release", "create", "--table", "referrals"]] {
                let outcome = try BuiltProgram.run(words + ["--data", folder.path("r")])
                try #require(outcome.status == 0, "\(outcome.talk)")
            }
        }
        return folder
    }

    private func run(
        _ verb: String, for requester: String, release: Int, explanation: String = "", table: String = table
    ) throws -> BuiltProgram.Outcome {
        let folder = try Self.register.get()
        let form = try folder.write(
            "cell,table,where,explanation\na,\(table),quarter=2022-Q2;organisation-kind=ngo,\(explanation)\nb,,,\n",
            to: "form.csv")
        return try BuiltProgram.run(
            "submission", verb, form.path, "--requester", requester, "--period", "2022-Q2", "--release",
            String(release), "--data", folder.path("r"))
    }

    @Test func b87AnswersDoNotDifferInSilence() throws {
        let before = Self.people(Self.referrals[1...60])
        let now = Self.people(Self.referrals[1...])
        #expect(before != now)
        let first = try run("send", for: "Office A", release: 1)
        #expect(first.status == 0 && first.output.contains("a,,\(before),figure"), "\(first)")
        let other = try run("fill", for: "Office B", release: 2)
        #expect(other.status == 3 && other.talk.contains("a: \(now), and \(before) to Office A before"), "\(other)")
        let silent = try run("send", for: "Office B", release: 2)
        #expect(silent.status == 1 && silent.talk.contains("K140") && silent.output.isEmpty, "\(silent)")
        let explained = try run("send", for: "Office B", release: 2, explanation: "late referrals came in")
        #expect(explained.status == 0 && explained.output.contains("a,,\(now),figure"), "\(explained)")
    }

    @Test func b87WhatCannotBeFilledIsListedWithWhy() throws {
        let outcome = try run("fill", for: "Office C", release: 1, table: "referrals")
        #expect(outcome.status == 0 && outcome.talk.contains("0 of 2 cells are filled."), "\(outcome)")
        #expect(outcome.talk.contains("Release 1 holds the tables \(Self.table)"), "\(outcome.talk)")
    }
}
