@testable import Disclosure
import Foundation
@testable import Publication
import Tables
import TestKit
import Vocabulary

/// A site of two releases, the second of which revises the first, with a table that has a map.
enum SampleSite {
    static func templates() throws -> [String: String] {
        let folder = Repository.root.appending(path: "Resources/templates")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return Dictionary(
            try files.filter { $0.pathExtension == "mustache" }.map {
                (
                    $0.deletingPathExtension().lastPathComponent,
                    String(decoding: try Data(contentsOf: $0), as: UTF8.self)
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    static func index() throws -> [IndexEntry] {
        let url = Repository.root.appending(path: "Resources/index.yaml")
        return try IndexEntry.list(yaml: String(decoding: Data(contentsOf: url), as: UTF8.self))
    }

    static func outlines() throws -> WorldOutlines {
        let url = Repository.root.appending(path: "Resources/geo/ne_countries110.geojson")
        return try WorldOutlines(geoJSON: Array(Data(contentsOf: url)))
    }

    static func imprint() throws -> Imprint {
        try Imprint(
            yaml: """
                publisher: {en: National rapporteur, fr: Rapporteur national}
                contact: rapporteur@example.org
                attribution:
                  - {en: "Figures of the police, licence A", link: "https://example.org/licence"}
                  - {en: Figures of <shelters>}
                """)
    }

    /// Persons by citizenship and sex: Albania 30, Viet Nam withheld, Malta (too small for the map) 7.
    static func citizenships() -> ReleasedTable {
        let citizenship = Tables.Dimension(
            name: "citizenship", codeList: "countries", categories: ["AL", "VN", "MT"].map { .init(code: $0) })
        let figures: [(Int?, [ReleasedTable.Outcome])] = [
            (nil, [.published(41), .published(16), .published(25)]),
            (0, [.published(30), .withheldComplementary, .withheldComplementary]),
            (1, [.withheldPrimary, .withheldPrimary, .published(0)]),
            (2, [.withheldComplementary, .withheldPrimary, .published(7)]),
        ]
        let cells = figures.flatMap { place, outcomes in
            outcomes.enumerated().map {
                ReleasedTable.Cell(coordinates: [place, $0.offset == 0 ? nil : $0.offset - 1], outcome: $0.element)
            }
        }
        return Example.table(
            "referred-persons-by-citizenship-sex", unit: .person, period: .year(2022), [citizenship, Example.sexes],
            cells)
    }

    static func archives() throws -> [ReleaseArchive] {
        let name = "referred-persons-by-sex-quarter"
        let senders = Example.organisations(byQuarter: ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"])
        let first = try ReleaseArchive.freeze(
            [Example.persons(name: name), citizenships(), senders], on: Example.day("2023-02-01"), after: nil,
            texts: Example.languages())
        let second = try ReleaseArchive.freeze(
            [Example.persons(name: name, womenInFirstQuarter: 14), senders], on: Example.day("2023-05-01"),
            after: first.release,
            texts: Example.languages())
        return [first, second]
    }

    static func site(
        archives: [ReleaseArchive], notices: [NoticeArchive] = [], withdrawnNotices: [Withdrawal] = []
    ) throws -> Site {
        let style = try Data(contentsOf: Repository.root.appending(path: "Resources/style/site.css"))
        return try Site(
            archives: archives, languages: Example.languages(), index: index(), outlines: outlines(),
            styleSheet: Array(style), icon: HouseIcon(Array("<svg/>".utf8)), templates: templates(), imprint: imprint(),
            notices: notices, withdrawnNotices: withdrawnNotices)
    }
}
