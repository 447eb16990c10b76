import Intake
import Publication
import Registry

extension DeskSection {
    /// How far plans below carry out a plan: a row for each of its actions, those that nobody carries out first.
    init(rollUp: PlanRollUp, _ visit: Visit) {
        let texts = visit.wording.texts
        let lines = rollUp.gaps + rollUp.lines.filter { !$0.carriers.isEmpty }
        let shown = lines.prefix(DeskStretch.mostRows)
        let rows = shown.map { line in
            [
                DeskTable.Value(
                    "\(line.action.action.code) \(line.action.action.text.text)",
                    href: WorkbenchPaths.record(line.action.record)),
                DeskTable.Value(
                    "",
                    state: line.standing.map { PlanBoardPage.badge($0, visit) }
                        ?? .init(visit.plans("below.nobody"), .late)),
                DeskTable.Value(
                    visit.wording.texts.list(line.carriers.map { "\($0.planName) \($0.line.action.code)" })),
            ]
        }
        let columns = ["action", "standing", "by"].map { visit.plans("below.columns.\($0)") }
        let caption = visit.plans(
            "actions-caption", ["count": texts.number(rows.count), "all": texts.number(lines.count)])
        let note = visit.plans(
            "below.note",
            [
                "count": texts.number(rollUp.lines.count - rollUp.gaps.count), "all": texts.number(rollUp.lines.count),
                "carriers": texts.number(rollUp.carriers.count),
            ])
        let items = rollUp.plans.map { plan in
            DeskSection.Item(
                plan.name, href: PlansPaths.plan(plan.plan),
                small: [
                    visit.plans(
                        "below.plan",
                        ["carriers": texts.number(plan.carriers), "carried": texts.number(plan.carried)])
                ])
        }
        self.init(
            "below", visit.plans("below.title"), note: note,
            tables: [DeskTable(caption, columns: columns, rows: rows)], items: items)
    }
}
