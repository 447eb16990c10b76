import Disclosure
import Tables

/// Where a table stands: its release, its indicator, and the tables that break the same figures down otherwise.
struct TablePlace: Sendable {
    let release: PageFrame.Link
    /// The definition of what is counted; empty where the index has none.
    let definition: [PageFrame.Link]
    let relatedHeading: String
    let related: [PageFrame.Link]
    let hasRelated: Bool
    /// Says that a later release has the table too, and leads there; empty on its latest release.
    let newer: [PageFrame.Link]

    init(_ table: ReleasedTable, in release: Release, of site: Site, _ request: TableRequest, _ texts: Texts) {
        func link(_ address: PageAddress, _ text: String) -> PageFrame.Link {
            PageFrame.Link(href: address.path(in: texts.language), text: text, isCurrent: false)
        }
        self.release = link(
            .release(release.number),
            texts.filled(
                "site.table.in-release", ["number": texts.digits(release.number), "date": texts.day(release.date)]))
        definition =
            site.index.contains { $0.id == table.indicator }
            ? [
                link(
                    .indicator(table.indicator),
                    texts.filled("site.table.definition", ["title": texts.indicatorTitle(of: table)]))
            ] : []
        relatedHeading = texts.filled("site.table.related", ["title": texts.indicatorTitle(of: table)])
        // A reader of an earlier release stays in it.
        let pinned = TableRequest(release: request.release)
        related = release.tables.filter { $0.indicator == table.indicator && $0.name != table.name }.map {
            link(.table($0.name, pinned), texts.filled("site.table.by", ["dimensions": texts.dimensions(of: $0)]))
        }
        hasRelated = !related.isEmpty
        let latest = site.history.releases(of: table.name, period: table.period).first?.release
        newer =
            latest.map(\.number) == release.number
            ? []
            : [
                link(
                    .table(table.name, TableRequest(release: latest?.number)),
                    texts.filled(
                        "site.table.newer",
                        ["number": texts.digits(release.number), "newer": texts.digits(latest?.number ?? 0)]))
            ]
    }
}
