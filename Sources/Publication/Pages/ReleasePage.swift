import Disclosure
import Tables

/// One release: its tables, files and hashes, and how to check them.
struct ReleasePage: Page {
    static let template = "release"

    let frame: PageFrame
    let title: String
    let lead: String
    /// That it was withdrawn, and why; empty where it stands.
    let withdrawn: [String]
    let particulars: [Particular]
    let tablesHeading: String
    let tables: [PageFrame.Link]
    let downloadsHeading: String
    let downloads: [FileRow]
    let verifyHeading: String
    let verify: String
    let all: String
    let allLink: String

    /// Nil for a release that there is not.
    init?(_ site: Site, _ texts: Texts, _ frame: PageFrame, number: Int) {
        guard let release = site.history[number],
            let archive = site.archives.first(where: {
                $0.release.number == number
            })
        else { return nil }
        self.frame = frame
        title = texts.filled("site.release.title", ["number": texts.digits(number)])
        lead = texts.filled("site.release.lead", ["date": texts.day(release.date)])
        let withdrawal = site.history.withdrawn[number]
        withdrawn =
            withdrawal.map {
                [texts.filled("releasing.public.withdrawn", ["date": texts.day($0.on), "reason": $0.reason])]
            } ?? []
        particulars = [
            Particular(name: texts["site.release.date"], text: texts.day(release.date)),
            Particular(
                name: texts["site.release.marking"], text: texts["site.marking.\(release.marking.rawValue)"]),
            Particular(name: texts["site.release.ledger-position"], text: texts.number(Int(release.ledgerPosition))),
            Particular(name: texts["site.release.hash"], text: release.hash, isCode: true),
            Particular(
                name: texts["site.release.predecessor"], text: release.predecessor ?? texts["site.release.first"],
                isCode: release.predecessor != nil),
        ]
        tablesHeading = texts["site.release.tables"]
        // Its tables lead to figures that stand, or nowhere.
        tables = (withdrawal == nil ? release.tables : []).map {
            PageFrame.Link(
                href: PageAddress.table($0.name, TableRequest(release: number)).path(in: texts.language),
                text: texts.title(of: $0), isCurrent: false)
        }
        downloadsHeading = texts["site.release.files"]
        downloads = archive.files.keys.sorted().filter { !$0.contains("/") }.map {
            FileRow($0, archive, number: number, texts)
        }
        verifyHeading = texts["site.release.verify"]
        verify = texts["site.release.verify-text"]
        all = texts["site.release.all"]
        allLink = PageAddress.tables.path(in: texts.language)
    }
}
