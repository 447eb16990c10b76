import Access
import Mechanisms
import Publication
import Registry

/// Every list that one may open, by chapter, with how many records it has; for `workbench-lists.mustache`.
struct ListsPage: Sendable {
    struct Chapter: Sendable {
        let title: String
        let lists: [List]
    }

    struct List: Sendable {
        let href: String
        let title: String
        let count: String
    }

    struct View: Sendable {
        let href: String
        let name: String
        let removeHref: String
        let removeLabel: String
    }

    let chapters: [Chapter]
    let viewsTitle: String
    let views: [View]
    let hasViews: Bool
    let remove: String
    let tokenField: String
    let token: String

    init(_ visit: Visit) throws {
        let wording = visit.wording
        let visible = visit.registry.visibleMechanisms(visit.asking)
        chapters = try Mechanism.Chapter.allCases.compactMap { chapter in
            let lists = try visible.filter { $0.chapter == chapter }.map { mechanism in
                let total = try visit.registry.count(ListRequest(mechanism.name), visit.asking)
                return List(
                    href: WorkbenchPaths.list(mechanism.name), title: wording.many(mechanism),
                    count: wording.short(total))
            }
            return lists.isEmpty ? nil : Chapter(title: wording.chapter(chapter), lists: lists)
        }
        viewsTitle = wording["view.title"]
        let papers = visit.isUsualPurpose ? visit.workbench.shelf.all(.view, of: visit.asking.actor.account) : []
        views = papers.compactMap { paper in
            SavedView(paper.bytes).map { view in
                View(
                    href: view.href, name: view.name, removeHref: "\(WorkbenchPaths.views)/\(paper.id)/remove",
                    removeLabel: wording.filled("view.remove", ["name": view.name]))
            }
        }
        hasViews = !views.isEmpty
        remove = wording["list.remove"]
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }
}

extension Wording {
    /// A count as it stands beside a link: `25`, or `1,000+`.
    func short(_ total: RecordPage.Total) -> String {
        switch total {
        case .exactly(let number): texts.number(number)
        case .moreThan(let number): filled("list.over", ["count": texts.number(number)])
        }
    }
}
