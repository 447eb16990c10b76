/// The methods beside the stepwise one, those that a table is too large for left out with the reason.
package struct OtherMethods: Sendable {
    package private(set) var methods: [MethodEstimate] = []
    package private(set) var refused: [RefusedPart] = []
    package private(set) var survey: ModelSurvey?
    /// The best model chosen among the first 1, 5, 10, … models on every resample, by criterion.
    package private(set) var bestAmong: [InformationCriterion: [(models: Int, interval: Interval)]] = [:]
    package private(set) var weightCovered: Double?
    package private(set) var decomposable: DecomposableAverage?

    /// - Parameter wanted: Nothing else is computed.
    package init(
        _ table: CaptureTable, _ settings: EstimateSettings,
        wanted: Set<EstimateMethod> = Set(EstimateMethod.allCases)
    ) throws(StatisticsFailure) {
        if !wanted.isDisjoint(with: [.bic, .aic, .average]) { addSurvey(table, settings, wanted) }
        if wanted.contains(.dga) {
            do throws(StatisticsFailure) {
                let average = try DecomposableAverage(table)
                decomposable = average
                methods.append(
                    MethodEstimate(
                        .dga, Double(average.quantile(0.5)),
                        Double(average.quantile(0.025))...Double(average.quantile(0.975))))
            } catch {
                refuse(.dga, error)
            }
        }
        if wanted.contains(.independence) {
            var selection = StepwiseSelection(lists: table.lists.count)
            let independent = try selection.fitted(table, threshold: 0)
            if let estimate = independent.estimate, let interval = independent.textbookInterval(0.95) {
                methods.append(MethodEstimate(.independence, estimate, interval))
            }
        }
        if wanted.contains(.chao) {
            let chao = ChaoLowerBound(table)
            methods.append(MethodEstimate(.chao, chao.bound, chao.interval))
        }
    }

    private mutating func addSurvey(
        _ table: CaptureTable, _ settings: EstimateSettings, _ wanted: Set<EstimateMethod>
    ) {
        do throws(StatisticsFailure) {
            let order = settings.order ?? ModelSurvey.usualOrder(lists: table.lists.count)
            let survey = try ModelSurvey(table, order: order)
            self.survey = survey
            var top: TopModelsBootstrap?
            if wanted.contains(.bic) || wanted.contains(.average) {
                top = try best(of: survey, by: .bayes, settings, named: wanted.contains(.bic) ? .bic : nil)
                weightCovered = top?.weightCovered
            }
            if wanted.contains(.aic) { try best(of: survey, by: .akaike, settings, named: .aic) }
            if wanted.contains(.average), let average = top?.average {
                methods.append(MethodEstimate(.average, average.estimate, average.interval))
            }
        } catch {
            for method in [EstimateMethod.bic, .aic, .average] where wanted.contains(method) { refuse(method, error) }
        }
    }

    /// Chooses the best model of all that were fitted, on the table and on every resample.
    ///
    /// - Parameter method: As what the figure stands beside others; nil for not at all.
    @discardableResult
    private mutating func best(
        of survey: ModelSurvey, by criterion: InformationCriterion, _ settings: EstimateSettings,
        named method: EstimateMethod?
    ) throws(StatisticsFailure) -> TopModelsBootstrap {
        let top = try TopModelsBootstrap(
            survey, by: criterion, models: settings.models, replicates: settings.replicates, seed: settings.seed)
        let counts = Set([1, 5, 10, 20, 50, top.models.count].filter { $0 <= top.models.count }).sorted()
        let settled = counts.map { ($0, top.best(among: $0)) }
        bestAmong[criterion] = settled
        if let method, let best = top.models.first?.estimate, let last = settled.last {
            methods.append(MethodEstimate(method, best, last.1))
        }
        return top
    }

    private mutating func refuse(_ method: EstimateMethod, _ failure: StatisticsFailure) {
        refused.append(RefusedPart(method.rawValue, failure))
    }
}
