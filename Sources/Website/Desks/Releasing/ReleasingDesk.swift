import Access
import Counting
import HTTPTypes
import Publication
import Registry
import Vocabulary

// Goals, in order: (1) nothing is published that did not pass the gate, and nothing by accident; (2) whoever decides sees what
// the public will see, and what it will not; (3) no page waits for a count.

/// Where figures are drafted, looked at, published and withdrawn; for those who make figures. No record is seen here.
package struct ReleasingDesk: Desk {
    let press: any ReleasePress
    let jobs = ReleaseJobs()

    package init(press: any ReleasePress) { self.press = press }

    /// All for those who release, and for nobody else.
    package func routes(in workbench: Workbench) -> [Route] {
        func get(_ path: String, _ page: @escaping @Sendable (Visit) throws -> Answer) -> Route {
            workbench.route(.get, path, to: .release, page)
        }
        func post(_ path: String, _ act: @escaping @Sendable (Visit) throws -> Answer) -> Route {
            workbench.route(.post, path, to: .release, body: .form(), act)
        }
        jobs.keep(on: ReleasePapers(shelf: workbench.shelf))
        let (draft, release) = (ReleasingPaths.anyDraft, ReleasingPaths.anyRelease)
        return [
            get(ReleasingPaths.home) { try home($0) }, post(ReleasingPaths.drafts, begin),
            get(draft) { try draftPage($0) }, post("\(draft)/stop", stop), post("\(draft)/refuse", refuse),
            post("\(draft)/again", makeAgain),
            get("\(draft)/publish") { try secondLook($0) }, post("\(draft)/publish", publish),
            get("\(draft)/tables/{table}", tablePage),
            get("\(release)/withdraw") { try withdrawalForm($0) }, post("\(release)/withdraw", withdraw),
        ]
    }

    /// With how many drafts are ready to be looked at.
    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        guard (try? leave(visit)) != nil else { return nil }
        let ready = jobs.all.count { if case .ready = $0.state { true } else { false } }
        return .init(
            text: exchange.texts["releasing.title"], href: ReleasingPaths.home,
            isCurrent: exchange.path.hasPrefix(ReleasingPaths.home), count: ready)
    }

    /// Leave to release, in the name of whoever came: what is counted, published and withdrawn rests on it.
    func leave(_ visit: Visit) throws(AccessRefusal) -> Grant {
        try visit.registry.policy.decide(visit.asking.actor, .release, for: visit.asking.purpose).get()
    }

    /// The draft that the address names.
    func named(_ visit: Visit) throws(RequestRefusal) -> ReleaseJobs.Job {
        guard let job = jobs[visit.exchange.parameter("draft")] else { throw .notFound }
        return job
    }

    /// The release that the address names.
    func namedRelease(_ visit: Visit) throws -> Release {
        guard let number = Int(visit.exchange.parameter("release")), let found = try press.history()[number] else {
            throw RequestRefusal.notFound
        }
        return found
    }

    func page(
        _ title: String, _ page: DeskPage, below steps: [WorkbenchFrame.Step] = [], _ visit: Visit,
        width: WorkbenchFrame.Width = .wide, status: Int = 200
    ) -> Answer {
        let own = WorkbenchFrame.Step(text: visit.releasing("title"), href: ReleasingPaths.home)
        let isHome = visit.exchange.path == ReleasingPaths.home
        return visit.page(
            title, "desk", page, breadcrumb: [visit.homeStep] + (isHome ? [] : [own]) + steps, width: width,
            status: status)
    }

    func step(to job: ReleaseJobs.Job, _ visit: Visit) -> WorkbenchFrame.Step {
        .init(text: title(of: job, visit), href: ReleasingPaths.draft(job.id))
    }

    func title(of job: ReleaseJobs.Job, _ visit: Visit) -> String {
        visit.releasing("draft.title", ["moment": visit.wording.moment(job.madeAt)])
    }
}

extension Visit {
    /// A text of the release desk: `releasing.title` for `title`.
    func releasing(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("releasing.\(key)", values)
    }

    func releasingCount(_ key: String, _ count: Int) -> String { exchange.texts.counted("releasing.\(key)", count) }
}

/// Addresses of the release desk.
enum ReleasingPaths {
    static let home = "\(HousePaths.home)/releasing"
    static let drafts = "\(home)/drafts"
    static let anyDraft = "\(drafts)/{draft}"
    static let anyRelease = "\(home)/releases/{release}"

    static func draft(_ id: String) -> String { "\(drafts)/\(id)" }
    static func table(_ name: String, of draft: String) -> String { "\(self.draft(draft))/tables/\(name)" }
    static func release(_ number: Int) -> String { "\(home)/releases/\(number)" }
}
