import Disclosure
import Foundation
import Statistics
import TestKit
import Testing
import Vocabulary

@testable import Publication

/// On tables that were published, against the figures that were published of them.
@Suite struct NoticeEstimateTests {
    private static let quick: EstimateSettings = {
        var settings = EstimateSettings()
        (settings.replicates, settings.simulations, settings.replicatesOfSimulations) = (100, 5, 50)
        return settings
    }()

    /// The United Kingdom of 2013 with five lists: Chan, Silverman, Vincent (2021) give 11,313 persons.
    private static let kingdom = Result {
        let report = try EstimateReport(
            try table(Repository.root.appending(path: "Benchmarks/tables/uk-five-lists.csv")), settings: quick)
        return (report, try ReportRelease(report).released(threshold: CountThreshold.usual))
    }

    private static func table(_ url: URL) throws -> ReportedTable {
        let rows = String(decoding: try Data(contentsOf: url), as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { line in line.split(separator: ",").map { String($0).replacing("\"", with: "") } }
        return try CaptureTableReader().read(header: rows.first ?? [], rows: Array(rows.dropFirst()))
    }

    private func content() throws -> NoticeContent {
        NoticeContent(
            .estimate, title: "Persons in all", publisher: "Office of the rapporteur",
            estimate: NoticeEstimate(
                try Self.kingdom.get().1,
                making: .init(
                    indicator: "referred-persons", period: "2013", seed: "1", threshold: "0.02", replicates: 100,
                    source: String(repeating: "ab", count: 32), position: 77)))
    }

    private func html(_ language: String) throws -> String {
        let view = NoticeView(try content(), try Example.texts(language))
        let page = try PageTemplates(SampleSite.templates()).render(view, in: "notice-body")
        return String(decoding: try #require(page), as: UTF8.self)
    }

    @Test func b99SaysThePublishedFigureRounded() throws {
        let released = try Self.kingdom.get().1
        let main = try #require(released.methods.first)
        #expect(main.name == "stepwise" && main.unit >= 200)
        #expect(abs(Double(main.persons) - 11_312.990) <= Double(main.unit) / 2)
        // Their interval of 1,000 resamples: 8,785 to 14,701.
        #expect(abs(main.lower - 8_785) <= 2 * main.unit && abs(main.upper - 14_701) <= 2 * main.unit)
        #expect(abs(released.registered - 2_744) <= main.unit / 2 && released.registered % main.unit == 0)
        #expect(released.light == .amber && released.reasons.contains("methods-differ"))
    }

    /// Of no table is there a count, a sum of them or a name in what is frozen.
    @Test func b99FreezesNothingOfTheTable() throws {
        let report = try Self.kingdom.get().0
        let counts = report.table.counts
        let sums = counts.indices.map { lists in report.table.persons(onAllOf: ListSet(bits: lists)) }
        let raw = Set(counts + sums + [report.table.persons]).filter { $0 > 9 }
        let archive = try NoticeArchive.freeze(
            content(), on: CalendarDate("2026-11-23")!, after: nil, texts: [Example.texts("en")])
        for name in ["notice.json", "table.csv"] {
            let text = String(decoding: try #require(archive.files[name]), as: UTF8.self)
            let numbers = Set(text.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }.compactMap { Int($0) })
            #expect(numbers.isDisjoint(with: raw), "\(name): \(numbers.intersection(raw))")
            for list in report.table.lists { #expect(!text.contains("\"\(list)\"") && !text.contains(":\(list)")) }
        }
        #expect(try NoticeContent.read(content().bytes(), notice: "1") == content(), "it reads back as it was")
    }

    @Test(arguments: ["en", "fr", "es", "pt", "ar"]) func b99HasMethodIntervalAndBadge(language: String) throws {
        let html = try html(language)
        let texts = try Example.texts(language)
        #expect(!html.contains("⟦") && !html.contains("{"), "a text is missing")
        #expect(html.contains("<strong class=\"badge caution\">\(texts["estimates.kind"])</strong>"))
        let main = try #require(try content().estimate?.methods.first)
        #expect(html.contains(texts["estimates.methods.name.stepwise"]))
        for end in [main.persons, main.lower, main.upper] { #expect(html.contains(texts.number(end))) }
        #expect(html.contains("class=\"counted\"") && html.contains("stroke-dasharray") == false)
    }

    @Test func b99FillsEveryKeyOfItsTemplate() throws {
        let estimate = try #require(try content().estimate)
        let view = NoticeEstimateView(estimate, try Example.texts("en"))
        #expect(TemplateKeys(templates: try SampleSite.templates()).problems(of: view, in: "notice-estimate").isEmpty)
    }

    /// Each reason that a figure may go out with has its text without a place to fill in.
    @Test(arguments: ["en", "fr", "es", "pt", "ar"]) func b99SaysReasonsWithoutFigures(language: String) throws {
        let texts = try Example.texts(language)
        let codes = texts.keys.filter { $0.hasPrefix("estimates.reasons.") }.map { $0.dropFirst(18) }
        // These are never but red.
        for code in Set(codes).subtracting(["two-lists", "no-upper-limit"]) {
            let text = try #require(texts.text("site.notices.reasons.\(code)"), "\(code)")
            #expect(!text.contains("{") && !text.contains(where: \.isNumber))
        }
    }

    /// Tables whose figures hang on one list or one record stay inside, with the reasons.
    @Test(.enabled(if: Repository.shared("mse") != nil), arguments: ["Ned_5", "NewOrl_5", "Korea", "Artificial_3"])
    func b99RefusesPublishedTablesThatAreRed(name: String) throws {
        let url = try #require(Repository.shared("mse/\(name).csv"))
        let report = try EstimateReport(try Self.table(url), settings: Self.quick)
        let reasons = Verdict(report).reasons.map(\.code)
        #expect(throws: DisclosureFailure.estimateNotToBePublished(reasons: reasons)) {
            try ReportRelease(report).released(threshold: CountThreshold.usual)
        }
    }
}
