import Foundation
import Intake
import Registry
import Vocabulary

/// A plan as somebody looks at it: on a day, and through filters that stand in the address.
struct PlanView: Sendable {
    enum Filter: String, CaseIterable, Sendable {
        case chapter, party, standing, due, pillar, gender, child, rights
    }

    /// When deadlines fall due, seen from the day.
    enum Due: String, CaseIterable, Sendable {
        case passed, soon, later, open
    }

    let stand: PlanStand
    let chosen: [Filter: String]
    /// Nil where it is today.
    let day: CalendarDate?

    /// Days in which a deadline counts as soon.
    static let soonDays = 90

    func due(_ line: PlanStand.Line) -> Due {
        guard let latest = line.deadline?.latest else { return .open }
        if latest < stand.day { return .passed }
        return latest <= stand.day.adding(days: PlanView.soonDays) ? .soon : .later
    }

    /// What a line says to a filter: none, one or several values.
    func values(_ filter: Filter, of line: PlanStand.Line) -> [String] {
        switch filter {
        case .chapter: [String(line.action.code.prefix { $0 != "." })]
        case .party: line.parties
        case .standing: [line.standing.rawValue]
        case .due: [due(line).rawValue]
        case .pillar: line.pillars
        case .gender: line.markers.gender.map { [String($0)] } ?? []
        case .child: line.markers.child.map { [String($0)] } ?? []
        case .rights: line.markers.rights.map { [String($0)] } ?? []
        }
    }

    /// The lines that pass every filter that is chosen, but one.
    func lines(leavingOut left: Filter? = nil) -> [PlanStand.Line] {
        let asked = chosen.filter { $0.key != left }
        if asked.isEmpty { return stand.lines }
        return stand.lines.filter { line in
            asked.allSatisfy { filter, value in values(filter, of: line).contains(value) }
        }
    }

    /// How many lines each value of a filter would leave, beside the other filters that are chosen.
    func counts(of filter: Filter) -> [String: Int] {
        lines(leavingOut: filter).reduce(into: [:]) { counts, line in
            for value in Set(values(filter, of: line)) { counts[value, default: 0] += 1 }
        }
    }

    /// The address with a filter set otherwise; nil takes it away.
    func href(_ filter: Filter? = nil, _ value: String? = nil) -> String {
        var chosen = chosen
        if let filter { chosen[filter] = value }
        return address(PlansPaths.plan(stand.record), chosen)
    }

    /// The same day without filters.
    var plainHref: String { address(PlansPaths.plan(stand.record), [:]) }

    var tableHref: String { address(PlansPaths.table(stand.record), [:]) }

    /// The table in one piece, however long it is: to print.
    var wholeTableHref: String {
        address(PlansPaths.table(stand.record), [:], before: [URLQueryItem(name: "whole", value: "yes")])
    }

    /// What changed up to the day.
    var changesHref: String {
        PlansPaths.changes(stand.record) + (day.map { "?to=\($0)" } ?? "")
    }

    private func address(_ path: String, _ chosen: [Filter: String], before: [URLQueryItem] = []) -> String {
        let after = day.map { [URLQueryItem(name: "as-of", value: $0.description)] } ?? []
        return DeskFilter.address(path, chosen, before: before, after: after)
    }
}

extension PlanView {
    /// - Throws: ``RegistryRefusal/notFound`` for a plan that is not there, not in force on the day, or out of reach;
    ///   ``RegistryRefusal/unreadableFilter(name:)`` for a day that is none.
    init(_ visit: Visit) throws {
        let record = try visit.namedRecord()
        let asked = try PlanView.day("as-of", visit)
        let day = asked ?? visit.today
        guard let stand = try visit.registry.planStand(of: record, visit.asking, on: day) else {
            throw RegistryRefusal.notFound
        }
        self.init(stand: stand, chosen: DeskFilter.chosen(in: visit.exchange.query), day: asked)
    }

    /// A day that stands in the address; nil where none does.
    ///
    /// - Throws: ``RegistryRefusal/unreadableFilter(name:)``.
    static func day(_ name: String, _ visit: Visit) throws -> CalendarDate? {
        guard let written = visit.exchange.query[name], !written.isEmpty else { return nil }
        guard let day = CalendarDate(written) else { throw RegistryRefusal.unreadableFilter(name: name) }
        return day
    }
}
