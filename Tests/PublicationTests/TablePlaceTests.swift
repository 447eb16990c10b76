@testable import Publication
import Testing

@Suite struct TablePlaceTests {
    private func html(_ name: String, release: Int? = nil) throws -> String {
        let site = try SampleSite.site(archives: SampleSite.archives())
        return String(
            decoding: site.html(.table(name, TableRequest(release: release)), in: "en") ?? [], as: UTF8.self)
    }

    @Test func leadsToTheOtherBreakdownsOfTheSameFigures() throws {
        #expect(
            try html("referred-persons-by-citizenship-sex").contains(
                "<a href=\"/en/tables/referred-persons-by-sex-quarter\">by sex and quarter</a>"))
    }

    @Test func staysInTheReleaseThatTheReaderChose() throws {
        #expect(
            try html("referred-persons-by-sex-quarter", release: 1).contains(
                "<a href=\"/en/tables/referred-persons-by-citizenship-sex?release=1\">by citizenship and sex</a>"))
    }

    @Test func leadsToTheReleaseAndTheDefinition() throws {
        let page = try html("referred-persons-by-sex-quarter")
        #expect(page.contains("<a href=\"/en/releases/2\">Release no. 2 of 1 May 2023</a>"))
        #expect(page.contains("<a href=\"/en/indicators/referred-persons\">Definition: Persons referred</a>"))
    }

    @Test(arguments: [(1, true), (2, false)])
    func saysThatALaterReleaseHasTheTable(release: Int, isSaid: Bool) throws {
        #expect(try html("referred-persons-by-sex-quarter", release: release).contains("said. Release no. 2") == isSaid)
    }

    @Test func showsWhatARevisionChangedFigureByFigure() throws {
        // 12 women became 14 in the first quarter of 2022, and with them the totals of the quarter and the year.
        #expect(
            try html("referred-persons-by-sex-quarter").contains(
                "<th scope=\"row\">Female, Q1 2022</th><td class=\"number\">12</td><td class=\"number\">14</td>"))
    }
}
