import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The first page of the day, for `workbench-home.mustache`.
struct HomePage: Sendable {
    struct DraftLine: Sendable {
        let href: String
        let name: String
        let saved: String
        let removeHref: String
        let removeLabel: String
    }

    let lead: String
    let blocks: [HomeBlock]
    let calm: String
    let isCalm: Bool
    let draftsTitle: String
    let drafts: [DraftLine]
    let hasDrafts: Bool
    let discard: String
    let viewsTitle: String
    let views: [ListPage.Link]
    let hasViews: Bool
    let newTitle: String
    let openings: [ListPage.Link]
    let hasOpenings: Bool
    let besideTitle: String
    let openingsBeside: [ListPage.Link]
    let hasOpeningsBeside: Bool
    let listsTitle: String
    let lists: [ListsPage.List]
    let hasLists: Bool
    let tokenField: String
    let token: String
    /// Of the names that it shows.
    let marking: Access.Marking?

    init(_ visit: Visit) throws {
        let wording = visit.wording
        let found = try HomeBlock.found(Agenda(visit), visit)
        let names = try Names(in: found.flatMap(\.rows), visit)
        marking = names.marking
        lead = wording.filled(
            "home.lead",
            [
                "day": wording.texts.day(visit.today),
                "function": wording.function(visit.asking.actor.function.rawValue),
            ])
        blocks = found.filter { !$0.rows.isEmpty }.map { HomeBlock($0, names, visit) }
        (calm, isCalm) = (wording["home.calm"], blocks.isEmpty)
        let account = visit.asking.actor.account
        draftsTitle = wording["home.drafts"]
        let isUsual = visit.isUsualPurpose
        drafts = (isUsual ? visit.workbench.shelf.all(.draft, of: account) : []).compactMap { Draft($0) }.compactMap {
            DraftLine($0, visit)
        }
        hasDrafts = !drafts.isEmpty
        discard = wording["home.discard"]
        viewsTitle = wording["view.title"]
        views = (isUsual ? visit.workbench.shelf.all(.view, of: account) : []).compactMap { SavedView($0.bytes) }.map {
            ListPage.Link(href: $0.href, text: $0.name)
        }
        hasViews = !views.isEmpty
        newTitle = wording["home.open"]
        listsTitle = wording["home.your-lists"]
        lists = try HomePage.lists(visit)
        hasLists = !lists.isEmpty
        let ways = visit.book.mechanisms.filter { !visit.openings(of: $0).isEmpty }
        func links(_ mechanisms: [Mechanism]) -> [ListPage.Link] {
            mechanisms.map { ListPage.Link(href: WorkbenchPaths.new($0.name), text: wording.title($0)) }
        }
        openings = links(ways.filter(\.standsAlone))
        openingsBeside = links(ways.filter { !$0.standsAlone })
        (besideTitle, hasOpeningsBeside) = (wording["home.open-beside"], !openingsBeside.isEmpty)
        hasOpenings = !ways.isEmpty
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }
}

extension HomePage {
    /// The lists that the function opens every day, with how much there is in them.
    private static func lists(_ visit: Visit) throws -> [ListsPage.List] {
        let visible = visit.registry.visibleMechanisms(visit.asking)
        return try (Navigation.daily[visit.asking.actor.function] ?? []).compactMap { name in
            try visible.first { $0.name == name }.map { mechanism in
                ListsPage.List(
                    href: WorkbenchPaths.list(name), title: visit.wording.many(mechanism),
                    count: visit.wording.short(try visit.registry.count(ListRequest(name), visit.asking)))
            }
        }
    }
}

extension Mechanism {
    /// Whether a record of it can be begun before there is another one that it belongs to. Emergency access always can.
    fileprivate var standsAlone: Bool {
        openingAction == .breakGlass
            || !fields.contains { field in
                field.isRequired && field.name != owner
                    && (field.linkedMechanism.map { !["organisation", "function"].contains($0) } ?? false)
            }
    }
}

extension HomePage.DraftLine {
    /// Nil for a draft of a mechanism that the book no longer has.
    fileprivate init?(_ draft: Draft, _ visit: Visit) {
        guard let mechanism = visit.book.mechanism(draft.mechanism), let step = mechanism.transition(draft.transition)
        else { return nil }
        let wording = visit.wording
        href = draft.path
        name =
            draft.record.map { "\(wording.title(mechanism)) \(Names.short($0)): \(wording.step(mechanism, step))" }
            ?? wording.opening(mechanism, step)
        saved = wording.filled("home.saved", ["moment": wording.moment(draft.savedAt)])
        removeHref = "\(WorkbenchPaths.draft(draft.id))/remove"
        removeLabel = wording.filled("home.discard-named", ["name": name])
    }
}
