import Testing

@testable import Statistics

@Suite struct RobustnessTests {
    /// Figures of the practitioners' notes on the published tables: UKdat_5 without PFNCA, Ned_5 without P and without K.
    @Test(
        .enabled(if: ReferenceData.isThere),
        arguments: [
            ("UKdat_5", "PFNCA", 22_600.0), ("Ned_5", "P", 479_000), ("Ned_5", "K", 47_000),
        ])
    func showsWhichListDecides(name: String, list: String, expected: Double) throws {
        let variants = Variants(try ReferenceData.table(name), threshold: 0.02).withoutEachList
        let found = try #require(variants.first { $0.change == .withoutList(list) }?.estimate)
        #expect(abs(found - expected) < 0.01 * expected)
    }

    /// One record moves New Orleans from 1184 to 1110.
    @Test(.enabled(if: ReferenceData.isThere)) func showsWhatOneRecordDoes() throws {
        let variants = Variants(try ReferenceData.table("NewOrl"), threshold: 0.02).withOnePersonMoved
        #expect(variants.contains { abs(($0.estimate ?? 0) - 1110) < 1 })
    }

    @Test func mergesEveryTwoLists() throws {
        let variants = Variants(try PublishedTables.korea(), threshold: 0.02).withEachPairMerged
        #expect(variants.map(\.change) == [.merged("b", "c"), .merged("b", "d"), .merged("c", "d")])
        // b and c as one: 64 on it only, 41 on d only, 18 on both.
        #expect(abs((variants[0].estimate ?? 0) - (123 + 64.0 * 41 / 18)) < 1e-6)
    }

    /// For two lists the curve is n + a · b · ratio / both.
    @Test func drawsTheCurveOfTwoListsByHand() throws {
        let table = try CaptureTable(lists: ["A", "B"], counts: [.b: 40, .c: 30, ListSet([0, 1]): 12])
        var selection = StepwiseSelection(lists: 2)
        let fitted = try selection.fitted(table, threshold: 0)
        let curve = OffsetCurve(ListSet([0, 1]), beside: fitted, of: table, ratios: [0.5, 1, 2])
        for point in curve.points {
            let estimate = try #require(point.estimate)
            #expect(abs(estimate - (82 + 100 * point.oddsRatio)) < 1e-5)
        }
    }

    @Test func drawsACurveForEachPairOutsideTheModel() throws {
        let table = try PublishedTables.korea()
        var selection = StepwiseSelection(lists: 3)
        let curves = OffsetCurve.all(beside: try selection.fitted(table, threshold: 0.02), of: table)
        #expect(curves.map(\.term) == [ListSet([0, 2]), ListSet([1, 2]), ListSet([0, 1, 2])])
    }

    /// On list b are 77 persons; c and d have 72 of them: 54 on c only, 6 on d only, 12 on both, so that 54 · 6 / 12 = 27
    /// would be on neither, where 5 are.
    @Test func estimatesAListFromTheOthers() throws {
        let test = ConsistencyTest(try PublishedTables.korea(), threshold: 0.02, replicates: 100, seed: 1)
        let trial = try #require(test.trials.first { $0.list == "b" })
        #expect(trial.known == 77 && trial.shown == 72)
        #expect(abs((trial.estimate ?? 0) - 99) < 1e-6)
    }

    /// 60 · 40 / 10 + 110 against 60 · 40 / 12 + 112: the fewer on both, the more unregistered.
    @Test func spansAllFillingsOfAWithheldCount() throws {
        let reported = try CaptureTableReader().read(
            header: ["A", "B", "count"], rows: [["1", "0", "60"], ["0", "1", "40"], ["1", "1", "10-12"]])
        let cells = WithheldCells(reported, threshold: 0, seed: 1)
        #expect(cells.tried == 3 && cells.isComplete)
        let range = try #require(cells.range)
        #expect(abs(range.upperBound - 350) < 1e-4 && abs(range.lowerBound - 312) < 1e-4)
    }

    @Test func keepsToAKnownTotal() throws {
        let reported = try CaptureTableReader().read(
            header: ["A", "B", "count"], rows: [["1", "0", "55-64"], ["0", "1", "40"], ["1", "1", "10-12"]])
        #expect(WithheldCells(reported, persons: 110, threshold: 0, seed: 1).tried == 3)
    }

    @Test func raisesTheEstimateWhereLinksAreFalse() throws {
        let table = try PublishedTables.korea()
        var selection = StepwiseSelection(lists: 3)
        let fitted = try selection.fitted(table, threshold: 0)
        let variants = Variants(table, threshold: 0).withLinkageErrors(fitted, shares: [0.1])
        #expect((variants[0].estimate ?? 0) < (fitted.estimate ?? 0))
        #expect((variants[1].estimate ?? 0) > (fitted.estimate ?? 0))
    }

    @Test func simulatesCoverage() throws {
        let table = try PublishedTables.korea()
        let coverage = try CoverageSimulation(table, threshold: 0.02, simulations: 20, replicates: 50, seed: 1)
        #expect(coverage.truth == 269 && coverage.corrected > 0.6)
        #expect(try CoverageSimulation(table, threshold: 0.02, simulations: 20, replicates: 50, seed: 1) == coverage)
    }
}
