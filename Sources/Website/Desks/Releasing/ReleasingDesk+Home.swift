import Counting
import HTTPTypes
import Publication
import Registry
import Vocabulary

extension ReleasingDesk {
    /// Drafts, releases, and the form for a new draft.
    ///
    /// - Parameter problem: The key of what was wrong with what was sent, below `releasing.new`.
    func home(_ visit: Visit, problem: String? = nil) throws -> Answer {
        let drafts = jobs.all.map { job in
            DeskSection.Item(
                title(of: job, visit), href: ReleasingPaths.draft(job.id), small: [scope(of: job.plan, visit)],
                state: badge(of: job, visit))
        }
        let sections = [
            DeskSection(
                "drafts", visit.releasing("drafts"), note: visit.releasing(drafts.isEmpty ? "none" : "drafts-lead"),
                items: drafts),
            DeskSection(
                "new", visit.releasing("new.title"),
                forms: [PlanForm(visit).form(problem: problem.map { visit.releasing("new.\($0)") })]),
            try releases(visit),
        ]
        return page(
            visit.releasing("title"), DeskPage(lead: visit.releasing("lead"), sections: sections, visit.exchange),
            visit,
            status: problem == nil ? 200 : 422)
    }

    private func releases(_ visit: Visit) throws -> DeskSection {
        let history = try press.history()
        let texts = visit.wording.texts
        let rows = history.releases.reversed().map { release -> [DeskTable.Value] in
            let withdrawal = history.withdrawn[release.number]
            let state: DeskPage.Badge =
                withdrawal == nil
                ? .init(visit.releasing("published"), .running) : .init(visit.releasing("withdrawn"), .closed)
            return [
                DeskTable.Value(
                    texts.filled("site.release.title", ["number": texts.digits(release.number)]),
                    href: "/\(visit.exchange.language)/releases/\(release.number)"),
                DeskTable.Value(texts.day(release.date)), DeskTable.Value(texts.number(release.tables.count)),
                DeskTable.Value("", state: state, small: [withdrawal?.reason ?? ""]),
                withdrawal == nil
                    ? DeskTable.Value(
                        visit.releasing("withdraw.short"), href: "\(ReleasingPaths.release(release.number))/withdraw")
                    : DeskTable.Value(""),
            ]
        }
        let columns = ["release", "date", "tables", "state", "actions"].map { visit.releasing("columns.\($0)") }
        return DeskSection(
            "releases", visit.releasing("releases"), note: rows.isEmpty ? visit.releasing("none") : "",
            tables: rows.isEmpty ? [] : [DeskTable(visit.releasing("releases"), columns: columns, rows: rows)])
    }

    /// Begins a draft; the same form sent twice begins one.
    func begin(_ visit: Visit) throws -> Answer {
        let leave = try leave(visit)
        let wish = PlanForm(visit)
        switch wish.reading {
        case .failure(let problem): return try home(visit, problem: problem.key)
        case .success(let plan):
            guard let id = visit.exchange.form["key"].flatMap({ RecordID($0) })?.description else {
                return try home(visit, problem: "again")
            }
            jobs.begin(id, plan, at: visit.exchange.moment, under: leave, at: press)
            return .redirect(to: ReleasingPaths.draft(id))
        }
    }

    /// `referrals · 2023 · threshold 5`
    func scope(of plan: ReleasePlan, _ visit: Visit) -> String {
        let texts = visit.wording.texts
        let parts =
            plan.tables.map { PlanForm.title(of: $0, visit) }
            + [plan.period.map { texts.period($0) }].compactMap(\.self)
            + [visit.releasing("threshold", ["number": texts.number(plan.threshold)])]
        return parts.joined(separator: " · ")
    }

    func badge(of job: ReleaseJobs.Job, _ visit: Visit) -> DeskPage.Badge {
        switch job.state {
        case .waiting: .init(visit.releasing("states.waiting"), .new)
        case .running: .init(visit.releasing("states.running"), .new)
        case .ready: .init(visit.releasing("states.ready"), .running)
        case .publishing: .init(visit.releasing("states.publishing"), .running)
        case .published: .init(visit.releasing("published"), .running)
        case .failed: .init(visit.releasing("states.failed"), .late)
        case .refused: .init(visit.releasing("states.refused"), .closed)
        case .interrupted: .init(visit.releasing("states.interrupted"), .new)
        }
    }
}
