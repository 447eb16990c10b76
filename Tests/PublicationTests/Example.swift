@testable import Disclosure
import Foundation
import Publication
import Tables
import TestKit
import Vocabulary

/// Small tables worked by hand, and the languages of the house.
enum Example {
    static let quarters = Tables.Dimension(
        name: "quarter",
        categories: ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"].map { Tables.Dimension.Category(code: $0) })
    static let sexes = Tables.Dimension(
        name: "sex", codeList: "sexes", categories: ["female", "male"].map { Tables.Dimension.Category(code: $0) })

    /// Persons by sex and quarter: 12, 30, withheld, 9 women; 20, 25, withheld, not reported men.
    static func persons(
        name: String = "registered-persons", womenInFirstQuarter: Int = 12, period: Period? = .year(2022)
    ) -> ReleasedTable {
        let women: [ReleasedTable.Outcome] = [
            .published(womenInFirstQuarter), .published(30), .withheldPrimary, .published(9),
        ]
        let men: [ReleasedTable.Outcome] = [.published(20), .published(25), .withheldComplementary, .notReported]
        let both: [ReleasedTable.Outcome] = [
            .published(womenInFirstQuarter + 20), .published(55), .published(31), .published(9),
        ]
        let rows: [(Int?, [ReleasedTable.Outcome], ReleasedTable.Outcome)] = [
            (nil, both, .published(115 + womenInFirstQuarter)), (0, women, .withheldComplementary),
            (1, men, .withheldComplementary),
        ]
        let cells = rows.flatMap { sex, byQuarter, total in
            [ReleasedTable.Cell(coordinates: [sex, nil], outcome: total)]
                + byQuarter.enumerated().map { ReleasedTable.Cell(coordinates: [sex, $0.offset], outcome: $0.element) }
        }
        return table(name, unit: .person, period: period, [sexes, quarters], cells)
    }

    /// Seven organisations in each quarter named, and nobody in the one after a `!`. The total is no figure.
    static func organisations(byQuarter quarters: [String]) -> ReleasedTable {
        let categories = quarters.map { Tables.Dimension.Category(code: $0.replacing("!", with: "")) }
        let cells = quarters.enumerated().map {
            ReleasedTable.Cell(
                coordinates: [$0.offset], outcome: $0.element.hasPrefix("!") ? .notReported : .published(7))
        }
        return table(
            "reporting-organisations-by-quarter", unit: .organisation, period: nil,
            [Tables.Dimension(name: "quarter", categories: categories, addsUp: false)],
            [ReleasedTable.Cell(coordinates: [nil], outcome: .published(7))] + cells)
    }

    /// Persons referred by year, which do not add up over years.
    static func years(_ figures: KeyValuePairs<String, Int>) -> ReleasedTable {
        let years = Tables.Dimension(
            name: "year", categories: figures.map { Tables.Dimension.Category(code: $0.key) }, addsUp: false)
        return table(
            "referred-persons-by-year", unit: .person, period: nil, [years],
            [ReleasedTable.Cell(coordinates: [nil], outcome: .published(0))]
                + figures.enumerated().map {
                    ReleasedTable.Cell(coordinates: [$0.offset], outcome: .published($0.element.value))
                })
    }

    static func table(
        _ name: String, unit: CountingUnit, period: Period?, _ dimensions: [Tables.Dimension],
        _ cells: [ReleasedTable.Cell]
    ) -> ReleasedTable {
        let counts = CountTable(
            name: name, unit: unit, period: period, dimensions: dimensions, cells: [],
            coverage: Coverage(reporting: ["Police A", "Shelter B"], silent: ["Labour inspectorate"]),
            provenance: Provenance(rule: "registered-persons 1", ledgerPosition: 4_200, ledgerHash: "ab12"))
        return ReleasedTable(
            table: counts, cells: cells, rule: ProtectionRule(threshold: 5),
            audit: AuditSummary(cells: cells.count, withheld: 4, exactlyRecoverable: 0, narrow: 0, inconsistent: 0))
    }

    static func texts(_ language: String) throws -> Texts {
        let url = Repository.root.appending(path: "Resources/languages/\(language).yaml")
        return try Texts(language: language, yaml: String(decoding: Data(contentsOf: url), as: UTF8.self))
    }

    /// Every language that the house has a file for.
    static func languages() throws -> [Texts] {
        let folder = Repository.root.appending(path: "Resources/languages")
        return Texts.inOrder(
            try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "yaml" }.map { try texts($0.deletingPathExtension().lastPathComponent) })
    }

    static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(text) else { throw CocoaError(.formatting) }
        return day
    }
}
