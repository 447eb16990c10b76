@testable import Disclosure
import Foundation
import Publication
import Tables
import TestKit
import Vocabulary
import Website

/// A site with one release of one small table and two notices, the second of which was withdrawn.
enum SampleSite {
    /// Made once: it takes a second.
    private static let made = Result { try make() }

    static func site() throws -> Site { try made.get() }

    private static func make() throws -> Site {
        let sexes = Tables.Dimension(
            name: "sex", codeList: "sexes", categories: [.init(code: "female"), .init(code: "male")])
        let counts = CountTable(
            name: "referrals-by-sex", unit: .referral, period: .year(2023), dimensions: [sexes], cells: [],
            coverage: Coverage(reporting: ["Police A"], silent: []),
            provenance: Provenance(rule: "referrals 1", ledgerPosition: 12, ledgerHash: "ab12"))
        let outcomes: [(Int?, ReleasedTable.Outcome)] = [
            (nil, .published(30)), (0, .withheldPrimary), (1, .withheldComplementary),
        ]
        let table = ReleasedTable(
            table: counts, cells: outcomes.map { ReleasedTable.Cell(coordinates: [$0.0], outcome: $0.1) },
            rule: ProtectionRule(),
            audit: AuditSummary(cells: 3, withheld: 2, exactlyRecoverable: 0, narrow: 0, inconsistent: 0))
        let languages = try ["en", "fr"].map {
            try Texts(language: $0, yaml: text("Resources/languages/\($0).yaml"))
        }
        let day = Period("2023-12-01")?.start ?? CalendarDate(daysSinceEpoch: 0)
        let archive = try ReleaseArchive.freeze([table], on: day, after: nil, texts: languages)
        return try Site(
            archives: [archive], languages: languages, index: IndexEntry.list(yaml: text("Resources/index.yaml")),
            outlines: nil, styleSheet: Array(text("Resources/style/site.css").utf8), icon: icon(),
            templates: templates(), notices: notices(on: day, languages),
            withdrawnNotices: [Withdrawal(number: 2, on: day, reason: "It was not for everybody.")])
    }

    private static func notices(on day: CalendarDate, _ languages: [Texts]) throws -> [NoticeArchive] {
        let cells = ["Light", "Put up lamps", "May", "Harbour office", "Lamps", "Twelve"]
        let plan = NoticeContent(
            .plan, title: "Plan P 7", publisher: "Secretariat", asOf: "2023-11-30",
            chapters: [.init(title: "1. Harbours", rows: [cells.map { [.init($0)] }])])
        let press = NoticeContent(
            .pressRelease, title: "Words that are gone", publisher: "Secretariat",
            facts: [.init("text", .words("Gone."))])
        let first = try NoticeArchive.freeze(plan, on: day, after: nil, texts: languages)
        return [first, try NoticeArchive.freeze(press, on: day, after: first.notice, texts: languages)]
    }

    static func icon() throws -> HouseIcon { HouseIcon(Array(try text("Resources/style/icon.svg").utf8)) }

    /// The pages of the house in all languages.
    static func pages() throws -> Pages {
        try Pages(
            languages: ["en", "ar", "es", "fr", "pt"].map {
                try Texts(language: $0, yaml: text("Resources/languages/\($0).yaml"))
            },
            templates: templates(), styleSheet: Array(text("Resources/style/workbench.css").utf8), icon: icon())
    }

    private static func templates() throws -> [String: String] {
        let folder = Repository.root.appending(path: "Resources/templates")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".mustache")
        }
        return Dictionary(
            try names.map { (String($0.dropLast(9)), try text("Resources/templates/\($0)")) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: Repository.root.appending(path: path)), as: UTF8.self)
    }
}
