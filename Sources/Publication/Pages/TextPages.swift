import Disclosure
import Tables

/// How figures are counted, protected and published, with what the attack found on each release.
struct MethodsPage: Page {
    static let template = "methods"

    struct Section: Sendable {
        let heading: String
        let paragraphs: [String]
    }

    struct AuditRow: Sendable {
        let release: String
        let table: String
        let cells: String
        let withheld: String
        let exact: String
        let narrow: String
        let threshold: String
    }

    let frame: PageFrame
    let title: String
    let lead: String
    let sections: [Section]
    let auditHeading: String
    let auditNone: String
    let auditHeadings: AuditRow
    let audits: [AuditRow]
    let hasAudits: Bool

    init(_ site: Site, _ texts: Texts, _ frame: PageFrame) {
        self.frame = frame
        title = texts["site.methods.title"]
        lead = texts["site.methods.lead"]
        sections = [("counting", 6), ("protection", 3), ("publishing", 3)].map { name, paragraphs in
            Section(
                heading: texts["site.methods.\(name)"],
                paragraphs: (1...paragraphs).map { texts["site.methods.\(name)-\($0)"] })
        }
        auditHeading = texts["site.methods.audit"]
        auditNone = texts["site.methods.audit-none"]
        auditHeadings = AuditRow(
            release: texts["site.indicator.release"], table: texts["site.release.tables"],
            cells: texts["site.methods.audit-figures"], withheld: texts["site.methods.audit-withheld"],
            exact: texts["site.methods.audit-exact"], narrow: texts["site.methods.audit-narrow"],
            threshold: texts["site.methods.audit-threshold"])
        audits = site.history.releases.reversed().flatMap { release in
            MethodsPage.audits(of: release, texts)
        }
        hasAudits = !audits.isEmpty
    }

    /// The tables of a release are attacked as a whole: those with one rule and one result share a row.
    private static func audits(of release: Release, _ texts: Texts) -> [AuditRow] {
        var rows: [(table: ReleasedTable, tables: Int)] = []
        for table in release.tables {
            if let place = rows.firstIndex(where: { $0.table.audit == table.audit && $0.table.rule == table.rule }) {
                rows[place].tables += 1
            } else {
                rows.append((table, 1))
            }
        }
        return rows.map { table, tables in
            AuditRow(
                release: texts.number(release.number), table: texts.number(tables),
                cells: texts.number(table.audit.cells), withheld: texts.number(table.audit.withheld),
                exact: texts.number(table.audit.exactlyRecoverable), narrow: texts.number(table.audit.narrow),
                threshold: texts.number(table.rule.threshold))
        }
    }
}

/// Who publishes this and how it treats its readers.
struct AboutPage: Page {
    static let template = "about"

    let frame: PageFrame
    let title: String
    let lead: String
    let publisherHeading: String
    let publisher: [Particular]
    let hasPublisher: Bool
    let sections: [MethodsPage.Section]

    init(_ site: Site, _ texts: Texts, _ frame: PageFrame) {
        self.frame = frame
        title = texts["site.about.title"]
        lead = texts["site.about.lead"]
        publisherHeading = texts["site.about.published-by"]
        publisher = [("publisher", site.imprint?.publisher), ("contact", site.imprint?.contact)].compactMap {
            key, said in
            Imprint.text(said ?? [:], in: texts.language).map {
                Particular(name: texts["site.about.\(key)"], text: $0.text)
            }
        }
        hasPublisher = !publisher.isEmpty
        sections = ["who", "privacy", "accessibility", "reuse", "software"].map {
            MethodsPage.Section(heading: texts["site.about.\($0)"], paragraphs: [texts["site.about.\($0)-text"]])
        }
    }
}

/// What a reader gets instead of a page.
struct ErrorPage: Page {
    static let template = "error"

    let frame: PageFrame
    let title: String
    let text: String
    let home: String

    init(_ texts: Texts, _ frame: PageFrame, _ problem: PageProblem) {
        self.frame = frame
        title = texts["site.errors.\(problem.rawValue).title"]
        text = texts["site.errors.\(problem.rawValue).text"]
        home = texts["site.errors.home"]
    }
}
