import Disclosure
import Tables
import Vocabulary

/// All tables and all releases.
struct TablesPage: Page {
    static let template = "tables"

    struct Entry: Sendable {
        let href: String
        let title: String
        /// Unit and period: `referrals, 2022 to 2023`.
        let scope: String
        let release: String
    }

    struct ReleaseEntry: Sendable {
        let href: String
        let number: String
        let date: String
        let tables: String
        let marking: String
        let hashName: String
        let hash: String
    }

    let frame: PageFrame
    let title: String
    let lead: String
    let none: String
    let tablesHeading: String
    let releasesHeading: String
    let tables: [Entry]
    let releases: [ReleaseEntry]
    let hasReleases: Bool

    init(_ site: Site, _ texts: Texts, _ frame: PageFrame) {
        self.frame = frame
        title = texts["site.tables-page.title"]
        lead = texts["site.tables-page.lead"]
        none = texts["site.tables-page.none"]
        tablesHeading = texts["site.tables-page.tables"]
        releasesHeading = texts["site.tables-page.releases"]
        tables = site.history.tableNames.compactMap { name in
            site.history.releases(of: name).first.map { release, table in
                Entry(table, release: release.number, texts.covering(QuartersReported(release.tables)))
            }
        }
        releases = site.history.releases.reversed().map {
            ReleaseEntry($0, withdrawn: site.history.withdrawn[$0.number], texts)
        }
        hasReleases = !releases.isEmpty
    }
}

extension TablesPage.Entry {
    init(_ table: ReleasedTable, release: Int, _ texts: Texts) {
        self.init(
            href: PageAddress.table(table.name, TableRequest()).path(in: texts.language),
            title: texts.title(of: table),
            scope: texts.joined([texts.name(of: table.unit), texts.period(of: table)]),
            release: texts.filled("site.release.title", ["number": texts.digits(release)]))
    }
}

extension TablesPage.ReleaseEntry {
    init(_ release: Release, withdrawn: Withdrawal?, _ texts: Texts) {
        self.init(
            href: PageAddress.release(release.number).path(in: texts.language),
            number: texts.filled("site.tables-page.number", ["number": texts.digits(release.number)]),
            date: texts.day(release.date),
            tables: withdrawn == nil
                ? texts.counted("site.count.tables", release.tables.count) : texts["releasing.withdrawn"],
            marking: texts["site.marking.\(release.marking.rawValue)"], hashName: texts["site.release.hash"],
            hash: release.hash)
    }
}

extension Texts {
    /// `2022 to 2023`: where a course begins and ends, whatever is covered of either.
    func course(from first: Period, to last: Period) -> String {
        if first == last { return period(first) }
        return filled(
            "site.index.course-from", ["from": period(first, part: nil), "to": period(last, part: nil)])
    }

    /// The period of a table, or from the first to the last of its time dimension.
    func period(of table: ReleasedTable) -> String {
        if let period = table.period { return self.period(period) }
        let periods = table.dimensions.first(where: \.isTime)?.categories.compactMap { Period($0.code) } ?? []
        guard let first = periods.first, let last = periods.last else { return self["site.table.several-periods"] }
        return course(from: first, to: last)
    }
}
