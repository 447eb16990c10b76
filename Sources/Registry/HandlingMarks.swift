package import Access
import Ledger
import Mechanisms
package import Vocabulary

/// Handling marks of some records on a day: those in force may raise a paper's marking, never lower it; those that have ended
/// say until when it was higher and who ended it (B104).
package struct HandlingMarks: Sendable {
    /// A mark that raised a marking and does so no longer.
    package struct Lifted: Sendable, Hashable {
        package let level: Marking
        /// The last day on which it was in force.
        package let until: CalendarDate
        /// The function that lifted it, or that set the day on which it ended.
        package let function: String
        /// The name of its organisation where that is known.
        package let organisation: String?
    }

    private struct InForce: Sendable {
        let level: Marking
        let until: CalendarDate?
    }

    private var inForce: [RecordID: [InForce]] = [:]
    private var lifted: [RecordID: [Lifted]] = [:]

    /// Those among some records.
    package init(_ views: [RecordView], in registry: Registry, on day: CalendarDate) throws {
        for view in views where view.mechanism == HandlingMarks.mechanism {
            guard case .code(let code)? = view.value("level"), let level = Marking(rawValue: code) else { continue }
            let (first, last) = (view.days("from")?.start, view.days("until")?.end)
            let about = view.value("about")?.linked ?? []
            if !view.isClosed, last.map({ $0 >= day }) ?? true {
                guard first.map({ $0 <= day }) ?? true else { continue }
                for record in about { inForce[record, default: []].append(InForce(level: level, until: last)) }
            } else if let end = try HandlingMarks.end(of: view, on: last, level, in: registry) {
                for record in about { lifted[record, default: []].append(end) }
            }
        }
    }

    /// All that the one who asks may know of.
    package init(of registry: Registry, on day: CalendarDate, _ asking: Asking) throws {
        guard let mechanism = registry.book.mechanism(HandlingMarks.mechanism),
            registry.policy.reach(of: asking.actor, .list, mechanism, for: asking.purpose).grant != nil
        else {
            try self.init([], in: registry, on: day)
            return
        }
        var request = ListRequest(mechanism.name, limit: ListRequest.longestPage)
        var views: [RecordView] = []
        repeat {
            let page = try registry.list(request, asking)
            views += page.rows
            request.cursor = page.next
        } while request.cursor != nil
        try self.init(views, in: registry, on: day)
    }

    /// What a paper says that shows these records.
    ///
    /// - Parameter own: The marking that it has by what stands on it.
    package func printed(_ own: Marking, showing records: some Sequence<RecordID>) -> PrintedMarking {
        let shown = Set(records)
        let raising = shown.flatMap { inForce[$0] ?? [] }
        let level = max(own, raising.map(\.level).max() ?? own)
        let highest = raising.filter { $0.level == level }
        let isEndless = own == level || highest.contains { $0.until == nil }
        let ended = shown.flatMap { lifted[$0] ?? [] }.filter { $0.level > level }
        return PrintedMarking(
            level: level, until: isEndless ? nil : highest.compactMap(\.until).max(),
            lifted: ended.max { ($0.until, $0.level) < ($1.until, $1.level) })
    }

    /// Nil for one that was lifted before it began to be in force.
    private static func end(
        of view: RecordView, on last: CalendarDate?, _ level: Marking, in registry: Registry
    ) throws -> Lifted? {
        guard let event = try registry.ledger.history(of: view.record).last else { return nil }
        let lifting = view.isClosed ? event.draft.effective.end : nil
        guard let until = [last, lifting].compactMap(\.self).min(),
            view.days("from").map({ $0.start <= until }) ?? true
        else { return nil }
        let organisation = event.organisation.flatMap { RecordID($0) }
        return Lifted(
            level: level, until: until, function: event.function,
            organisation: organisation.flatMap { registry.directory.organisations[$0]?.name })
    }

    private static let mechanism = "handling-mark"
}

/// The marking on a paper, with the days that belong to it.
package struct PrintedMarking: Sendable, Hashable {
    package let level: Marking
    /// The last day on which it is this high; nil where no day is set.
    package let until: CalendarDate?
    /// The mark that made it higher before and ended last; nil where there is none.
    package let lifted: HandlingMarks.Lifted?

    /// Of a paper that is known to show nothing else.
    package init(level: Marking, until: CalendarDate?, lifted: HandlingMarks.Lifted?) {
        (self.level, self.until, self.lifted) = (level, until, lifted)
    }
}

extension RecordView {
    fileprivate func days(_ field: String) -> Period? {
        if case .period(let period)? = value(field) { period } else { nil }
    }
}
