import Access
import Foundation
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

// Goals, in order: (1) who calls at night finds who answers now, and whom to try next; (2) the page works where it was saved:
// it holds the hours of everybody, with the clocks by which they are meant; (3) every question is an address.

/// Who answers now, by state, task and language; and the manual of contacts to print.
package struct ContactsDesk: Desk {
    package init() {}

    /// The page for whoever knows the network; the manual, which is for paper, for whoever may take the network along.
    package func routes(in workbench: Workbench) -> [Route] {
        [
            workbench.route(.get, ContactsPaths.home, to: .read, on: [.network], page),
            workbench.route(
                .get, ContactsPaths.manual, to: .export, on: [.network], giving: .contactManualOnPaper, manual),
            workbench.route(
                .get, ContactsPaths.anyList, to: .export, on: [.network], giving: .circulationListOnPaper, list),
            workbench.route(.get, ContactsPaths.skills, to: .open, on: [.cooperation], skills),
        ]
    }

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        return visit.navigation(visit.contacts("title"), ContactsPaths.home, toRead: .network)
    }

    private func page(_ visit: Visit) throws -> Answer {
        let page = ContactsPage(try ContactsView(visit), visit)
        return visit.page(
            visit.contacts("title"), "contacts", page, breadcrumb: [visit.homeStep], marking: .professionals)
    }

    private func manual(_ visit: Visit) throws -> Answer {
        let number = visit.exchange.query["issue"].flatMap { $0.isEmpty ? nil : $0 }
        let issue = try number.map { number in
            guard let issue = try visit.registry.contactIssues(visit.asking).first(where: { $0.number == number })
            else { throw RegistryRefusal.notFound }
            return issue
        }
        let book = try visit.registry.contactManual(visit.asking, on: visit.today, asOf: issue)
        let page = ContactsPage(manual: book, issue, visit)
        return visit.page(
            page.title, "contacts", page,
            breadcrumb: [visit.homeStep, .init(text: visit.contacts("title"), href: ContactsPaths.home)],
            marking: .professionals)
    }
}

extension ContactsDesk {
    fileprivate func skills(_ visit: Visit) throws -> Answer {
        visit.page(
            visit.contacts("skills.title"), "skills", SkillsPage(try SkillsView(visit), visit),
            breadcrumb: [visit.homeStep, .init(text: visit.contacts("title"), href: ContactsPaths.home)],
            marking: .professionals)
    }

    fileprivate func list(_ visit: Visit) throws -> Answer {
        let list = try visit.registry.circulationList(visit.namedRecord(), visit.asking)
        let page = ContactsPage(list, visit)
        return visit.page(
            page.title, "contacts", page,
            breadcrumb: [visit.homeStep, .init(text: visit.contacts("title"), href: ContactsPaths.home)],
            marking: .professionals)
    }
}

extension Visit {
    /// A text of the desk: `contacts.title` for `title`.
    func contacts(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("contacts.\(key)", values)
    }

    /// Whether contacts may leave the house with the one who asks.
    var mayPrintContacts: Bool {
        registry.policy.reach(of: asking.actor, .export, .network, for: asking.purpose).grant != nil
    }
}

/// Addresses of the desk.
enum ContactsPaths {
    static let home = "\(WorkbenchPaths.home)/contacts"
    static let manual = "\(home)/manual"

    static let skills = "\(home)/skills"

    static let anyList = "\(home)/lists/{record}"

    static func list(_ record: RecordID) -> String { "\(home)/lists/\(record)" }

    static func issue(_ issue: ContactBook.Issue) -> String {
        let escaped = issue.number.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return "\(manual)?issue=\(escaped)"
    }
}
