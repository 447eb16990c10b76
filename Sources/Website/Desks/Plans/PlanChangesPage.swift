import Access
import Intake
import Publication
import Registry
import Vocabulary

/// What changed in a plan between two days, for `workbench-plan-changes.mustache`: to read, to print, and as CSV.
struct PlanChangesPage: Sendable {
    /// Of the style sheet for paper; none for those who may not take plans along.
    let paper: [String]
    let daysAction: String
    let fromLabel: String
    let from: String
    let toLabel: String
    let to: String
    let go: String
    let desk: DeskPage

    init(_ view: PlanChangesView, _ visit: Visit) {
        let texts = visit.wording.texts
        paper =
            visit.mayPrintPlans
            ? [WorkbenchPaths.paperStyle(Access.Marking.professionals.rawValue, texts.language)] : []
        daysAction = PlansPaths.changes(view.plan)
        (fromLabel, from) = (visit.plans("changes.from"), view.from.description)
        (toLabel, to) = (visit.plans("changes.to"), view.to.description)
        go = visit.plans("changes.show")
        let days: KeyValuePairs = ["from": texts.day(view.from), "to": texts.day(view.to)]
        desk = DeskPage(
            lead: visit.plans("changes.lead", days),
            sections: [PlanChangesPage.cells(view, days, visit), PlanChangesPage.standings(view, visit)], visit.exchange
        )
    }

    private static func cells(
        _ view: PlanChangesView, _ days: KeyValuePairs<String, String>, _ visit: Visit
    ) -> DeskSection {
        let (changes, stretch) = (view.difference.changes, DeskStretch(visit.exchange, by: "row"))
        let shown = visit.exchange.query["whole"] == nil ? Array(stretch.rows(of: changes)) : changes
        let rows = shown.map { change in
            [
                DeskTable.Value(change.code, href: WorkbenchPaths.record(change.action)),
                DeskTable.Value(visit.plans("columns.\(PlanChangesPage.names[change.column] ?? "")")),
                DeskTable.Value(change.before.isEmpty ? "–" : change.before),
                DeskTable.Value(change.after.isEmpty ? "–" : change.after),
            ]
        }
        let columns = ["code", "column", "before", "after"].map { visit.plans("changes.columns.\($0)") }
        let (isCut, texts) = (shown.count < changes.count, visit.wording.texts)
        let caption = visit.plans(
            isCut ? "changes.caption-part" : "changes.caption",
            ["count": texts.number(shown.count), "all": texts.number(changes.count)])
        let ways =
            isCut
            ? stretch.next(of: changes.count, visit.plans("changes.next"), view.href)
                + [.init(text: visit.plans("whole"), href: "\(view.href)&whole=yes")] : []
        return DeskSection(
            "changes", visit.plans("changes.cells"), note: rows.isEmpty ? visit.plans("changes.none") : "",
            tables: rows.isEmpty ? [] : [DeskTable(caption, columns: columns, rows: rows)],
            links: ways + (visit.mayPrintPlans ? [.init(text: visit.plans("changes.file"), href: view.fileHref)] : []))
    }

    /// How many actions stood how on either day.
    private static func standings(_ view: PlanChangesView, _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        func count(_ stand: PlanStand?, _ standing: PlanStand.Standing) -> DeskTable.Value {
            DeskTable.Value(stand.map { texts.number($0.count(standing)) } ?? "–")
        }
        let rows = PlanStand.Standing.allCases.map { standing in
            [
                DeskTable.Value(visit.plans("standing.\(standing.rawValue)")), count(view.difference.first, standing),
                count(view.difference.second, standing),
            ]
        }
        let table = DeskTable(
            visit.plans("how"), columns: [visit.plans("columns.standing"), texts.day(view.from), texts.day(view.to)],
            rows: rows)
        return DeskSection("standing", visit.plans("how"), tables: [table])
    }

    /// As the columns of the table are called in the language files.
    private static let names: [PlanTable.Column: String] = [
        .objective: "objective", .action: "action", .timetable: "timetable", .responsible: "responsible",
        .assessment: "assessment", .stateOfPlay: "state-of-play",
    ]
}

/// A plan on two days, which stand in the address; without them, on the day 30 days ago and today.
struct PlanChangesView: Sendable {
    let plan: RecordID
    let from: CalendarDate
    let to: CalendarDate
    let difference: PlanDifference

    private static let daysBack = 30

    /// The plan's title, on the later of the days on which it had one.
    var name: String? { (difference.second ?? difference.first)?.title }

    var href: String { "\(PlansPaths.changes(plan))?from=\(from)&to=\(to)" }

    var fileHref: String { "\(PlansPaths.changes(plan)).csv?from=\(from)&to=\(to)" }
}

extension PlanChangesView {
    /// - Throws: ``RegistryRefusal/notFound`` for a plan that is not there, out of reach, or in force on neither day;
    ///   ``RegistryRefusal/unreadableFilter(name:)`` for a day that is none.
    init(_ visit: Visit) throws {
        plan = try visit.namedRecord()
        to = try PlanView.day("to", visit) ?? visit.today
        from = try PlanView.day("from", visit) ?? to.adding(days: -PlanChangesView.daysBack)
        difference = try visit.registry.planDifference(of: plan, visit.asking, from: from, to: to)
        guard name != nil else { throw RegistryRefusal.notFound }
    }
}
