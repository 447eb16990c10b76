import Disclosure
import Tables

/// What a release changed of a table, figure by figure.
struct RevisionBlock: Sendable {
    struct Row: Sendable {
        let cell: String
        let before: Figure
        let after: Figure
    }

    struct Headings: Sendable {
        let cell: String
        let before: String
        let after: String
    }

    let summary: String
    let headings: Headings
    let rows: [Row]
    /// How many more there are than are shown; empty for none.
    let rest: [String]

    /// More are no page: the files of both releases have them all.
    private static let mostRows = 40

    init(_ revision: Revision, of table: ReleasedTable, _ texts: Texts) {
        summary = texts.filled(
            "site.table.revision",
            [
                "to": texts.digits(revision.to), "from": texts.digits(revision.from), "date": texts.day(revision.on),
                "changes": texts.counted("site.count.changes", revision.changes.count),
            ])
        headings = Headings(
            cell: texts["site.table.figure-of"],
            before: texts.filled("site.release.title", ["number": texts.digits(revision.from)]),
            after: texts.filled("site.release.title", ["number": texts.digits(revision.to)]))
        rows = revision.changes.prefix(RevisionBlock.mostRows).map { change in
            Row(
                cell: RevisionBlock.name(of: change, in: table, texts), before: Figure(change.before, texts),
                after: Figure(change.after, texts))
        }
        let more = revision.changes.count - rows.count
        rest = more > 0 ? [texts.counted("site.count.more-changes", more)] : []
    }

    /// `Q1 2022, Female`; `Total` for the total of all.
    private static func name(of change: Revision.Change, in table: ReleasedTable, _ texts: Texts) -> String {
        let names = table.dimensions.compactMap { dimension in
            change.codes[dimension.name].flatMap(dimension.place(of:)).map {
                texts.name(of: dimension.categories[$0], in: dimension)
            }
        }
        return names.isEmpty ? texts["site.table.total"] : texts.joined(names)
    }
}
