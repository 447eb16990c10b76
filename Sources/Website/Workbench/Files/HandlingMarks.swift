import Access
import Mechanisms
import Registry
import Vocabulary

/// Handling marks in force: they may raise a paper's marking, never lower it.
struct HandlingMarks: Sendable {
    /// The highest of them; nil where there is none.
    let level: Access.Marking?
    private let levels: [RecordID: Access.Marking]

    /// Those among some records.
    init(_ views: [RecordView]) {
        var levels: [RecordID: Access.Marking] = [:]
        for view in views where view.mechanism == HandlingMarks.mechanism && !view.isClosed {
            guard case .code(let code)? = view.value("level"), let level = Access.Marking(rawValue: code) else {
                continue
            }
            for record in view.value("about")?.linked ?? [] { levels[record] = max(levels[record] ?? level, level) }
        }
        self.levels = levels
        level = levels.values.max()
    }

    /// All that the one who asks may know of.
    init(inForce visit: Visit) throws {
        guard let mechanism = visit.book.mechanism(HandlingMarks.mechanism),
            visit.registry.policy.reach(of: visit.asking.actor, .list, mechanism, for: visit.asking.purpose).grant
                != nil
        else {
            self.init([])
            return
        }
        let states = Set(mechanism.states).subtracting(mechanism.closedStates)
        var request = ListRequest(mechanism.name, states: states, limit: ListRequest.longestPage)
        var views: [RecordView] = []
        repeat {
            let page = try visit.registry.list(request, visit.asking)
            views += page.rows
            request.cursor = page.next
        } while request.cursor != nil
        self.init(views)
    }

    func level(of record: RecordID) -> Access.Marking? { levels[record] }

    private static let mechanism = "handling-mark"
}
