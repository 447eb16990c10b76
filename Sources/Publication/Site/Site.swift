import Disclosure

/// All that the public site is made of: values only, read by whoever starts it.
package struct Site: Sendable {
    /// The first one first.
    package let archives: [ReleaseArchive]
    package let history: ReleaseHistory
    /// What bodies have chosen to publish beside the figures.
    package let notices: NoticeHistory
    /// The first one first.
    let noticeArchives: [NoticeArchive]
    /// The languages of the site; the first is the one for readers who ask for none of them.
    package let languages: [Texts]
    package let index: [IndexEntry]
    /// Nil for a site without maps.
    package let outlines: WorldOutlines?
    package let styleSheet: [UInt8]
    let icon: HouseIcon
    /// Nil where nobody says who publishes and whose data these are.
    package let imprint: Imprint?
    let templates: PageTemplates
    let readings: [IndexReading]
    private let readers: [ReaderKey: TableReader]

    private struct ReaderKey: Hashable {
        let release: Int
        let table: String
    }

    /// - Parameters:
    ///   - archives: In any order, as the notices.
    ///   - index: In the order of the page.
    ///   - templates: Mustache texts by name.
    /// - Throws: ``PublicationFailure/chainBroken(number:)``, ``PublicationFailure/noticesBroken(number:)``, or what a template says that cannot be read.
    package init(
        archives: [ReleaseArchive], languages: [Texts], index: [IndexEntry], outlines: WorldOutlines?,
        styleSheet: [UInt8], icon: HouseIcon, templates: [String: String], imprint: Imprint? = nil,
        withdrawn: [Withdrawal] = [], notices: [NoticeArchive] = [], withdrawnNotices: [Withdrawal] = []
    ) throws {
        let history = try ReleaseHistory(archives.map(\.release), withdrawn: withdrawn)
        var readers: [ReaderKey: TableReader] = [:]
        for release in history.releases {
            for table in release.tables {
                readers[ReaderKey(release: release.number, table: table.name)] = TableReader(table)
            }
        }
        self.archives = archives.sorted { $0.release.number < $1.release.number }
        self.history = history
        self.notices = try NoticeHistory(notices.map(\.notice), withdrawn: withdrawnNotices)
        noticeArchives = notices.sorted { $0.notice.number < $1.notice.number }
        self.languages = languages
        self.index = index
        self.outlines = outlines
        self.styleSheet = styleSheet
        self.icon = icon
        self.imprint = imprint
        self.templates = try PageTemplates(templates)
        self.readers = readers
        readings = index.map { entry in
            IndexReading(entry, in: history) { release, table in
                readers[ReaderKey(release: release.number, table: table.name)] ?? TableReader(table)
            }
        }
    }

    package func texts(of language: String) -> Texts? { languages.first { $0.language == language } }

    /// Where the style sheet is found; its hash is in the name, so that it may be kept for ever.
    package var styleSheetName: String { "style-\(digest(of: styleSheet).prefix(12)).css" }

    func reader(of table: String, in release: Int) -> TableReader? {
        readers[ReaderKey(release: release, table: table)]
    }

    /// A file of a release that the public may have; nil for any other name. The frozen tables are not among them:
    /// they tell the two kinds of withholding apart.
    package func download(_ name: String, of release: Int) -> [UInt8]? {
        guard archives.indices.contains(release - 1), !name.contains("/") else { return nil }
        return archives[release - 1].files[name]
    }

    /// A file of a notice; nil for any other name, and of a notice that was withdrawn: what it said is gone from here.
    package func download(_ name: String, ofNotice number: Int) -> [UInt8]? {
        guard noticeArchives.indices.contains(number - 1), notices.withdrawn[number] == nil else { return nil }
        return noticeArchives[number - 1].files[name]
    }
}
