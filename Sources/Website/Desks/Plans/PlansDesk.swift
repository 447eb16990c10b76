import Access
import HTTPTypes
import Publication
import Registry
import Vocabulary

// Goals, in order: (1) the board says of every action how it stands on a day, and rests on nothing but the ledger; (2) each
// filter is an address that can be sent to a colleague; (3) the six-column table prints as the plan has it; (4) what changed between two days needs no
// comparing by eye.

/// Where plans of action are looked at: which are late, of which nobody heard, and the table to print.
package struct PlansDesk: Desk {
    package init() {}

    /// The board for whoever may read plans; the table, which is for paper, for whoever may take plans along.
    package func routes(in workbench: Workbench) -> [Route] {
        [
            workbench.route(.get, PlansPaths.home, to: .read, on: [.plans], home),
            workbench.route(.get, PlansPaths.anyPlan, to: .read, on: [.plans], board),
            workbench.route(.get, PlansPaths.anyTable, to: .export, on: [.plans], table),
            workbench.route(.get, PlansPaths.anyChanges, to: .read, on: [.plans], changes),
            workbench.route(
                .get, "\(PlansPaths.anyChanges).csv", to: .export, on: [.plans], giving: .planChangesAsCSV, changesFile),
        ]
    }

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        return visit.navigation(visit.plans("title"), PlansPaths.home, toRead: .plans)
    }

    private func home(_ visit: Visit) throws -> Answer {
        let items = try visit.registry.plans(visit.asking).map { plan in
            DeskSection.Item(plan.title, href: PlansPaths.plan(plan.record), small: [plan.reference ?? ""])
        }
        let section = DeskSection(
            "plans", visit.plans("all"), note: items.isEmpty ? visit.plans("none") : "", items: items)
        return visit.page(
            visit.plans("title"), "desk",
            DeskPage(lead: visit.plans("lead"), sections: [section], visit.exchange), breadcrumb: [visit.homeStep])
    }

    private func board(_ visit: Visit) throws -> Answer {
        let view = try PlanView(visit)
        let rollUp = try visit.registry.planRollUp(of: view.stand, visit.asking)
        let page = PlanBoardPage(view, rollUp, visit)
        return visit.page(
            page.title, "plan", page, breadcrumb: [visit.homeStep, visit.plansStep], marking: .professionals)
    }

    private func table(_ visit: Visit) throws -> Answer {
        let view = try PlanView(visit)
        let page = PlanTablePage(view, visit)
        let step = WorkbenchFrame.Step(text: page.title, href: view.href())
        return visit.page(
            page.title, "plan-table", page, breadcrumb: [visit.homeStep, visit.plansStep, step],
            marking: .professionals)
    }

    private func changes(_ visit: Visit) throws -> Answer {
        let view = try PlanChangesView(visit)
        let step = WorkbenchFrame.Step(text: view.name ?? "", href: PlansPaths.plan(view.plan))
        return visit.page(
            visit.plans("changes.title"), "plan-changes", PlanChangesPage(view, visit),
            breadcrumb: [visit.homeStep, visit.plansStep, step], marking: .professionals)
    }

    /// In the words of the command line, with the marking in each row.
    private func changesFile(_ visit: Visit) throws -> Answer {
        let view = try PlanChangesView(visit)
        var writer = CSVWriter()
        writer.write(PlanDifference.columns)
        for row in view.difference.rows(marked: visit.wording.marking(.professionals)) { writer.write(row) }
        return .file(
            .bytes(writer.bytes, type: TableFile.Kind.csv.mediaType), name: "changes-\(view.from)-\(view.to).csv",
            as: .planChangesAsCSV, marked: .professionals)
    }
}

extension Visit {
    /// A text of the board of plans: `plans.title` for `title`.
    func plans(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("plans.\(key)", values)
    }

    /// Whether plans may leave the house with the one who asks.
    var mayPrintPlans: Bool {
        registry.policy.reach(of: asking.actor, .export, .plans, for: asking.purpose).grant != nil
    }

    fileprivate var plansStep: WorkbenchFrame.Step { .init(text: plans("title"), href: PlansPaths.home) }
}

/// Addresses of the board of plans.
enum PlansPaths {
    static let home = "\(WorkbenchPaths.home)/plans"
    static let anyPlan = "\(home)/{record}"
    static let anyTable = "\(anyPlan)/table"
    static let anyChanges = "\(anyPlan)/changes"

    static func plan(_ record: RecordID) -> String { "\(home)/\(record)" }
    static func table(_ record: RecordID) -> String { "\(plan(record))/table" }
    static func changes(_ record: RecordID) -> String { "\(plan(record))/changes" }
}
