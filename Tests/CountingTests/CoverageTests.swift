import Mechanisms
import Tables
import Testing
import Vocabulary

@testable import Counting

/// Who reported, who did not, and what nobody said.
struct CoverageTests {
    @Test func namesOrganisationsWithAMandateThatSentNothing() throws {
        var story = Story()
        let shelter = story.organisation("Shelter")
        let police = story.organisation("Police", kind: "law-enforcement")
        _ = story.organisation("Museum", registers: false)
        story.episode(story.person(), by: shelter, on: "2023-Q1")
        story.episode(story.person(), by: shelter, on: "2023-Q2")
        story.episode(story.person(), by: police, on: "2023-Q1")
        let counter = try Country.counter(story)
        let second = try counter.count("referrals", by: ["registering-organisation"], period: period("2023-Q2"))
        #expect(second.coverage.reporting == ["Shelter"])
        #expect(second.coverage.silent == ["Police"])
        #expect(second.gaps == [["police"]])
        #expect(
            try counter.count("referrals", by: ["quarter", "organisation-kind"]).gaps == [
                ["2023-Q2", "law-enforcement"]
            ])
        #expect(try counter.count("referrals").coverage.silent.isEmpty)
    }

    @Test func expectsNothingFromADissolvedOrganisation() throws {
        var story = Story()
        story.episode(story.person(), by: story.organisation("Shelter"))
        let closed = story.organisation("Closed Office")
        #expect(try Country.counter(story).count("referrals").coverage.silent == ["Closed Office"])
        story.change(closed, "organisation", "dissolved")
        #expect(try Country.counter(story).count("referrals").coverage.silent.isEmpty)
    }

    @Test func judgesSilenceByTheFilterWhereItIsFinerThanTheBreakdown() throws {
        var story = Story()
        let shelter = story.organisation("Shelter")
        let police = story.organisation("Police")
        story.episode(story.person(), by: shelter, on: "2023-Q1")
        story.episode(story.person(), by: police, on: "2023-Q3")
        let table = try Country.counter(story).count(
            "referrals", by: ["year", "registering-organisation"], period: period("2023-Q3"))
        #expect(table.figures == [["2023", "police"]: 1])
        #expect(table.gaps == [["2023", "shelter"]])
    }

    @Test func callsCasesNotReportedWhereTheLedgerHasNone() throws {
        var story = Story()
        story.episode(story.person(), by: story.organisation("Shelter"))
        let counter = try Country.counter(story)
        #expect(try counter.count("cases").notReported == [[]])
        #expect(try counter.count("cases", by: ["phenomenon"]).notReported == [[nil]])
        #expect(try counter.count("referrals").notReported.isEmpty)
    }

    @Test(arguments: [[], ["quarter"], ["year", "sex"], ["registering-organisation"]])
    func callsAnEmptyLedgerNotReported(breakdowns: [String]) throws {
        let table = try Country.counter(Story()).count("referrals", by: breakdowns)
        #expect(table.total == 0)
        #expect(table.notReported == [breakdowns.map { _ in nil }])
    }

    @Test func callsIdentifiedVictimsNotReportedWhereNobodyDecided() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        story.episode(story.person(), by: agency, "potential")
        #expect(try Country.counter(story).count("registered-victims").notReported == [[]])
        story.episode(story.person(), by: agency, "not-identified")
        let decided = try Country.counter(story).count("registered-victims")
        #expect(decided.total == 0)
        #expect(decided.notReported.isEmpty)
    }

    @Test(arguments: ["screenings", "suspects", "persons-prosecuted", "persons-convicted"])
    func callsNotReportedWhatNoMechanismRecordsYet(indicator: String) throws {
        let table = try Country.counter(Story()).count(indicator)
        #expect(table.cells.isEmpty)
        #expect(table.notReported == [[]])
    }

    @Test func saysWhichRulesAndWhichPositionATableRestsOn() throws {
        var story = Story()
        story.episode(story.person(), by: story.organisation("Shelter"))
        var facts = try Country.facts(story)
        facts.mark(hash: "ab12")
        let table = try Counter(facts: facts, settings: Country.settings()).count("registered-victims", by: ["eu-form"])
        #expect(table.provenance.rule == "registered-victims 1")
        #expect(table.provenance.breakdownRules == ["eu-forms 1"])
        #expect(table.provenance.ledgerPosition == 3)
        #expect(table.provenance.ledgerHash == "ab12")
    }

    @Test func keepsTheIndexToAPage() {
        #expect(IndicatorBook.index.count <= IndicatorBook.mostInIndex)
        #expect(Set(IndicatorBook.all.map(\.code)).count == IndicatorBook.all.count)
    }

    @Test func countsEveryReadyTable() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        let person = story.person()
        story.episode(person, by: agency)
        let file = story.open(
            "case", "open", ["phenomenon": .code("trafficking"), "opened-on": .period(period("2023-01-05"))])
        _ = story.incident([person], file: file)
        let counter = try Country.counter(story)
        for definition in TableDefinition.all {
            let tables = try counter.tables(definition)
            #expect(tables.map(\.name) == definition.parts.map(\.name))
            #expect(tables.contains { $0.total == 1 }, "\(definition.name)")
        }
        #expect(
            throws: CountingFailure.unknownTable(
                "victims", existing: ["referrals", "registered-victims", "index", "routes", "sdg-16-2-2"])
        ) {
            try TableDefinition.named("victims")
        }
    }
}
