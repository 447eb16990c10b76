import Publication
import Registry

/// What texts name and the library does not hold.
enum LibraryMissingPage {
    /// Rows of the page: the rest is in `rapporteur library list --broken`.
    private static let mostRows = 200

    static func page(_ library: Library, _ visit: Visit) -> DeskPage {
        let texts = visit.wording.texts
        let missing = library.missing
        let rows = missing.prefix(mostRows).map { missing in
            [
                DeskTable.Value(
                    missing.document.map(visit.name) ?? "–",
                    href: missing.document.map { LibraryPaths.paper($0.record) },
                    state: visit.badge(missing.document?.standing)),
                DeskTable.Value(texts.number(missing.mentions)),
                DeskTable.Value("", small: missing.cited.compactMap { $0.document.map(visit.name) }),
            ]
        }
        let caption = visit.library(
            "missing.caption", ["count": texts.number(rows.count), "all": texts.number(missing.count)])
        let columns = ["paper", "mentions", "named-by"].map { visit.library("columns.\($0)") }
        let section = DeskSection(
            "missing", visit.library("missing.title"), note: rows.isEmpty ? visit.library("missing.none") : "",
            tables: rows.isEmpty ? [] : [DeskTable(caption, columns: columns, rows: rows)])
        return DeskPage(lead: visit.library("missing.lead"), sections: [section], visit.exchange)
    }
}
