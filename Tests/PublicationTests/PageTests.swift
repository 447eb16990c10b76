@testable import Publication
import TestKit
import Testing

@Suite struct PageTests {
    static let pages: [(name: String, address: PageAddress)] = [
        ("index", .index), ("indicator", .indicator("referred-persons")),
        ("indicator-waiting", .indicator("screenings")),
        ("tables", .tables),
        ("table", .table("referred-persons-by-sex-quarter", TableRequest(release: 1))),
        ("table-map", .table("referred-persons-by-citizenship-sex", TableRequest())),
        ("release", .release(2)), ("notices", .notices), ("notice-plan", .notice(1)), ("notice-practice", .notice(2)),
        ("notice-withdrawn", .notice(5)), ("methods", .methods), ("about", .about),
    ]

    private func site() throws -> Site {
        try SampleSite.site(
            archives: SampleSite.archives(), notices: SampleNotices.archives(),
            withdrawnNotices: [SampleNotices.withdrawal()])
    }

    /// Without the outlines of the map, 70 kB of path that say nothing in review, and without hashes, which change with
    /// every file that they are of.
    private func html(_ bytes: [UInt8]?) -> String {
        let html = String(decoding: bytes ?? [], as: UTF8.self)
            .split(separator: "<path class=\"land", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset == 0 ? String($0.element) : String($0.element.drop { $0 != ">" }.dropFirst()) }
            .joined(separator: "<path/>")
        return html.replacing(/[0-9a-f]{64}/, with: "HASH").replacing(/style-[0-9a-f]{12}/, with: "style-HASH")
            .replacing(/icon-[0-9a-f]{12}/, with: "icon-HASH")
    }

    @Test(arguments: ["en", "fr", "ar"], pages.map(\.name))
    func printsThePage(language: String, name: String) throws {
        let address = try #require(PageTests.pages.first { $0.name == name }?.address)
        let html = html(try site().html(address, in: language))
        #expect(!html.isEmpty)
        #expect(!html.contains("⟦"), "a text is missing")
        #expect(try Golden.difference(html, from: "pages/\(name).\(language).html") == nil)
    }

    @Test(arguments: ["en", "fr", "ar"], PageProblem.allCases)
    func printsThePageForAProblem(language: String, problem: PageProblem) throws {
        let html = html(try site().html(problem, in: language))
        #expect(!html.contains("⟦"))
        #expect(try Golden.difference(html, from: "pages/error-\(problem.rawValue).\(language).html") == nil)
    }

    @Test(arguments: pages.map(\.name))
    func printsEveryTextInEveryLanguage(name: String) throws {
        let address = try #require(PageTests.pages.first { $0.name == name }?.address)
        let site = try site()
        for texts in site.languages {
            let html = html(site.html(address, in: texts.language))
            #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(texts.language)\" dir=\"\(texts.direction)\">"))
            #expect(!html.contains("⟦"), "a text is missing in \(texts.language)")
            #expect(!html.contains("{"), "a place is not filled in \(texts.language)")
        }
    }

    @Test func fillsEveryKeyOfEveryTemplate() throws {
        let site = try site()
        let texts = try Example.texts("en")
        let keys = TemplateKeys(templates: try SampleSite.templates())
        func frame(_ address: PageAddress?) -> PageFrame { PageFrame(site, texts, at: address) }
        let pages: [any Page] = [
            IndexPage(site, texts, frame(.index)),
            try #require(IndicatorPage(site, texts, frame(.index), id: "referred-persons")),
            TablesPage(site, texts, frame(.tables)),
            try #require(
                TablePage(
                    site, texts, frame(.tables), name: "referred-persons-by-sex-quarter",
                    request: TableRequest(release: 1))),
            try #require(ReleasePage(site, texts, frame(.tables), number: 1)),
            NoticesPage(site, texts, frame(.notices)),
            try #require(NoticePage(site, texts, frame(.notices), number: 1)),
            MethodsPage(site, texts, frame(.methods)), AboutPage(site, texts, frame(.about)),
            ErrorPage(texts, frame(nil), .notFound),
        ]
        // A trend and bars without parts have no legend; the map's is tried below.
        // Parts of a year, long revisions and what was withdrawn have tests of their own.
        let allowed: Set = [
            "drawing: legend is empty", "drawing: notes is empty", "index: notes is empty", "table: rest is empty",
            "table: newer is empty", "release: withdrawn is empty",
            "notice: withdrawn is empty", "notice-body: estimate is empty", "notices: badge is empty",
            "notices: none is empty",
        ]
        for page in pages {
            let problems = keys.problems(of: page, in: type(of: page).template)
            #expect(Set(problems).subtracting(allowed).isEmpty, "\(problems)")
        }
        let mapped = try #require(
            TablePage(
                site, texts, frame(.tables), name: "referred-persons-by-citizenship-sex", request: TableRequest()))
        // The map alone has a legend and a note.
        let map = try #require(mapped.drawings.last)
        #expect(keys.problems(of: map, in: "drawing").isEmpty)
    }

    @Test func findsAMisspeltKey() {
        let keys = TemplateKeys(templates: ["page": "<h1>{{titel}}</h1>{{#rows}}{{.}}{{/rows}}{{>no}}"])
        struct Sample {
            let title = "x"
            let rows = ["a"]
        }
        #expect(keys.problems(of: Sample(), in: "page") == ["page: {{titel}}", "page: no template no"])
    }

    @Test func showsADifferentFaceOfATable() throws {
        let request = TableRequest([("rows", "quarter"), ("columns", "none"), ("in-sex", "female"), ("x", "y")])
        let html = html(try site().html(.table("referred-persons-by-sex-quarter", request), in: "en"))
        #expect(html.contains("Sex: Female"))
        #expect(html.contains("<th scope=\"row\" class=\"level-0\">Q1 2022</th><td class=\"number\">14</td>"))
    }

    @Test func hasNoPageForWhatWasNeverReleased() throws {
        let site = try site()
        #expect(site.html(.table("no-such-table", TableRequest()), in: "en") == nil)
        #expect(site.html(.release(3), in: "en") == nil)
        #expect(site.html(.notice(7), in: "en") == nil)
        #expect(site.html(.indicator("no-such-indicator"), in: "en") == nil)
        #expect(site.html(.index, in: "xx") == nil)
    }

    @Test func showsAnEmptySiteBeforeTheFirstRelease() throws {
        let site = try SampleSite.site(archives: [])
        for address in [PageAddress.index, .tables, .notices, .methods, .indicator("referrals")] {
            #expect(site.html(address, in: "fr").map { !String(decoding: $0, as: UTF8.self).contains("⟦") } == true)
        }
    }

    @Test func escapesWhatStandsInAnAddress() throws {
        let request = TableRequest([("rows", "\"><script>alert(1)</script>"), ("in-sex", "<b>")])
        let html = html(try site().html(.table("referred-persons-by-sex-quarter", request), in: "en"))
        #expect(!html.contains("<script"))
        #expect(!html.contains("<b>"))
    }

    @Test func keepsFrozenTablesToItself() throws {
        let site = try site()
        #expect(site.download("referred-persons-by-sex-quarter.csv", of: 1) != nil)
        #expect(site.download("tables/referred-persons-by-sex-quarter.json", of: 1) == nil)
        #expect(site.download("manifest.json", of: 3) == nil)
        #expect(site.download("manifest.json", of: 0) == nil)
    }

    @Test func settlesRequestsThatShowTheSameOnOneAddress() throws {
        let site = try site()
        let name = "referred-persons-by-sex-quarter"
        let odd = TableRequest([("rows", "sex"), ("columns", "quarter"), ("release", "99"), ("in-x", "y")])
        #expect(site.settled(.table(name, odd)) == site.settled(.table(name, TableRequest())))
    }
}
