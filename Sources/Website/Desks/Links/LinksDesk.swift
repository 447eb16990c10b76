import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

// Goals, in order: (1) who may not read what names a person sees how two records agree and never a value; (2) nobody sees
// what others said before they have judged; (3) nothing is joined here but by the book's own step.

/// Where persons judge whether two records, which the program found alike, are one person.
package struct LinksDesk: Desk {
    package init() {}

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        guard visit.judgesLinks else { return nil }
        return WorkbenchFrame.NavigationItem(
            text: visit.links("title"), href: LinksPaths.home,
            isCurrent: exchange.path.hasPrefix(LinksPaths.home))
    }

    package func routes(in workbench: Workbench) -> [Route] {
        let victims: Set<Matter> = [.victims]
        return [
            workbench.route(.get, LinksPaths.home, to: .list, on: victims, queue),
            workbench.route(.get, LinksPaths.anyPair, to: .read, on: victims) { try pair($0) },
            workbench.route(.post, "\(LinksPaths.anyPair)/judge", to: .write, on: victims, body: .form(), judge),
        ]
    }

    private func queue(_ visit: Visit) throws -> Answer {
        let queue = try LinksQueue(visit)
        return visit.page(
            visit.links("title"), "desk", queue.page, breadcrumb: [visit.homeStep], marking: queue.marking)
    }

    private func pair(_ visit: Visit, _ answer: JudgementForm.Answer? = nil, status: Int = 200) throws -> Answer {
        let sheet = try PairSheet(of: visit.namedRecord(), answer, visit)
        let own = WorkbenchFrame.Step(text: visit.links("title"), href: LinksPaths.home)
        return visit.page(
            sheet.title, "desk", sheet.page, breadcrumb: [visit.homeStep, own], marking: sheet.marking,
            status: status)
    }

    private func judge(_ visit: Visit) throws -> Answer {
        let record = try visit.namedRecord()
        var answer = JudgementForm.Answer(visit.exchange.form)
        let mechanism = try visit.registry.mechanism("same-person")
        guard answer.isWhole else { return try pair(visit, answer, status: 422) }
        let command = Command(
            mechanism: mechanism.name, record: record, transition: "judge", expectedVersion: answer.version,
            changes: ["judgement": .code(answer.judgement)], effective: .day(visit.today), reason: answer.reason)
        switch try visit.registry.submit([command], visit.asking, key: answer.key) {
        case .written: return .redirect(to: LinksPaths.pair(record))
        case .refused(let refusal):
            answer.problems = visit.wording.problems(refusal, mechanism).map(\.text)
            return try pair(visit, answer, status: 422)
        case .conflict:
            answer.problems = [visit.links("stale")]
            return try pair(visit, answer, status: 409)
        }
    }
}

extension Visit {
    /// A text of the desk: `links.title` for `title`.
    func links(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("links.\(key)", values)
    }

    /// Whether the function of the one who asks judges pairs at all, for the purpose for which they are here.
    var judgesLinks: Bool {
        guard let mechanism = book.mechanism("same-person"), let step = mechanism.transition("judge") else {
            return false
        }
        return step.by.contains(asking.actor.function)
            && registry.policy.reach(of: asking.actor, .write, mechanism, for: asking.purpose).grant != nil
    }
}
