import Foundation
import Registry
import Vocabulary

/// The calendar as somebody looks at it: a month, on a day, through filters that stand in the address.
struct CalendarView: Sendable {
    enum Filter: String, CaseIterable, Sendable {
        case whose, kind, state
    }

    /// For whom one looks.
    enum Whose: String, CaseIterable, Sendable {
        case own, supervised
    }

    let obligations: Obligations
    /// Of the month, in their order.
    let events: [EventDay]
    let chosen: [Filter: String]
    /// The month that is shown.
    let month: Period
    /// The day on which things are seen.
    let day: CalendarDate
    /// Nil where that is today.
    let asked: CalendarDate?

    /// What an obligation says to a filter.
    func values(_ filter: Filter, of obligation: Obligation) -> [String] {
        switch filter {
        case .whose:
            [obligation.isOwn ? Whose.own : nil, obligation.isSupervised ? .supervised : nil]
                .compactMap { $0?.rawValue }
        case .kind: [obligation.kind]
        case .state: [obligation.state.rawValue]
        }
    }

    /// What passes every filter that is chosen, but one.
    func rows(leavingOut left: Filter? = nil) -> [Obligation] {
        let asked = chosen.filter { $0.key != left }
        if asked.isEmpty { return obligations.rows }
        return obligations.rows.filter { row in
            asked.allSatisfy { filter, value in values(filter, of: row).contains(value) }
        }
    }

    /// How many rows each value of a filter would leave, beside the other filters that are chosen.
    func counts(of filter: Filter) -> [String: Int] {
        rows(leavingOut: filter).reduce(into: [:]) { counts, row in
            for value in values(filter, of: row) { counts[value, default: 0] += 1 }
        }
    }

    /// Of the month: whatever may be meant to fall into it.
    func inMonth(_ rows: [Obligation]) -> [Obligation] { rows.filter(isInMonth) }

    /// Late, and of another month.
    func lateBefore(_ rows: [Obligation]) -> [Obligation] { rows.filter { $0.state == .late && !isInMonth($0) } }

    private func isInMonth(_ row: Obligation) -> Bool {
        row.state != .silent && row.latest >= month.start && (row.earliest ?? row.latest) <= month.end
    }

    func silent(_ rows: [Obligation]) -> [Obligation] { rows.filter { $0.state == .silent } }

    /// The address with a filter set otherwise; nil takes it away.
    func href(_ filter: Filter, _ value: String?) -> String {
        var chosen = chosen
        chosen[filter] = value
        return address(chosen, month)
    }

    func href(month: Period) -> String { address(chosen, month) }

    var plainHref: String { address([:], month) }

    private func address(_ chosen: [Filter: String], _ month: Period) -> String {
        DeskFilter.address(
            CalendarPaths.home, chosen, before: [URLQueryItem(name: "month", value: month.description)],
            after: asked.map { [URLQueryItem(name: "as-of", value: $0.description)] } ?? [])
    }
}

extension CalendarView {
    /// - Throws: ``RegistryRefusal/unreadableFilter(name:)`` for a day or a month that is none.
    init(_ visit: Visit) throws {
        let query = visit.exchange.query
        func written(_ name: String) -> String? { query[name].flatMap { $0.isEmpty ? nil : $0 } }
        let asked = written("as-of").flatMap { CalendarDate($0) }
        if written("as-of") != nil, asked == nil { throw RegistryRefusal.unreadableFilter(name: "as-of") }
        let day = asked ?? visit.today
        guard let month = Period(written("month") ?? CalendarView.name(ofMonthOf: day)), month.precision == .month
        else {
            throw RegistryRefusal.unreadableFilter(name: "month")
        }
        let chosen: [Filter: String] = Filter.allCases.reduce(into: [:]) { $0[$1] = written($1.rawValue) }
        self.init(
            obligations: try visit.registry.obligations(
                ObligationRequest(on: day, through: month.end), visit.asking),
            events: try visit.registry.eventDays(visit.asking, in: month.start...month.end), chosen: chosen,
            month: month, day: day, asked: asked)
    }

    static func name(ofMonthOf day: CalendarDate) -> String { String(day.description.prefix(7)) }
}
