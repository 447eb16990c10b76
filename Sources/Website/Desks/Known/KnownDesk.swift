import Access
import HTTPTypes
import Mechanisms
import Registry
import Vocabulary

// Goals, in order: (1) who may not search what names persons gets one answer, whatever there is; (2) a fact is shown, and
// nothing is joined: the two are put before those who judge; (3) what was typed stands in no address.

/// Who else on the register may be a person, asked from that person's page. While somebody is registered, the form asks.
package struct KnownDesk: Desk {
    package init() {}

    /// It is reached from persons.
    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? { nil }

    package func routes(in workbench: Workbench) -> [Route] {
        let path = "\(WorkbenchPaths.anyRecord)/known"
        return [
            workbench.route(.get, path, to: .search, on: [.victims]) { try page($0) },
            workbench.route(.post, path, to: .write, on: [.victims], body: .form(), propose),
        ]
    }

    private func page(_ visit: Visit, notice: DeskPage.Notice? = nil, status: Int = 200) throws -> Answer {
        let record = try visit.namedRecord()
        let (view, answer) = try visit.registry.known(like: record, visit.asking)
        let list = try KnownList(answer, at: .page(of: record), visit)
        let names = try Names(in: [view], visit)
        let person = WorkbenchFrame.Step(text: names.name(of: view), href: WorkbenchPaths.record(record))
        let mechanism = try visit.registry.mechanism(view.mechanism)
        let page = DeskPage(
            lead: visit.known("lead"), notices: notice.map { [$0] } ?? [], sections: [list.section], visit.exchange)
        return visit.page(
            visit.known("others"), "desk", page, breadcrumb: visit.waySteps(mechanism) + [person],
            marking: [view.marking, list.marking].compactMap(\.self).max(), status: status)
    }

    private func propose(_ visit: Visit) throws -> Answer {
        guard let other = visit.exchange.form["with"].flatMap({ RecordID($0) }) else {
            return try page(visit, notice: .init(visit.known("gone"), .wrong), status: 422)
        }
        let outcome: SubmissionOutcome
        do {
            outcome = try visit.registry.propose(visit.namedRecord(), asOneWith: other, visit.asking)
        } catch RegistryRefusal.indexNotReady {
            return try page(visit, status: 503)
        } catch RegistryRefusal.notAlike {
            return try page(visit, notice: .init(visit.known("gone"), .wrong), status: 409)
        }
        switch outcome {
        case .written(let versions): return .redirect(to: versions.keys.first.map(LinksPaths.pair) ?? LinksPaths.home)
        case .refused(let refusal):
            let problems = visit.wording.problems(refusal, try visit.registry.mechanism("same-person"))
            let words = problems.map(\.text).joined(separator: " ")
            return try page(visit, notice: .init(words, .wrong), status: 422)
        case .conflict: return try page(visit, notice: .init(visit.known("gone"), .wrong), status: 409)
        }
    }
}
