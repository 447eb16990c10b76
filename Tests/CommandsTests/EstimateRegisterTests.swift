import Access
import Foundation
import Mechanisms
import Statistics
import Testing

@testable import Commands
@testable import Counting

/// The register's histories as the input of an estimate; the figures are those of ``EstimateTests``.
@Suite struct EstimateRegisterTests {
    private func histories(_ lists: [String]) -> CaptureHistories {
        CaptureHistories(
            lists: lists, persons: [[0]: 5, [1]: 5, [2]: 41, [0, 1]: 54, [0, 2]: 6, [0, 1, 2]: 12], onNone: 0,
            unplaced: 0, ledgerPosition: 7, ledgerHash: "")
    }

    @Test func everyPersonComesIntoTheTableWithTheirLists() throws {
        let table = try EstimateRegister.table(histories(["border-service", "ngo", "police"]))
        #expect(table.persons == 123)
        #expect(table.persons(onAllOf: ListSet([0, 1])) == 66)
    }

    @Test func whatIsWrittenOfTheRegisterIsMarked() throws {
        let table = try EstimateRegister.table(histories(["border-service", "ngo", "police"]))
        var settings = EstimateSettings()
        settings.replicates = 50
        let input = EstimateInput(table: ReportedTable(table), name: "register", hash: "", marking: .restricted)
        let outcome = try EstimateOutcome(input.table, settings, method: .stepwise, model: nil, resamples: nil)
        let rows = EstimateLines(outcome, marking: input.marking).csv.split(separator: "\n")
        #expect(rows.first?.hasSuffix(",marking") == true && rows.count > 1)
        #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(",restricted") })
        #expect(EstimateLines(outcome, marking: input.marking).text.hasSuffix("marking: restricted"))
        #expect(EstimateJSON(outcome, report: nil, of: input).json.text().contains("\"marking\":\"restricted\""))
        #expect(EstimateLines(outcome, marking: nil).csv.contains("marking") == false)
    }

    @Test func moreListsThanCanBeReckonedWithAreRefused() {
        #expect(throws: StatisticsFailure.tooManyLists(found: 13, most: 12)) {
            try EstimateRegister.table(histories((1...13).map(String.init)))
        }
    }

    /// What a body of another kind met before is one person on two lists, from the records alone.
    @Test func theDemoCountryCanBeEstimated() throws {
        let folder = try TemporaryFolder()
        let data = folder.path("country")
        try BuiltProgram.run("demo", "--persons", "300", "--data", data)
        let outcome = try BuiltProgram.run(
            "estimate", "register", "--bootstrap", "50", "--format", "json", "--data", data)
        #expect(outcome.status == 0, "\(outcome.talk)")
        let figures = try JSONDecoder().decode(Figures.self, from: Data(outcome.output.utf8))
        #expect(figures.observed > 240 && figures.observed < 300, "some of 300 records are of one person")
        #expect(figures.estimate > Double(figures.observed))
    }

    private struct Figures: Decodable {
        let observed: Int
        let estimate: Double
    }
}
