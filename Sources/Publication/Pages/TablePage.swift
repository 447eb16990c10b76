import Disclosure
import Tables

/// A face of a table with its controls, drawings, signs, files, coverage, origin and revisions.
struct TablePage: Page {
    static let template = "table"

    let frame: PageFrame
    let title: String
    let subtitle: String
    let place: TablePlace
    let controls: TableControls
    let drawings: [DrawingBlock]
    let grid: TableGrid
    let signs: SignsBlock
    let downloadsHeading: String
    let downloads: [FileRow]
    let coverageHeading: String
    let coverage: [OrganisationList]
    let provenanceHeading: String
    let provenance: [Particular]
    let revisionsHeading: String
    let revisions: [RevisionBlock]
    let hasRevisions: Bool
    let revisionsNone: String
    let hasVersions: Bool
    let versionsHeading: String
    let versions: [PageFrame.Link]

    /// Nil for a table that was never released.
    init?(_ site: Site, _ texts: Texts, _ frame: PageFrame, name: String, request: TableRequest) {
        let versions = site.history.releases(of: name)
        guard let shown = versions.first(where: { $0.release.number == request.release }) ?? versions.first,
            let archive = site.archives.first(where: { $0.release.number == shown.release.number }),
            let reader = site.reader(of: name, in: shown.release.number)
        else { return nil }
        let (release, table) = shown
        let texts = texts.covering(QuartersReported(release.tables))
        let crosstab = Crosstab(reader, request.choice)
        self.frame = frame
        title = texts.title(of: table)
        subtitle = TablePage.subtitle(table, crosstab, texts)
        place = TablePlace(table, in: release, of: site, request, texts)
        controls = TableControls(table, crosstab, request, texts)
        drawings = crosstab.map { TableDrawings(reader, $0, site.outlines, texts).blocks } ?? []
        grid = TableGrid(
            reader, crosstab, caption: texts.filled("site.table.caption", ["title": title, "subtitle": subtitle]), texts
        )
        signs = SignsBlock(table, texts)
        downloadsHeading = texts["site.table.downloads"]
        downloads = ["csv", "sdmx.csv", "metadata.json"].map {
            FileRow("\(name).\($0)", archive, number: archive.release.number, texts)
        }
        coverageHeading = texts["site.table.coverage"]
        coverage = OrganisationList.both(table.coverage, texts)
        provenanceHeading = texts["site.table.provenance"]
        provenance = TablePage.provenance(of: table, release, texts)
        revisionsHeading = texts["site.table.revisions"]
        revisions = site.history.revisions(of: name, period: table.period).filter { !$0.changes.isEmpty }.map {
            RevisionBlock($0, of: table, texts)
        }
        hasRevisions = !revisions.isEmpty
        revisionsNone = texts["site.table.revisions-none"]
        hasVersions = versions.count > 1
        versionsHeading = texts["site.table.versions"]
        self.versions = versions.map { version in
            PageFrame.Link(
                href: PageAddress.table(name, TableRequest(release: version.release.number)).path(in: texts.language),
                text: texts.filled(
                    "site.table.version",
                    ["period": texts.period(of: version.table), "number": texts.digits(version.release.number)]),
                isCurrent: version.release.number == release.number)
        }
    }

    /// Unit, period and what is held: `referrals, Q2 2022 to Q3 2023, Sex: Female`.
    private static func subtitle(_ table: ReleasedTable, _ crosstab: Crosstab?, _ texts: Texts) -> String {
        let held = table.dimensions.compactMap { dimension -> String? in
            guard let code = crosstab?.choice.held[dimension.name], let place = dimension.place(of: code) else {
                return nil
            }
            return texts.filled(
                "site.table.held",
                [
                    "dimension": texts.name(of: dimension),
                    "category": texts.name(of: dimension.categories[place], in: dimension),
                ])
        }
        return texts.joined([texts.name(of: table.unit), texts.period(of: table)] + held)
    }

    private static func provenance(of table: ReleasedTable, _ release: Release, _ texts: Texts) -> [Particular] {
        var list = [
            Particular(
                name: texts["site.table.release"],
                text: texts.joined([texts.digits(release.number), texts.day(release.date)])),
            Particular(
                name: texts["site.table.marking"], text: texts["site.marking.\(release.marking.rawValue)"]),
            Particular(name: texts["site.table.unit"], text: texts.name(of: table.unit)),
            Particular(name: texts["site.table.period"], text: texts.period(of: table)),
            Particular(name: texts["site.table.counting-rule"], text: table.provenance.rule, isCode: true),
            Particular(
                name: texts["site.table.ledger-position"], text: texts.number(Int(table.provenance.ledgerPosition))),
            Particular(name: texts["site.table.ledger-hash"], text: table.provenance.ledgerHash, isCode: true),
            Particular(name: texts["site.table.release-hash"], text: release.hash, isCode: true),
        ]
        if let day = table.provenance.effectiveOn {
            list.insert(Particular(name: texts["site.table.effective"], text: texts.day(day)), at: 4)
        }
        return list
    }
}

/// Names of organisations under a heading with their number.
struct OrganisationList: Sendable {
    let heading: String
    let count: String
    let names: [String]

    static func both(_ coverage: Coverage, _ texts: Texts) -> [OrganisationList] {
        [("reporting", coverage.reporting), ("silent", coverage.silent)].map { key, names in
            OrganisationList(
                heading: texts["site.table.\(key)"], count: texts.counted("site.count.organisations", names.count),
                names: names.isEmpty ? [texts["site.table.nobody"]] : names)
        }
    }
}
