/// One notice: what it says, its files and hashes, and how to check them. Of a withdrawn one, when and why it was withdrawn
/// and the hash that later ones follow, and nothing of what it said (decision 0282).
struct NoticePage: Page {
    static let template = "notice"

    struct Withdrawn: Sendable {
        let sentence: String
        /// In the words of whoever withdrew it.
        let reason: String
    }

    let frame: PageFrame
    let title: String
    let lead: String
    /// Empty where it stands.
    let withdrawn: [Withdrawn]
    /// What it says; none of a withdrawn notice.
    let body: [NoticeView]
    let sameHeading: String
    /// Standing notices of the same kind and title, the newest first.
    let same: [PageFrame.Link]
    let hasSame: Bool
    let downloadsHeading: String
    let downloads: [FileRow]
    let hasDownloads: Bool
    let verifyHeading: String
    let verify: String
    let particulars: [Particular]
    let all: String
    let allLink: String

    /// Nil for a notice that there is not.
    init?(_ site: Site, _ texts: Texts, _ frame: PageFrame, number: Int) {
        guard let notice = site.notices[number] else { return nil }
        let archive = site.noticeArchives[number - 1]
        let withdrawal = site.notices.withdrawn[number]
        let (digits, day) = (texts.digits(number), texts.day(notice.date))
        self.frame = frame
        title =
            withdrawal == nil
            ? notice.content.title : texts.filled("site.notices.number", ["number": digits])
        lead =
            withdrawal == nil
            ? texts.filled("site.notices.page-lead", ["number": digits, "date": day])
            : texts["site.notices.withdrawn-lead"]
        withdrawn =
            withdrawal.map {
                let sentence = texts.filled("site.notices.withdrawn", ["date": texts.day($0.on)])
                return [Withdrawn(sentence: sentence, reason: $0.reason)]
            } ?? []
        body = withdrawal == nil ? [NoticeView(notice.content, texts)] : []
        sameHeading = texts["site.notices.same"]
        same = withdrawal == nil ? NoticePage.others(like: notice, in: site.notices, texts) : []
        hasSame = !same.isEmpty
        downloadsHeading = texts["site.release.files"]
        downloads =
            withdrawal == nil
            ? archive.files.keys.sorted().map { FileRow($0, archive, number: number, texts) } : []
        hasDownloads = !downloads.isEmpty
        verifyHeading = texts["site.notices.verify"]
        verify = texts["site.notices.verify-text"]
        particulars = [
            Particular(
                name: texts["site.notices.kind"], text: texts["site.notices.kinds.\(notice.content.kind.rawValue)"]),
            Particular(name: texts["site.release.date"], text: day),
            Particular(name: texts["site.release.marking"], text: texts["site.marking.\(Marking.public.rawValue)"]),
            Particular(name: texts["site.release.hash"], text: notice.hash, isCode: true),
            Particular(
                name: texts["site.notices.predecessor"], text: notice.predecessor ?? texts["site.notices.first"],
                isCode: notice.predecessor != nil),
        ]
        all = texts["site.notices.all"]
        allLink = PageAddress.notices.path(in: texts.language)
    }

    private static func others(like notice: Notice, in history: NoticeHistory, _ texts: Texts) -> [PageFrame.Link] {
        let (kind, title) = (notice.content.kind, notice.content.title)
        return history.standing.reversed().filter {
            $0.number != notice.number && $0.content.kind == kind && $0.content.title == title
        }.map {
            PageFrame.Link(
                href: PageAddress.notice($0.number).path(in: texts.language),
                text: texts.filled(
                    "site.notices.same-line", ["number": texts.digits($0.number), "date": texts.day($0.date)]),
                isCurrent: false)
        }
    }
}
