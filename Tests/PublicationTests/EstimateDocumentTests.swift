import Statistics
import TestKit
import Testing

@testable import Publication

@Suite struct EstimateDocumentTests {
    /// The published three lists of Ball, Shin, Yang (2018), persons of the first list in two groups.
    private func report() throws -> EstimateReport {
        let reader = CaptureTableReader()
        let table = try reader.read(
            header: ["b", "c", "d", "group", "count"],
            rows: [
                ["1", "0", "0", "x", "5"], ["0", "1", "0", "x", "5"], ["0", "0", "1", "x", "21"],
                ["0", "0", "1", "y", "20"], ["1", "1", "0", "x", "54"], ["1", "0", "1", "y", "6"],
                ["1", "1", "1", "x", "12"],
            ])
        var settings = EstimateSettings()
        (settings.replicates, settings.simulations, settings.replicatesOfSimulations) = (200, 20, 50)
        settings.population = 1_000_000
        settings.populations = [["x"]: 600_000, ["y"]: 400_000]
        return try EstimateReport(table, settings: settings)
    }

    private func html(_ language: String) throws -> String {
        let bytes = try EstimateDocument.html(
            report(), file: "lists.csv", hash: String(repeating: "0", count: 64), texts: Example.texts(language),
            templates: SampleSite.templates(), styleSheet: "/* style */")
        return String(decoding: try #require(bytes), as: UTF8.self)
    }

    @Test(arguments: ["en", "fr", "es", "pt", "ar"]) func hasEveryText(language: String) throws {
        let html = try html(language)
        #expect(!html.contains("⟦"), "a text is missing")
        #expect(!html.contains("{"), "a place is not filled")
        #expect(html.contains("lang=\"\(language)\""))
    }

    @Test(arguments: ["en", "ar"]) func printsThePage(language: String) throws {
        #expect(try Golden.difference(html(language), from: "estimate.\(language).html") == nil)
    }

    @Test func needsNothingBesideIt() throws {
        let html = try html("en")
        for mark in ["<script", "<link", "src=", "url(", "http://", "https://"] {
            #expect(!html.replacing("http://www.w3.org/2000/svg", with: "").contains(mark), "\(mark)")
        }
    }

    @Test func fillsEveryKeyOfItsTemplates() throws {
        let page = EstimatePage(
            EstimateWording(try report(), try Example.texts("en")), file: "lists.csv", hash: "0", style: "")
        let problems = TemplateKeys(templates: try SampleSite.templates()).problems(of: page, in: EstimatePage.template)
        let allowed: Set = ["estimate: before is empty", "estimate: after is empty"]
        #expect(Set(problems).subtracting(allowed).isEmpty, "\(problems)")
    }

    /// The headline is rounded to what the interval bears; registered persons are exact, and named as such.
    @Test func saysTheSentence() throws {
        let html = try html("en")
        #expect(html.contains("123 of them are registered"))
        #expect(html.contains("The dashed line marks the persons registered: 123."))
    }
}
