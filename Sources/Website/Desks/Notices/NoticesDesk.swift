import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

// Goals, in order: (1) nothing goes out that another person than its proposer has not looked at, word by word as the public
// will see it; (2) it is said what may be published, and why the rest may not; (3) what is taken back is gone at once.

/// Where bodies choose what the public may read beside figures: plans, practices, judgements, press releases, estimates.
package struct NoticesDesk: Desk {
    let press: any NoticePress

    package init(press: any NoticePress) { self.press = press }

    /// Whoever reads plans sees what was proposed; who proposes and lets out, the policy and the book say.
    package func routes(in workbench: Workbench) -> [Route] {
        let plans: Set<Matter> = [.plans]
        return [
            workbench.route(.get, NoticesPaths.home, to: .read, on: plans) { try home($0) },
            workbench.route(.get, NoticesPaths.new, to: .open, on: plans) { try form($0) },
            workbench.route(.post, NoticesPaths.new, to: .open, on: plans, body: .form(), propose),
            workbench.route(.get, NoticesPaths.any, to: .read, on: plans) { try sheet($0) },
            workbench.route(.post, "\(NoticesPaths.any)/publish", to: .write, on: plans, body: .form(), publish),
            workbench.route(.get, "\(NoticesPaths.any)/withdraw", to: .write, on: plans) { try withdrawal($0) },
            workbench.route(.post, "\(NoticesPaths.any)/withdraw", to: .write, on: plans, body: .form(), withdraw),
        ]
    }

    /// For those who publish, with how many wait for somebody to let them out.
    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        guard visit.mayPublishNotices, let notices = try? visit.registry.notices(visit.asking) else { return nil }
        return WorkbenchFrame.NavigationItem(
            text: visit.notices("title"), href: NoticesPaths.home,
            isCurrent: exchange.path.hasPrefix(NoticesPaths.home), count: notices.count { $0.state == "proposed" })
    }

    private func home(_ visit: Visit) throws -> Answer {
        let notices = try visit.registry.notices(visit.asking)
        let (waiting, others) = (notices.filter { $0.state == "proposed" }, notices.filter { $0.state != "proposed" })
        var sections = [
            list(waiting, "waiting", visit), list(others, "decided", visit),
        ]
        if visit.mayPublishNotices {
            let sources = try visit.registry.noticeSources(visit.asking)
            let items = sources.map { source in
                DeskSection.Item(
                    source.title, href: NoticesPaths.new(about: source.record),
                    small: [visit.wording.code("notice-kinds", source.kind)])
            }
            sections.append(
                DeskSection(
                    "sources", visit.notices("sources"),
                    note: visit.notices(items.isEmpty ? "sources-none" : "sources-lead"), items: items))
        }
        return visit.page(
            visit.notices("title"), "desk",
            DeskPage(lead: visit.notices("lead"), sections: sections, visit.exchange), breadcrumb: [visit.homeStep],
            marking: .professionals)
    }

    private func list(_ notices: [NoticeHead], _ id: String, _ visit: Visit) -> DeskSection {
        let rows = notices.map { notice -> [DeskTable.Value] in
            [
                DeskTable.Value(notice.title, href: NoticesPaths.notice(notice.record)),
                DeskTable.Value(visit.wording.code("notice-kinds", notice.kind)),
                DeskTable.Value(notice.asOf.map { visit.wording.texts.day($0) } ?? ""),
                DeskTable.Value("", state: visit.badge(of: notice), small: visit.remarks(on: notice)),
            ]
        }
        let columns = ["notice", "kind", "as-of", "state"].map { visit.notices("columns.\($0)") }
        return DeskSection(
            id, visit.notices(id), note: rows.isEmpty ? visit.notices("\(id)-none") : "",
            tables: rows.isEmpty ? [] : [DeskTable(visit.notices(id), columns: columns, rows: rows)])
    }
}

extension Visit {
    /// A text of the desk: `notices.title` for `title`.
    func notices(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("notices.\(key)", values)
    }

    /// Whether the one who asks proposes and lets out notices.
    var mayPublishNotices: Bool {
        (try? registry.mechanism("public-notice")).map { !registry.openings(of: $0, asking).isEmpty } ?? false
    }

    var noticesStep: WorkbenchFrame.Step { .init(text: notices("title"), href: NoticesPaths.home) }

    func badge(of notice: NoticeHead) -> DeskPage.Badge {
        let tone: DeskPage.Badge.Tone =
            switch notice.state {
            case "proposed": notice.stands ? .new : .late
            case "published": notice.stands ? .running : .late
            default: .closed
            }
        return .init((try? registry.mechanism("public-notice")).map { wording.state($0, notice.state) } ?? "", tone)
    }

    /// Under which number it is out, and whether what it was made from stands no more.
    func remarks(on notice: NoticeHead) -> [String] {
        var remarks: [String] = []
        if let number = notice.number {
            remarks.append(notices("number", ["number": wording.texts.digits(number)]))
        }
        if !notice.stands, ["proposed", "published"].contains(notice.state) { remarks.append(notices("source-gone")) }
        return remarks
    }
}

/// Addresses of the desk of notices.
enum NoticesPaths {
    static let home = "\(WorkbenchPaths.home)/notices"
    static let new = "\(home)/new"
    static let any = "\(home)/{record}"

    static func notice(_ record: RecordID) -> String { "\(home)/\(record)" }
    static func new(about record: RecordID) -> String { "\(new)?about=\(record)" }
}
