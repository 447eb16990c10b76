import Counting
import Disclosure
import Mechanisms
import Tables
import Testing
import Vocabulary

@testable import Commands

/// B54: no route that is drawn from cases shows a few persons.
struct RouteReleaseTests {
    /// So many victims by route, counted and put through the gate of the house with its usual rule.
    private func released(_ persons: [(from: String, to: String, count: Int)]) throws -> ReleasedTable {
        var facts = try ToldFacts(on: "2023-01-01")
        for route in persons {
            let file = try facts.tell(
                "case", "open",
                ["phenomenon": .code("trafficking"), "opened-on": .period(try #require(Period("2023-01-05")))])
            let victims = try (0..<route.count).map { _ in try facts.tell("person", "registered", [:]) }
            let incident = try facts.tell(
                "incident", "recorded",
                ["case": .link(file), "persons": .links(victims), "phenomenon": .code("trafficking")])
            _ = try facts.tell(
                "route-leg", "recorded",
                [
                    "incident": .link(incident), "ordinal": .integer(1), "from": .code(route.from),
                    "to": .code(route.to),
                ])
        }
        return try #require(try Gate(rule: ProtectionRule()).release(facts.counter.tables(.routes)).first)
    }

    private func outcome(_ table: ReleasedTable, _ from: String, _ to: String) -> ReleasedTable.Outcome? {
        let places = zip(table.dimensions, [from, to]).map { dimension, code in
            dimension.categories.firstIndex { $0.code == code }
        }
        return table.outcome(at: places)
    }

    @Test func b54ARouteOfAFewPersonsIsWithheldAndFollowsFromNoOther() throws {
        let table = try released([("NG", "PT", 3), ("NG", "ES", 12), ("RO", "PT", 20), ("RO", "ES", 30)])
        #expect(outcome(table, "NG", "PT") == .withheldPrimary)
        #expect(outcome(table, "NG", "ES") == .withheldComplementary)
        #expect(table.audit.exactlyRecoverable == 0)
        for cell in table.cells {
            if case .published(let count) = cell.outcome { #expect(count == 0 || count >= table.rule.threshold) }
        }
    }

    @Test func b54ARouteOfManyIsShown() throws {
        let table = try released([("NG", "PT", 12), ("RO", "PT", 20)])
        #expect(outcome(table, "NG", "PT") == .published(12))
        #expect(outcome(table, "RO", "PT") == .published(20))
    }
}
