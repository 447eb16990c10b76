package import Vocabulary

/// Everything that is to be said of one table: figures only, for a page, a file or another program.
///
/// The same table, settings and seed give the same report, bit for bit.
package struct EstimateReport: Sendable {
    package let settings: EstimateSettings
    package let table: CaptureTable
    /// What was done to the rows of the file.
    package let findings: [Finding]
    package let stepwise: StepwiseBootstrap
    /// Several methods side by side, the stepwise one first.
    package let methods: [MethodEstimate]
    package let refused: [RefusedPart]
    package let chao: ChaoLowerBound
    /// Every model; nil where there are too many.
    package let survey: ModelSurvey?
    /// The best model by BIC chosen among the first 1, 5, 10, … models on every resample: settled where the last agree.
    package let bestAmong: [(models: Int, interval: Interval)]
    /// Share of the weight of all models that the averaged ones have.
    package let weightCovered: Double?
    package let decomposable: DecomposableAverage?
    package let coverage: CoverageSimulation?
    package let consistency: ConsistencyTest
    package let withoutEachList: [Variant]
    package let withEachPairMerged: [Variant]
    package let withOnePersonMoved: [Variant]
    package let withOtherThresholds: [Variant]
    package let withLinkageErrors: [Variant]
    package let curves: [OffsetCurve]
    /// All fillings of withheld counts; nil where none is withheld.
    package let withheld: WithheldCells?
    /// nil where the table has no strata.
    package let strata: StratifiedEstimate?
    /// For every 100,000 inhabitants; nil where their number was not given.
    package let rate: Rate?

    private static let mostListsForCoverage = 8

    /// - Throws: E121 where the table has no estimate at all, E132 for settings outside their limits.
    package init(_ reported: ReportedTable, settings: EstimateSettings = EstimateSettings()) throws(StatisticsFailure) {
        try settings.check()
        let table = try reported.table()
        let (threshold, seed) = (settings.threshold, settings.seed)
        self.settings = settings
        self.table = table
        findings = reported.findings
        stepwise = try StepwiseBootstrap(table, threshold: threshold, replicates: settings.replicates, seed: seed)
        chao = ChaoLowerBound(table)
        let parts = try OtherMethods(table, settings)
        (survey, bestAmong, weightCovered) = (parts.survey, parts.bestAmong[.bayes] ?? [], parts.weightCovered)
        decomposable = parts.decomposable
        var refused = parts.refused
        methods = [MethodEstimate(stepwise: stepwise)] + parts.methods
        let variants = Variants(table, threshold: threshold)
        withoutEachList = variants.withoutEachList
        withEachPairMerged = variants.withEachPairMerged
        withOnePersonMoved = variants.withOnePersonMoved
        withOtherThresholds = variants.withOtherThresholds
        withLinkageErrors = variants.withLinkageErrors(stepwise.fitted)
        curves = OffsetCurve.all(beside: stepwise.fitted, of: table)
        // Beyond eight lists a single bootstrap takes seconds.
        let isLarge = table.lists.count > Self.mostListsForCoverage
        consistency = ConsistencyTest(
            table, threshold: threshold, replicates: isLarge ? 50 : settings.replicatesOfSimulations, seed: seed)
        do throws(StatisticsFailure) {
            guard !isLarge else {
                throw .methodNeedsLists(
                    method: "Simulated coverage", least: 2, most: Self.mostListsForCoverage, found: table.lists.count)
            }
            coverage = try CoverageSimulation(
                table, threshold: threshold, simulations: settings.simulations,
                replicates: settings.replicatesOfSimulations, seed: seed)
        } catch {
            coverage = nil
            refused.append(RefusedPart("coverage", error))
        }
        withheld =
            reported.hasWithheldCounts
            ? WithheldCells(reported, persons: settings.total, threshold: threshold, seed: seed) : nil
        do throws(StatisticsFailure) {
            strata =
                reported.strata.isEmpty
                ? nil
                : try StratifiedEstimate(
                    StratifiedTable(reported), threshold: threshold, replicates: min(200, settings.replicates),
                    seed: seed)
        } catch {
            strata = nil
            refused.append(RefusedPart("strata", error))
        }
        self.refused = refused
        if let population = settings.population {
            rate = try Rate(methods[0].estimate, methods[0].interval, population: population)
        } else {
            rate = nil
        }
    }

    /// The stepwise estimate, in persons.
    package var estimate: Double { methods[0].estimate }
    package var interval: ClosedRange<Double> { methods[0].interval }
    /// How many times the registered persons.
    package var timesRegistered: Double { estimate / Double(table.persons) }
}
