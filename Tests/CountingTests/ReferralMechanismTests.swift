import Catalogue
import Foundation
import Mechanisms
import Tables
import TestKit
import Testing
import Vocabulary

@testable import Counting

/// The 26,056 referrals of the United Kingdom's National Referral Mechanism, six quarters, against what was published.
@Suite struct ReferralMechanismTests {
    private static let file = Repository.shared("nrm_uk/referrals_leaf_2022Q2_2023Q3.csv")

    @Test(.enabled(if: ReferralMechanismTests.file != nil))
    func reproducesThePublishedQuartersAndEveryMarginOfResponderTypes() throws {
        let rows = try ReferralFile(url: try #require(ReferralMechanismTests.file)).rows
        let counter = Counter(facts: try facts(rows), settings: Country.settings())
        // As published by the Home Office (quarterly tables, 2022 Q2 to 2023 Q3).
        #expect(
            try counter.count("referrals", by: ["quarter"]).figures == [
                ["2022-Q2"]: 4171, ["2022-Q3"]: 4586, ["2022-Q4"]: 4417, ["2023-Q1"]: 4746, ["2023-Q2"]: 3998,
                ["2023-Q3"]: 4138,
            ])
        let tables = try counter.tables(TableDefinition.referrals)
        #expect(tables.count == 4)
        let categories: [(ReferralFile.Row) -> String] = [\.formsCode, \.age, \.sex, \.citizenship]
        for (table, category) in zip(tables, categories) {
            var expected: [[String]: Int] = [:]
            for row in rows { expected[[row.quarter, row.kind, category(row)], default: 0] += row.people }
            #expect(table.figures == expected, "\(table.name)")
            #expect(table.figures.count > 40)
            #expect(table.coverage.silent.isEmpty)
        }
        // The source says nothing of cases, nor of what was decided.
        #expect(try counter.count("cases").notReported == [[]])
        #expect(try counter.count("registered-victims", by: ["year"]).notReported == [[nil]])
    }

    /// Persons, incidents and episodes as the import makes them; a nationality is a code of its own here, as it stands.
    private func facts(_ rows: [ReferralFile.Row]) throws -> Facts {
        let lists = try CountingLists(
            sexes: resource("sexes"), ageGroups: resource("age-groups"),
            countries: Country.list("countries", Set(rows.map(\.citizenship)).sorted()),
            forms: resource("exploitation-forms"), phenomena: resource("phenomena"),
            organisationKinds: resource("organisation-kinds"))
        var story = Story()
        var organisations: [String: RecordID] = [:]
        for row in rows {
            let organisation = organisations[row.responder] ?? story.organisation(row.responder, kind: row.kind)
            organisations[row.responder] = organisation
            for _ in 0..<row.people {
                let person = story.person(row.sex == "not-reported" ? nil : row.sex, [row.citizenship])
                let incident = story.incident([person], forms: row.forms)
                story.episode(
                    person, by: organisation, "potential", on: row.quarter, incident: incident, age: row.age)
            }
        }
        var facts = Facts(lists: lists)
        for event in story.events { try facts.fold(event) }
        #expect(facts.misfits == 0)
        return facts
    }

    private func resource(_ name: String) throws -> CodeList {
        let url = Repository.root.appending(path: "Resources/codelists/\(name).csv")
        return try CodeList(text: String(contentsOf: url, encoding: .utf8), file: name)
    }
}
