import Foundation
import NumericMethods
import TestKit
import Testing

@testable import Statistics

@Suite struct StepwiseSelectionTests {
    /// With b and c joined and d apart, d catches a share of the others: 18 of 82 of them are on d, 41 are on d only, so
    /// that 41 · 64 / 18 are on none: N = 123 + 145.78 = 268.78, as published.
    @Test func findsTheModelOfKorea() throws {
        let table = try PublishedTables.korea()
        var selection = StepwiseSelection(lists: 3)
        let selected = selection.select(CellCounts(table), threshold: 0.02)
        let outcome = try #require(selected)
        #expect(outcome.interactions == [ListSet([0, 1])])
        #expect(abs(outcome.fit.dark - 41.0 * 64 / 18) < 1e-6)
    }

    /// The overlap of A and B is the most surprising of all, and its model has no answer.
    @Test func passesOverAModelWithoutAnswer() throws {
        var selection = StepwiseSelection(lists: 3)
        let selected = selection.select(CellCounts(try PublishedTables.artificial()), threshold: 0.02)
        #expect(try #require(selected).interactions.isEmpty)
    }

    /// Chan, Silverman, Vincent (2021), JASA 116(535), 1297–1306: five and six lists of the United Kingdom.
    @Test(arguments: [
        ("uk-five-lists", 11_312.990, "LA:NG NG:GP PFNCA:GP LA:PFNCA GO:GP NG:GO"),
        ("uk-six-lists", 11_417.991, "PF:NCA LA:NG NG:GP LA:PF PF:GP GO:GP NG:GO"),
    ]) func findsThePublishedModelsOfTheUnitedKingdom(name: String, estimate: Double, model: String) throws {
        let table = try PublishedTables.file(name)
        var selection = StepwiseSelection(lists: table.lists.count)
        let fitted = try selection.fitted(table, threshold: 0.02)
        #expect(fitted.model.interactions.map { $0.name(table.lists) }.joined(separator: " ") == model)
        #expect(abs((fitted.estimate ?? 0) - estimate) < 0.001)
    }

    /// Ten million registered persons, lists independent to the last one: 4 million on A only are to 600,000 on A and B as
    /// 20 million on none are to 3 million on B only.
    @Test func fitsLargeCountsToTheirLastPerson() throws {
        let table = try CaptureTable(
            lists: ["A", "B", "C"],
            counts: [
                .b: 4_000_000, .c: 3_000_000, .d: 2_000_000, ListSet([0, 1]): 600_000, ListSet([0, 2]): 400_000,
                ListSet([1, 2]): 300_000, ListSet([0, 1, 2]): 60_000,
            ])
        var selection = StepwiseSelection(lists: 3)
        let selected = selection.select(CellCounts(table), threshold: 0.02)
        let fit = try #require(selected).fit
        #expect(abs(fit.dark - 20_000_000) < 1 && fit.deviance < 1e-9)
    }

    @Test func addsNothingAtThresholdZero() throws {
        var selection = StepwiseSelection(lists: 3)
        let selected = selection.select(CellCounts(try PublishedTables.korea()), threshold: 0)
        #expect(try #require(selected).interactions.isEmpty)
    }

    @Test(.enabled(if: ReferenceData.isThere), arguments: ReferenceData.tables)
    func reproducesThePublishedFit(name: String) throws {
        let record = try #require(try ReferenceData.records("summary_stepwise").first { $0["dataset"] == name })
        let table = try ReferenceData.table(name)
        var selection = StepwiseSelection(lists: table.lists.count)
        let selected = selection.select(CellCounts(table), threshold: 0.02)
        let outcome = try #require(selected)
        let persons = Double(table.persons)
        let finite = outcome.interactions.filter { !outcome.fit.empty.contains($0) }
        #expect(finite.map { $0.name(table.lists) }.joined(separator: " ") == record["pairs"])
        #expect(outcome.fit.empty.map { $0.name(table.lists) }.joined(separator: " ") == record["empty_pairs"])
        #expect(outcome.fit.degreesOfFreedom == Int(record["df"] ?? ""))
        let width = NormalDistribution.quantile(0.975) * outcome.fit.standardError
        let figures = [
            "step_est": persons + outcome.fit.dark, "deviance": outcome.fit.deviance, "aic": outcome.fit.akaike,
            "bic_people": outcome.fit.bayes(persons: persons),
            "naive_lo": persons + outcome.fit.dark * exp(-width), "naive_hi": persons + outcome.fit.dark * exp(width),
        ]
        for (column, figure) in figures {
            let reference = try #require(Double(record[column] ?? ""))
            #expect(abs(figure - reference) <= 1e-10 * abs(reference), "\(column): \(figure), published \(reference)")
        }
    }

    @Test(.enabled(if: ReferenceData.isThere), arguments: ["UKdat_5", "Korea"])
    func choosesTheSameModelForEveryResample(name: String) throws {
        let reported = try ReferenceData.reported(name)
        var selection = StepwiseSelection(lists: reported.lists.count)
        for record in try ReferenceData.records(name) {
            let table = try reported.table(reported.rows.indices.map { Int(record["cell\($0 + 1)"] ?? "") ?? -1 })
            let selected = selection.select(CellCounts(table), threshold: 0.02)
            let outcome = try #require(selected)
            #expect(outcome.interactions.map(\.digits).joined(separator: " ") == record["model"])
            let reference = try #require(Double(record["estimate"] ?? ""))
            #expect(abs(Double(table.persons) + outcome.fit.dark - reference) <= 1e-9 * reference)
        }
    }
}

extension ListSet {
    /// Lists numbered from 1, as in the reference files.
    var digits: String { members.map { String($0 + 1) }.joined() }

    init(digits: some StringProtocol) { self.init(digits.compactMap { $0.wholeNumberValue.map { $0 - 1 } }) }
}
