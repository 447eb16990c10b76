import Vocabulary

/// A notice in one language, for `notice-body.mustache`: the public site and whoever lets it out see the same markup.
package struct NoticeView: Sendable {
    /// A name with what it says: in the words of the program, or in somebody's own.
    package struct Fact: Sendable {
        package let label: String
        /// Empty where somebody's own words stand.
        package let text: String
        /// By paragraph, each reading in its own direction (decision 0266); empty where the program says it.
        package let words: [String]
    }

    package struct Chapter: Sendable {
        package let title: String
        package let columns: [String]
        /// As markup, since a template took a second for 5,000 rows of six cells (decision 0262).
        package let rows: String
    }

    package let title: String
    package let kind: String
    package let isEstimate: Bool
    package let publisher: String
    /// Which day it shows, and what its marks mean.
    package let notes: [String]
    package let facts: [Fact]
    package let hasFacts: Bool
    package let chapters: [Chapter]
    /// None where it is no estimate.
    package let estimate: [NoticeEstimateView]

    package init(_ content: NoticeContent, _ texts: Texts) {
        title = content.title
        kind = texts["site.notices.kinds.\(content.kind.rawValue)"]
        isEstimate = content.kind == .estimate
        publisher = content.publisher
        let hasInsertions = content.chapters.contains { $0.rows.joined().joined().contains(where: \.isInserted) }
        notes =
            (NoticeView.standing(of: content, texts).map { [$0] } ?? [])
            + (hasInsertions ? [texts["site.notices.inserted"]] : [])
        facts = content.facts.map { Fact($0, texts) }
        hasFacts = !facts.isEmpty
        estimate = content.estimate.map { [NoticeEstimateView($0, texts)] } ?? []
        let columns = NoticeContent.columns.map { texts["plans.columns.\($0)"] }
        chapters = content.chapters.map { chapter in
            Chapter(
                title: chapter.title, columns: columns,
                rows: chapter.rows.map { NoticeView.row($0, columns) }.joined())
        }
    }

    /// `As it stood on 23 November 2026.`; nil where it shows no day.
    static func standing(of content: NoticeContent, _ texts: Texts) -> String? {
        content.asOf.flatMap(CalendarDate.init).map { texts.filled("site.notices.as-of", ["day": texts.day($0)]) }
    }

    private static func row(_ row: [[NoticeContent.Chapter.Piece]], _ columns: [String]) -> String {
        let cells = zip(columns, row).enumerated().map { place, cell in
            let text = cell.1.map { piece in
                let text = Markup.escaped(piece.text)
                return piece.isInserted ? "<ins>\(text)</ins>" : text
            }.joined()
            // Where rows are cards, an objective that stands above has no line of its own.
            let label = place == 0 && text.isEmpty ? "" : Markup.escaped(cell.0)
            return "<td data-label=\"\(label)\"><span class=\"as-written\" dir=\"auto\">\(text)</span></td>"
        }
        return "<tr>\(cells.joined())</tr>\n"
    }
}

extension NoticeView.Fact {
    fileprivate init(_ fact: NoticeContent.Fact, _ texts: Texts) {
        label = texts["site.notices.labels.\(fact.label)"]
        words = if case .words(let written) = fact.value { NoticeView.Fact.paragraphs(of: written) } else { [] }
        text =
            switch fact.value {
            case .words: ""
            case .code(let list, let code): texts.label(of: code, in: list) ?? code
            case .codes(let list, let codes): texts.list(codes.map { texts.label(of: $0, in: list) ?? $0 })
            case .time(let time): Period(time).map(texts.period) ?? time
            case .number(let number): texts.number(number)
            }
    }

    /// What blank lines part; lines of a paragraph stay lines.
    private static func paragraphs(of written: String) -> [String] {
        let lines = written.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.split { $0.allSatisfy(\.isWhitespace) }.map { $0.joined(separator: "\n") }
    }
}
