import Mechanisms
import Vocabulary

/// Who speaks to the media in which state, and what went out (B56).
extension Registry {
    /// Contact points that answer for the media, by state.
    func mediaContacts(_ asking: Asking) throws -> OverviewTable {
        let houses = try names(of: "organisation", "name", asking)
        let posts = try names(of: "function", "title", asking)
        let contacts = try readable("contact-point", asking).filter { contact in
            guard contact.state == "active", case .codes(let tasks)? = contact.fields["tasks"] else { return false }
            return tasks.contains("media")
        }
        let rows: [[OverviewCell]] = contacts.sorted {
            ($0.code("country") ?? "", $0.given("priority") ?? .max, $0.text("title") ?? "", $0.record)
                < ($1.code("country") ?? "", $1.given("priority") ?? .max, $1.text("title") ?? "", $1.record)
        }.map { contact in
            [
                contact.cell("country", list: "countries"), .text(contact.text("title"), record: contact.record),
                .text(contact.link("organisation").flatMap { houses[$0] }),
                contact.link("post").flatMap { posts[$0] }.map { OverviewCell.text($0) } ?? .flag("nobody"),
                contact.cell("languages", list: "languages"), contact.cell("telephone"), contact.cell("secure-mail"),
            ]
        }
        return OverviewTable(
            ["country", "contact", "organisation", "spokesperson", "languages", "telephone", "mail"], rows)
    }

    /// Press releases, what is not out first; how each stands on the day.
    func pressReleases(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let contacts = try names(of: "contact-point", "title", asking)
        let releases = try readable("press-release", asking).filter { $0.state != "withdrawn" }
        func isOut(_ release: RecordState) -> Int { release.state == "issued" ? 1 : 0 }
        let sorted = releases.sorted {
            // Of what is out the newest first.
            (isOut($0), $1.day("issued-on"), $0.record) < (isOut($1), $0.day("issued-on"), $1.record)
        }
        let rows: [[OverviewCell]] = sorted.map { release in
            [
                .text(release.text("title"), record: release.record),
                release.cell("subject", list: "press-subjects"), .state(release),
                Registry.outlook(of: release, on: day), release.cell("check"), release.cell("embargo-until"),
                release.cell("issued-on"), .text(release.link("contact").flatMap { contacts[$0] }),
            ]
        }
        return OverviewTable(
            ["press-release", "subject", "state", "outlook", "check", "embargo-until", "issued-on", "contact"], rows)
    }

    /// What stands between a release and the media.
    private static func outlook(of release: RecordState, on day: CalendarDate) -> OverviewCell {
        if release.state == "issued" { return .word("issued") }
        if release.code("subject") == "case" { return .flag("consent-wanting") }
        if release.state == "drafted" { return .flag("unchecked") }
        return release.firstDay("embargo-until").map { $0 > day } == true ? .word("embargo") : .word("may-go-out")
    }
}
