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
    let tokenField: String
    let token: String
    /// Of the names that it shows.
    let marking: Access.Marking?

    init(_ visit: Visit) throws {
        let wording = visit.wording
        let agenda = Agenda(visit)
        let due = try agenda.due()
        let found: [(key: String, tone: String, rows: [RecordView], more: String)] = [
            ("late", "late", due.late, WorkbenchPaths.lists), ("soon", "running", due.soon, WorkbenchPaths.lists),
            ("emergencies", "late", try agenda.emergencies(), WorkbenchPaths.list("break-glass") + "?state=broken"),
            (
                "tasks", "running", try agenda.tasks().filter { !due.late.contains($0) && !due.soon.contains($0) },
                WorkbenchPaths.list("task") + "?state=open&whose=own"
            ),
            ("shares", "new", try agenda.sharesToAnswer(), WorkbenchPaths.list("share") + "?state=offered"),
            ("new", "new", try agenda.new(), WorkbenchPaths.lists),
            ("others", "closed", try agenda.onOthers(), WorkbenchPaths.list("share") + "?state=offered"),
        ]
        let names = try Names(in: found.flatMap(\.rows), visit)
        marking = names.marking
        lead = wording.filled(
            "home.lead",
            [
                "day": wording.texts.day(visit.today),
                "function": wording.function(visit.asking.actor.function.rawValue),
            ])
        blocks = found.filter { !$0.rows.isEmpty }.map { block in
            HomeBlock(
                id: block.key, title: wording["home.\(block.key)"], tone: block.tone,
                items: block.rows.prefix(Agenda.mostShown).compactMap { HomeBlock.Item($0, names, visit) },
                count: wording.waiting(block.rows.count), hasMore: block.rows.count > Agenda.mostShown,
                more: wording["home.more"], moreHref: block.more)
        }
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
        let ways = visit.book.mechanisms.filter { !visit.openings(of: $0).isEmpty }
        openings = ways.map { mechanism in
            ListPage.Link(
                href: WorkbenchPaths.new(mechanism.name),
                text: wording.filled("list.new", ["kind": wording.title(mechanism)]))
        }
        hasOpenings = !openings.isEmpty
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }
}

extension Wording {
    /// How many wait; where a list was read no further, that there are more than one can be sure of.
    fileprivate func waiting(_ count: Int) -> String {
        count < Agenda.mostRead
            ? texts.number(count) : filled("list.over", ["count": texts.number(Agenda.mostRead - 1)])
    }
}

extension HomeBlock.Item {
    init?(_ view: RecordView, _ names: Names, _ visit: Visit) {
        guard let mechanism = visit.book.mechanism(view.mechanism) else { return nil }
        let due = view.due(mechanism, today: visit.today)
        let isLate = due.map { $0 < visit.today } ?? false
        href = WorkbenchPaths.record(view.record)
        name = names.name(of: view)
        kind = visit.wording.title(mechanism)
        self.due = due.map { visit.wording.distance(to: $0, from: visit.today) } ?? ""
        hasDue = due != nil
        tone = isLate ? "late" : "running"
        state = StateBadge(view.state, of: mechanism, isLate: isLate, visit.wording)
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
