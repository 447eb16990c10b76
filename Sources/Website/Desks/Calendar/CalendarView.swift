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
        obligations.rows.filter { row in
            chosen.allSatisfy { filter, value in filter == left || values(filter, of: row).contains(value) }
        }
    }

    /// Of the month: whatever may be meant to fall into it.
    func inMonth(_ rows: [Obligation]) -> [Obligation] {
        rows.filter { $0.state != .silent && $0.latest >= month.start && ($0.earliest ?? $0.latest) <= month.end }
    }

    /// Late, and of another month.
    func lateBefore(_ rows: [Obligation]) -> [Obligation] {
        let shown = Set(inMonth(rows))
        return rows.filter { $0.state == .late && !shown.contains($0) }
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
            events: try visit.registry.eventDays(visit.asking, in: month.start...month.end), chosen: chosen, month: month, day: day, asked: asked)
    }

    static func name(ofMonthOf day: CalendarDate) -> String { String(day.description.prefix(7)) }
}
