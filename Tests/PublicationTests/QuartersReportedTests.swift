@testable import Disclosure
import Foundation
@testable import Publication
import Tables
import Testing
import Vocabulary

@Suite struct QuartersReportedTests {
    private static let quarters = ["2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3"]

    private func site(_ releases: [[ReleasedTable]]) throws -> Site {
        var archives: [ReleaseArchive] = []
        for tables in releases {
            archives.append(
                try ReleaseArchive.freeze(
                    tables, on: Example.day("2024-02-01"), after: archives.last?.release, texts: Example.languages()))
        }
        return try SampleSite.site(archives: archives)
    }

    private func html(_ site: Site, _ address: PageAddress, in language: String = "en") -> String {
        String(decoding: site.html(address, in: language) ?? [], as: UTF8.self)
    }

    private func reading(_ site: Site) throws -> IndexReading {
        try #require(site.readings.first { $0.entry.id == "referred-persons" })
    }

    @Test(arguments: [
        (quarters, "2022", "2022, Q2 to Q4"), (quarters, "2023", "2023, Q1 to Q3"), (quarters, "2021", "2021"),
        (["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"], "2022", "2022"),
        (["2022-Q1", "2022-Q4"], "2022", "2022, Q1, Q4"),
        (["2022-Q3"], "2022", "2022, Q3"), (["2022-Q3", "!2022-Q4"], "2022", "2022, Q3"), (["unknown"], "2022", "2022"),
        (quarters, "2022-Q2", "Q2 2022"),
    ])
    func writesTheQuartersOfAYearThatLacksSome(reported: [String], period: String, text: String) throws {
        let texts = try Example.texts("en").covering(
            QuartersReported([Example.organisations(byQuarter: reported)]))
        #expect(try texts.period(#require(Period(period))) == text)
    }

    @Test func writesThemInFrench() throws {
        let texts = try Example.texts("fr").covering(
            QuartersReported([Example.organisations(byQuarter: Self.quarters)]))
        #expect(try texts.period(#require(Period("2023"))) == "2023, T1 à T3")
    }

    @Test func countsAWithheldFigureAsReported() throws {
        let quarter = Tables.Dimension(name: "quarter", categories: [.init(code: "2022-Q4")])
        let table = Example.table(
            QuartersReported.table, unit: .organisation, period: nil, [quarter],
            [nil, 0].map { ReleasedTable.Cell(coordinates: [$0], outcome: .withheldPrimary) })
        #expect(try QuartersReported([table])?.part(of: #require(Period("2022"))) == [4])
    }

    @Test func knowsNothingWithoutTheTable() {
        #expect(QuartersReported([Example.years(["2022": 9])]) == nil)
    }

    @Test func statesNoChangeBetweenDifferentQuarters() throws {
        let site = try site([
            [Example.years(["2022": 90, "2023": 80]), Example.organisations(byQuarter: Self.quarters)]
        ])
        #expect(try reading(site).change == .incomparable)
        let page = html(site, .index)
        #expect(page.contains("No change can be stated against 2022, Q2 to Q4"))
        #expect(!page.contains("Down by"))
    }

    @Test func statesTheChangeBetweenTheSameQuarters() throws {
        let reported = ["2022-Q1", "2022-Q2", "2023-Q1", "2023-Q2"]
        let site = try site([[Example.years(["2022": 90, "2023": 80]), Example.organisations(byQuarter: reported)]])
        #expect(try reading(site).change == .fall(by: 10))
        #expect(html(site, .index).contains("Down by 10 since 2022, Q1 to Q2"))
    }

    @Test(arguments: [PageAddress.indicator("referred-persons"), .table("referred-persons-by-year", TableRequest())])
    func drawsHollowPointsWithoutALine(address: PageAddress) throws {
        let site = try site([
            [Example.years(["2022": 90, "2023": 80]), Example.organisations(byQuarter: Self.quarters)]
        ])
        let page = html(site, address)
        #expect(page.split(separator: "class=\"point").count - 1 == 2)
        #expect(page.split(separator: " part\"").count - 1 == 2)
        #expect(!page.contains("class=\"trend\""))
        #expect(page.contains("Hollow points cover only the quarters named"))
        #expect(page.contains("<th scope=\"row\"") && page.contains("2023, Q1 to Q3"))
    }

    @Test func callsAYearThatFillsUpNotRevised() throws {
        let site = try site([
            [Example.years(["2023": 40]), Example.organisations(byQuarter: ["2023-Q1", "2023-Q2"])],
            [Example.years(["2023": 60]), Example.organisations(byQuarter: ["2023-Q1", "2023-Q2", "2023-Q3"])],
        ])
        let point = try #require(try reading(site).latest)
        #expect(!point.isRevised)
        #expect(point.hasChanged)
        #expect(point.statements.map(\.part) == [[1, 2], [1, 2, 3]])
        #expect(html(site, .indicator("referred-persons")).contains("2023, Q1 to Q2"))
    }

    @Test func saysItInTheFileToo() throws {
        let site = try site([[Example.years(["2022": 90]), Example.organisations(byQuarter: Self.quarters)]])
        let file = String(decoding: site.download("referred-persons-by-year.csv", of: 1) ?? [], as: UTF8.self)
        #expect(file.contains(",\"2022, T2 a T4\",\"2022, T2 à T4\",\"2022, T2 a T4\",90,published"))
    }

    @Test func printsTheOrganisationsOfThePeriodShown() throws {
        let site = try site([
            [Example.years(["2022": 90, "2023": 95]), Example.organisations(byQuarter: Self.quarters)]
        ])
        let capacity = site.capacity(beside: try reading(site), try Example.texts("en"))
        #expect(
            capacity.map(\.text) == [
                "Q1\u{A0}7, Q2\u{A0}7, Q3\u{A0}7 (2022:\u{A0}Q2\u{A0}7, Q3\u{A0}7, Q4\u{A0}7)", "not reported",
            ])
    }
}
