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
        let book = try BookLoader(resources: Resources.find()).book()
        func list(_ name: String) throws -> CodeList { try #require(book.codeLists[name]) }
        func rule(_ name: String) throws -> BucketRule { try #require(book.bucketRules.first { $0.name == name }) }
        func mapping(_ from: String, _ to: String) throws -> CodeMapping {
            try #require(book.mapping(from: from, to: to))
        }
        var facts = Facts(
            lists: try CountingLists(
                sexes: list("sexes"), ageGroups: list("age-groups"), countries: list("countries"),
                forms: list("exploitation-forms"), phenomena: list("phenomena"),
                organisationKinds: list("organisation-kinds")))
        var sequence: Int64 = 0
        func tell(_ mechanism: String, _ state: String, _ changes: [String: FieldValue]) throws -> RecordID {
            sequence += 1
            let record = RecordID(high: UInt64(sequence), low: 1)
            let draft = EventDraft(
                mechanism: mechanism, record: record, version: 1, kind: "opened", state: state, changes: changes,
                effective: try #require(Period("2023-01-01")))
            try facts.fold(
                Event(
                    sequence: sequence, recordedAt: Timestamp(milliseconds: sequence), account: "a",
                    function: "caseworker", organisation: nil, draft: draft))
            return record
        }
        for route in persons {
            let file = try tell(
                "case", "open",
                ["phenomenon": .code("trafficking"), "opened-on": .period(try #require(Period("2023-01-05")))])
            let victims = try (0..<route.count).map { _ in try tell("person", "registered", [:]) }
            let incident = try tell(
                "incident", "recorded",
                ["case": .link(file), "persons": .links(victims), "phenomenon": .code("trafficking")])
            _ = try tell(
                "route-leg", "recorded",
                [
                    "incident": .link(incident), "ordinal": .integer(1), "from": .code(route.from),
                    "to": .code(route.to),
                ])
        }
        let counter = Counter(
            facts: facts,
            settings: CountingSettings(
                reportingCountry: "PT", citizenshipGroups: try mapping("countries", "citizenship-groups"),
                mainForm: try rule("main-form"),
                euForm: (try rule("eu-form"), try mapping("exploitation-forms", "eu-forms")),
                unodcForm: (try rule("unodc-form"), try mapping("exploitation-forms", "unodc-forms"))))
        return try #require(try Gate(rule: ProtectionRule()).release(counter.tables(.routes)).first)
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
