import Publication
import Vocabulary

/// Six notices, one of each kind and a later state of the first plan. The fifth was withdrawn.
enum SampleNotices {
    /// What tries to be markup: an element, and a quotation mark that a combining accent makes another character of.
    static let hostile = "Lamps <script>alert(1)</script> \"\u{301}'& harbours"

    static func plan(on day: String, state: String) -> NoticeContent {
        typealias Piece = NoticeContent.Chapter.Piece
        let first = [
            [Piece("1. Light the harbours")],
            [Piece("1.1.a Put up "), Piece("forty", isInserted: true), Piece(" lamps")],
            [Piece("Two months")], [Piece("Harbour office")], [Piece("Lamps counted")], [Piece(state)],
        ]
        let second: [[Piece]] = [
            [], [Piece("1.1.b \(hostile)")], [Piece("Three months")], [Piece("مكتب الميناء")], [], [Piece("=1+1")],
        ]
        return NoticeContent(
            .plan, title: "Plan against darkness", publisher: "Secretariat of the plan", asOf: day,
            facts: [
                .init("reference", .words("P 7")), .init("adopted-on", .time("2025-11")),
                .init("standing-done", .number(1)), .init("standing-late", .number(1)),
            ],
            chapters: [
                .init(title: "1. Harbours", rows: [first, second]), .init(title: "2. \(hostile)", rows: [second]),
            ])
    }

    static func contents() throws -> [NoticeContent] { written + [try estimate()] }

    private static let written: [NoticeContent] = [
        plan(on: "2026-03-01", state: "Twelve lamps"),
        NoticeContent(
            .goodPractice, title: hostile, publisher: "Shelter B \(hostile)",
            facts: [
                .init("problem", .words("Nobody sees\nwho waits.\n\n\r\nAnd nobody asks: \(hostile)")),
                .init("country", .code(list: "countries", code: "PT")),
                .init("evidence", .code(list: "evidence-levels", code: "evaluated")),
                .init("pillars", .codes(list: "plan-pillars", codes: ["prevention", "protection"])),
            ]),
        plan(on: "2026-06-01", state: "Thirty lamps"),
        NoticeContent(
            .complianceRecord, title: "المادة 12 من الاتفاقية", publisher: "أمانة الاتفاقية",
            facts: [
                .init("country", .code(list: "countries", code: "PT")), .init("period", .time("2025")),
                .init("verdict", .code(list: "compliance-verdicts", code: "partly")),
                .init("shown-by", .words("تقرير الزيارة.")), .init("reply", .words("The state replied.")),
                .init("reply-by", .time("2026-05-31")), .init("published-on", .time("2026-06-10")),
            ]),
        NoticeContent(
            .pressRelease, title: "A title that is gone", publisher: "A body that is gone",
            facts: [.init("issued-on", .time("2026-06-11")), .init("text", .words("Words that are gone."))]),
    ]

    /// Read, since only the gate makes one.
    private static func estimate() throws -> NoticeContent {
        let json = """
            {"kind": "estimate", "title": "How many there are", "publisher": "National rapporteur", "facts": [],
            "chapters": [], "estimate": {"methods": [
            {"method": "stepwise", "persons": 9300, "lower": 7500, "upper": 12000, "unit": 100},
            {"method": "chao", "persons": 8100, "lower": 6900, "upper": 9800, "unit": 100}],
            "leftOut": [], "registered": 2400, "unit": 100, "level": 95, "lists": 4, "light": "amber", "reasons": [],
            "making": {"period": "2025", "seed": "1", "threshold": "0.05", "replicates": 1000}}}
            """
        return try NoticeContent.read(Array(json.utf8), notice: "sample")
    }

    /// Published on the first days of July 2026, one a day.
    static func archives() throws -> [NoticeArchive] {
        let texts = try Example.languages()
        return try contents().enumerated().reduce(into: []) { archives, content in
            let day = try Example.day("2026-07-0\(content.offset + 1)")
            archives.append(try .freeze(content.element, on: day, after: archives.last?.notice, texts: texts))
        }
    }

    static func withdrawal() throws -> Withdrawal {
        Withdrawal(number: 5, on: try Example.day("2026-07-09"), reason: "It named <somebody> \"\u{301}.")
    }
}
