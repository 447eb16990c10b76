@testable import Disclosure
import Publication
import Tables
import Testing

@Suite struct FiguresThatDoNotAddUpTests {
    /// Persons by year, each counted once a year: 10 and 12, of whom nobody knows how many are the same.
    private static let table: ReleasedTable = {
        let years = Tables.Dimension(
            name: "year", categories: [.init(code: "2022"), .init(code: "2023")], addsUp: false)
        let cells = [(nil, 22), (0, 10), (1, 12)].map { (place: Int?, count: Int) in
            ReleasedTable.Cell(coordinates: [place], outcome: .published(count))
        }
        return Example.table("referred-persons-by-year", unit: .person, period: nil, [years], cells)
    }()

    @Test func standOnNoPageAndInNoFileAsATotal() throws {
        let archive = try ReleaseArchive.freeze(
            [Self.table], on: Example.day("2024-02-01"), after: nil, texts: Example.languages())
        let site = try SampleSite.site(archives: [archive])
        let address = PageAddress.table("referred-persons-by-year", TableRequest())
        let html = String(decoding: site.html(address, in: "en") ?? [], as: UTF8.self)
        #expect(html.contains(">12</td>"))
        #expect(!html.contains(">22</td>"))
        for file in ["referred-persons-by-year.csv", "referred-persons-by-year.sdmx.csv"] {
            let lines = String(decoding: archive.files[file] ?? [], as: UTF8.self).split(separator: "\r\n")
            #expect(lines.count == 3)
        }
    }

    @Test func areThoseOfTheLatestPeriodWhereNoneIsChosen() {
        #expect(TableReader(Self.table).standing == ["year": "2023"])
    }
}
