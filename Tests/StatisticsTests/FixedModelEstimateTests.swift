import Testing

@testable import Statistics

@Suite struct FixedModelEstimateTests {
    /// Table 2 of Chan, Silverman, Vincent (2021): A and B share persons with each other and with nobody else.
    @Test func refusesAModelWithoutAnswerAndSaysWhy() throws {
        let table = try PublishedTables.artificial()
        let pair = try ListSet(names: "A:B", in: table.lists)
        #expect(throws: StatisticsFailure.modelHasNoEstimate(model: "A:B", reason: .noEstimate)) {
            try FixedModelEstimate(table, interactions: [pair], replicates: 10, seed: 1)
        }
    }

    @Test func fitsTheModelThatWasNamed() throws {
        let table = try PublishedTables.korea()
        let run = try FixedModelEstimate(
            table, interactions: [ListSet(names: "c:b", in: table.lists)], replicates: 50, seed: 1)
        #expect(abs((run.fitted.estimate ?? 0) - (123 + 41 * 64 / 18.0)) < 1e-6)
        #expect(run.interval.percentile.contains(run.fitted.estimate ?? 0))
    }

    @Test func addsWhatAnInteractionHolds() throws {
        let counts = Dictionary(uniqueKeysWithValues: (1..<16).map { (ListSet(bits: $0), 5 + $0) })
        let table = try CaptureTable(lists: ["A", "B", "C", "D"], counts: counts)
        let run = try FixedModelEstimate(
            table, interactions: [ListSet(names: "A:B:C", in: table.lists)], replicates: 2, seed: 1)
        #expect(run.fitted.model.isHierarchical && run.fitted.model.interactions.count == 4)
    }

    @Test func refusesAListThatIsNotThere() {
        #expect(throws: StatisticsFailure.listUnknown(name: "X", known: ["A", "B"])) {
            try ListSet(names: "A:X", in: ["A", "B"])
        }
    }
}
