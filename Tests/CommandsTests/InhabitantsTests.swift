import Foundation
import Testing

/// B77: released figures per 100,000 inhabitants, of a file that says from where it is.
@Suite(.serialized) struct InhabitantsTests {
    private static let table = "registered-victims-by-year"
    private static let country = Result { try make() }

    private static func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let data = folder.path("country")
        // Of fewer, all figures of the two tables are withheld.
        try BuiltProgram.run("demo", "--persons", "300", "--data", data)
        try #require(BuiltProgram.run("release", "create", "--table", "sdg-16-2-2", "--data", data).status == 0)
        return folder
    }

    private func rates(_ file: String, table: String = table, release: String = "1") throws -> BuiltProgram.Outcome {
        let folder = try Self.country.get()
        let name = "\(UUID().uuidString).csv"
        try Data(file.utf8).write(to: folder.file(name))
        return try BuiltProgram.run(
            "release", "rate", release, "--table", table, "--population", folder.path(name), "--data",
            folder.path("country"))
    }

    /// The figures of the release by their first column.
    private func released() throws -> [(year: String, count: String)] {
        let shown = try BuiltProgram.run(
            "release", "show", "1", "--table", Self.table, "--format", "sdmx-csv", "--data",
            try Self.country.get().path("country"))
        // SDMX ends its lines as Windows does.
        let lines = shown.output.split(whereSeparator: \.isNewline)
        let head = try #require(lines.first).split(separator: ",", omittingEmptySubsequences: false)
        let (time, value) = (
            try #require(head.firstIndex(of: "TIME_PERIOD")), try #require(head.firstIndex(of: "OBS_VALUE"))
        )
        return lines.dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return (cells[time], cells[value])
        }
    }

    @Test func b77TheRateIsTheReleasedFigureByTheInhabitantsOfTheFile() throws {
        let figure = try #require(try released().first { Int($0.count).map { $0 > 4 } ?? false })
        let made = try rates("year,population,source,licence\n\(figure.year),200000,Office of Nowhere,CC0\n")
        #expect(made.lines.first == "year,count,population,per-100000,source,licence,marking", "\(made.talk)")
        // Per 100,000 of 200,000 is half of the count.
        let half = try #require(Int(figure.count))
        let rate = "\(half / 2).\(half % 2 == 0 ? "00" : "50")"
        #expect(made.lines.last == "\(figure.year),\(figure.count),200000,\(rate),Office of Nowhere,CC0,public")
    }

    @Test(arguments: [
        "year,population\n2026,5\n", "year,population,source,licence\n2026,none,Office,CC0\n",
        "year,population,source,licence\n2026,5,,CC0\n", "year,population,source,licence\n2026,5,Office,\n",
        "year,population,source,licence\n1650,5,Office,CC0\n", "lamp,population,source,licence\n1,5,Office,CC0\n",
        "year,population,source,licence\n2026,0,Office,CC0\n", "population,source,licence\n5,Office,CC0\n",
    ])
    func b77AFigureOfUnknownOriginOrOfNothingIsRefused(file: String) throws {
        let outcome = try rates(file)
        #expect(outcome.status == 1 && outcome.talk.contains("K104"), "\(outcome.talk)")
    }

    @Test(arguments: [("1", "lamps"), ("9", table)])
    func b77WhatWasNotReleasedHasNoRate(release: String, table: String) throws {
        let outcome = try rates("year,population,source,licence\n2026,5,O,L\n", table: table, release: release)
        #expect(outcome.status == 1 && outcome.talk.contains("K107"), "\(outcome.talk)")
    }
}
