/// All notices, by kind, the newest first.
struct NoticesPage: Page {
    static let template = "notices"

    struct Group: Sendable {
        let heading: String
        let notices: [Entry]
    }

    struct Entry: Sendable {
        let href: String
        let title: String
        /// That it is no count; none for other kinds.
        let badge: [String]
        let publisher: [String]
        /// Its number and day, and which day it shows.
        let particulars: [String]
    }

    let frame: PageFrame
    let title: String
    let lead: String
    let groups: [Group]
    /// That there is nothing yet; empty where there is something.
    let none: [String]

    init(_ site: Site, _ texts: Texts, _ frame: PageFrame) {
        self.frame = frame
        title = texts["site.notices.title"]
        lead = texts["site.notices.lead"]
        let newestFirst = Array(site.notices.notices.reversed())
        groups = NoticeContent.Kind.allCases.compactMap { kind in
            let notices = newestFirst.filter { $0.content.kind == kind }
            guard !notices.isEmpty else { return nil }
            return Group(
                heading: texts["site.notices.headings.\(kind.rawValue)"],
                notices: notices.map { Entry($0, withdrawn: site.notices.withdrawn[$0.number], texts) })
        }
        none = groups.isEmpty ? [texts["site.notices.none"]] : []
    }
}

extension NoticesPage.Entry {
    init(_ notice: Notice, withdrawn: Withdrawal?, _ texts: Texts) {
        let content = notice.content
        let number = texts.filled("site.notices.number", ["number": texts.digits(notice.number)])
        let kind = texts["site.notices.kinds.\(content.kind.rawValue)"]
        let href = PageAddress.notice(notice.number).path(in: texts.language)
        let badge = content.kind == .estimate ? [kind] : []
        guard let withdrawn else {
            let standing = NoticeView.standing(of: content, texts).map { [$0] } ?? []
            self.init(
                href: href, title: content.title, badge: badge, publisher: [content.publisher],
                particulars: [number, texts.day(notice.date)] + standing)
            return
        }
        // What a withdrawn notice said is shown to nobody, whose it was and its title included.
        let gone = texts.filled("site.notices.withdrawn", ["date": texts.day(withdrawn.on)])
        self.init(
            href: href, title: number, badge: badge, publisher: [], particulars: [texts.day(notice.date), gone])
    }
}
