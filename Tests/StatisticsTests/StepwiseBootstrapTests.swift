import NumericMethods
import Testing

@testable import Statistics

@Suite struct StepwiseBootstrapTests {
    @Test func givesTheSameForTheSameSeed() throws {
        let table = try PublishedTables.korea()
        let first = try StepwiseBootstrap(table, threshold: 0.02, replicates: 50, seed: 3)
        let again = try StepwiseBootstrap(table, threshold: 0.02, replicates: 50, seed: 3)
        let other = try StepwiseBootstrap(table, threshold: 0.02, replicates: 50, seed: 4)
        #expect(first.replicates == again.replicates && first.interval == again.interval)
        #expect(first.replicates != other.replicates)
    }

    /// More resamples begin with the same ones.
    @Test func drawsEachResampleByItself() throws {
        let table = try PublishedTables.korea()
        let few = try StepwiseBootstrap(table, threshold: 0.02, replicates: 5, seed: 3)
        let many = try StepwiseBootstrap(table, threshold: 0.02, replicates: 20, seed: 3)
        #expect(few.replicates == Array(many.replicates.prefix(5)))
    }

    /// Limits and acceleration of the published run, from its own resamples. A resample of Korea equals the estimate to
    /// 1 part in 10¹⁴, and the published program counts it by rounding: there the limits are not compared.
    @Test(.enabled(if: ReferenceData.isThere), arguments: [("UKdat_5", 1e-6), ("Korea", 0.03)])
    func agreesWithThePublishedLimits(name: String, tolerance: Double) throws {
        let record = try #require(try ReferenceData.records("summary_stepwise").first { $0["dataset"] == name })
        let reported = try ReferenceData.reported(name)
        let resamples = try ReferenceData.records(name).map { line in
            try reported.table(reported.rows.indices.map { Int(line["cell\($0 + 1)"] ?? "") ?? -1 })
        }
        let run = try StepwiseBootstrap(reported.table(), threshold: 0.02, resamples: resamples)
        let ahat = try #require(Double(record["ahat"] ?? ""))
        #expect(abs(run.bootstrap.acceleration - ahat) < 1e-9)
        for (column, probability) in [("bca_2_5", 0.025), ("bca_10", 0.1), ("bca_90", 0.9), ("bca_97_5", 0.975)] {
            let reference = try #require(Double(record[column] ?? ""))
            let found = try #require(run.bootstrap.corrected(probability))
            #expect(abs(found - reference) <= tolerance * reference, "\(column): \(found), published \(reference)")
        }
    }

    @Test func refusesListsThatShareNobody() throws {
        let table = try CaptureTable(lists: ["A", "B"], counts: [.b: 4, .c: 9])
        #expect(throws: StatisticsFailure.noEstimate(lists: ["A", "B"])) {
            try StepwiseBootstrap(table, threshold: 0.02, replicates: 10, seed: 1)
        }
    }

    /// With one shared person a third of the resamples have none, and no end.
    @Test func putsResamplesWithoutAnswerAtTheUpperEnd() throws {
        let table = try CaptureTable(lists: ["A", "B"], counts: [.b: 4, .c: 9, ListSet([0, 1]): 1])
        let run = try StepwiseBootstrap(table, threshold: 0.02, replicates: 300, seed: 1)
        #expect(run.interval.endless > 60 && run.interval.percentile.upperBound == .infinity)
    }

    /// The interval is of the criterion's own choice on every resample.
    @Test(arguments: InformationCriterion.allCases)
    func choosesAnewByTheSameCriterion(criterion: InformationCriterion) throws {
        let survey = try ModelSurvey(PublishedTables.korea(), order: 2)
        let top = try TopModelsBootstrap(survey, by: criterion, models: 6, replicates: 100, seed: 1)
        #expect(top.models == Array(survey.ranked(by: criterion.value(_:)).prefix(6)))
        let estimate = try #require(top.models.first?.estimate)
        #expect(top.best(among: 6).percentile.contains(estimate))
    }

    @Test func averagesModelsAnewOnEveryResample() throws {
        let survey = try ModelSurvey(PublishedTables.korea(), order: 2)
        let top = try TopModelsBootstrap(survey, models: 6, replicates: 100, seed: 1)
        #expect(abs(top.weightCovered - 1) < 1e-12)
        #expect(top.average.interval.percentile.contains(top.average.estimate))
        #expect(abs(TopModelsBootstrap.weights([4, 4, 1000]).reduce(0, +) - 1) < 1e-12)
    }
}
