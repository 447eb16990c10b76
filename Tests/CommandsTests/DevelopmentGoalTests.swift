import Counting
import Disclosure
import Mechanisms
import Tables
import Testing
import Vocabulary

@testable import Commands
@testable import Publication

/// B77: the figures of indicator 16.2.2 are those of the index (B85) for the same year, and nothing of a few persons is shown.
struct DevelopmentGoalTests {
    private static let small = "registered-victims-by-year"
    private static let large = "registered-victims-by-year-sex-age-group-unodc-form"

    /// Victims as they were registered: how many, in which year, of which sex, age and form.
    private struct Group {
        let count: Int
        let year: Int
        let sex: String
        let age: String
        let form: String
    }

    private static let groups = [
        Group(count: 30, year: 2022, sex: "female", age: "adult", form: "sexual-exploitation"),
        Group(count: 24, year: 2022, sex: "male", age: "adult", form: "forced-labour"),
        Group(count: 3, year: 2022, sex: "female", age: "child", form: "sexual-exploitation"),
        Group(count: 15, year: 2022, sex: "male", age: "child", form: "criminal-activities"),
        Group(count: 40, year: 2023, sex: "female", age: "adult", form: "forced-labour"),
        Group(count: 21, year: 2023, sex: "male", age: "adult", form: "sexual-exploitation"),
    ]

    private func counter() throws -> Counter {
        var facts = try ToldFacts(on: "2022-01-01")
        let house = try facts.tell(
            "organisation", "active",
            ["name": .text("Harbour"), "kind": .code("ngo"), "registers": .boolean(true)])
        for group in Self.groups {
            for _ in 0..<group.count {
                let person = try facts.tell("person", "registered", ["sex": .code(group.sex)])
                let incident = try facts.tell(
                    "incident", "recorded",
                    [
                        "persons": .links([person]), "forms": .codes([group.form]), "main-form": .code(group.form),
                        "phenomenon": .code("trafficking"),
                    ])
                _ = try facts.tell(
                    "status-episode", "presumed",
                    [
                        "person": .link(person), "registering-organisation": .link(house), "incident": .link(incident),
                        "registered-on": .period(try #require(Period("\(group.year)-02-01"))),
                        "age-group-at-exploitation": .code(group.age),
                    ])
            }
        }
        return try facts.counter
    }

    private func released() throws -> [String: ReleasedTable] {
        let tables = try Gate(rule: ProtectionRule()).release(counter().tables(.developmentGoals))
        return Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    }

    @Test func b77TheFigureOfTheIndexIsOneOfItsTables() {
        let index = TableDefinition.index.parts.first { $0.indicator == "registered-victims" }
        #expect(index != nil && index == TableDefinition.developmentGoals.parts.first)
        #expect(TableDefinition.developmentGoals.parts.map(\.name) == [Self.small, Self.large])
    }

    @Test func b77AYearSaysWhatTheIndexSaysOfIt() throws {
        let released = try released()
        let (small, large) = (try #require(released[Self.small]), try #require(released[Self.large]))
        for (year, persons) in [("2022", 72), ("2023", 61)] {
            #expect(TableReader(small).outcome(where: ["year": year]) == .published(persons))
            #expect(TableReader(large).outcome(where: ["year": year]) == .published(persons))
        }
        let day = try #require(CalendarDate("2024-02-01"))
        for tables in [[small, large], [large, small], [large]] {
            let release = try ReleaseArchive.freeze(tables, on: day, after: nil, texts: []).release
            let reading = IndexReading(
                IndexEntry(id: "registered-victims", unit: "person"), in: try ReleaseHistory([release])
            ) { TableReader($1) }
            #expect(reading.points.map(\.outcome) == [.published(72), .published(61)])
        }
    }

    @Test func b77SexAgeAndFormOfAFewPersonsAreWithheldAndFollowFromNothing() throws {
        let released = try released()
        let large = try #require(released[Self.large])
        let few = ["year": "2022", "sex": "female", "age-group": "child", "unodc-form": "sexual-exploitation"]
        #expect(TableReader(large).outcome(where: few) == .withheldPrimary)
        for table in released.values {
            #expect(table.audit.exactlyRecoverable == 0)
            for cell in table.cells {
                if case .published(let count) = cell.outcome { #expect(count == 0 || count >= table.rule.threshold) }
            }
        }
        let many = ["year": "2023", "sex": "female", "age-group": "adult", "unodc-form": "forced-labour"]
        #expect(TableReader(large).outcome(where: many) == .published(40))
    }
}
