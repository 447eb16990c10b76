import Access
import InterfaceKit
import Mechanisms
import Testing
import Vocabulary

@testable import Registry

/// A register in which tests ask overviews, as the secretariat does.
struct OverviewHouse {
    let plans: PlanRegister
    var registry: Registry { plans.register.registry }

    init() throws { plans = try PlanRegister() }

    @discardableResult
    func take(
        _ step: String, _ mechanism: String, _ record: RecordID? = nil, _ changes: [String: FieldValue] = [:],
        on day: String = "2026-09-01", by other: Actor? = nil
    ) throws -> RecordID {
        try plans.take(step, mechanism, record, changes, on: day, by: other)
    }

    /// The codes of a refusal, none where nothing was refused.
    func codes(_ work: () throws -> Void) throws -> [String] {
        do {
            try work()
            return []
        } catch let refusal as Refusal { return refusal.problems.map(\.code) }
    }

    /// The rows in the words of files.
    func rows(_ overview: Overview, on day: String = "2026-09-01", as actor: Actor? = nil) throws -> [[String]] {
        try table(overview, on: day, as: actor).rows.map { $0.map(\.plain) }
    }

    func table(_ overview: Overview, on day: String = "2026-09-01", as actor: Actor? = nil) throws -> OverviewTable {
        let asking = actor.map { Asking($0) } ?? plans.asking
        return try registry.overview(overview, on: try #require(CalendarDate(day)), asking)
    }

    /// One column of the rows.
    func column(_ name: String, of overview: Overview, on day: String = "2026-09-01") throws -> [String] {
        let table = try table(overview, on: day)
        let place = try #require(table.columns.firstIndex { $0.code == name })
        return table.rows.map { $0[place].plain }
    }

    func day(_ text: String) throws -> FieldValue { .period(try #require(Period(text))) }
}
