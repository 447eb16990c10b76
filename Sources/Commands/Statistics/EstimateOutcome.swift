import Statistics

/// What a run of `estimate` computed: the figure that was asked for, and only what it needs.
struct EstimateOutcome {
    let reported: ReportedTable
    let table: CaptureTable
    let settings: EstimateSettings
    let method: EstimateMethodOptions.Method
    /// nil where another method was asked for alone.
    let stepwise: StepwiseBootstrap?
    /// nil unless a model was named; then nothing else is computed.
    let fixed: FixedModelEstimate?
    let others: OtherMethods
    let withheld: WithheldCells?
    let strata: StratifiedEstimate?
    /// Whether the resamples are to be printed one by one.
    let listsResamples: Bool

    init(
        _ reported: ReportedTable, _ settings: EstimateSettings, method: EstimateMethodOptions.Method, model: String?,
        resamples: String?
    ) throws {
        self.reported = reported
        self.settings = settings
        self.method = method
        let table = try reported.table()
        self.table = table
        fixed = try model.map { names in
            let terms = names == "none" ? [] : names.split(separator: ",").map(String.init)
            return try FixedModelEstimate(
                table, interactions: terms.map { try ListSet(names: $0, in: table.lists) },
                replicates: settings.replicates, seed: settings.seed)
        }
        let isStepwise = model == nil && (method == .stepwise || method == .all || resamples != nil)
        stepwise = isStepwise ? try Self.stepwise(reported, table, settings, resamples) : nil
        others = try OtherMethods(table, settings, wanted: model == nil ? Self.wanted(method) : [])
        // A method that was asked for by name and cannot be had is a refusal; beside others it is a line.
        if method != .all, stepwise == nil, model == nil, let refused = others.refused.first {
            throw RefusedEstimate(code: refused.code, message: refused.message)
        }
        listsResamples = resamples != nil
        withheld =
            reported.hasWithheldCounts
            ? WithheldCells(reported, persons: settings.total, threshold: settings.threshold, seed: settings.seed)
            : nil
        strata =
            reported.strata.isEmpty
            ? nil
            : try StratifiedEstimate(
                StratifiedTable(reported), threshold: settings.threshold, replicates: min(200, settings.replicates),
                seed: settings.seed)
    }

    /// Every method that gave a figure, the one asked for first.
    var methods: [MethodEstimate] {
        if let fixed { return [MethodEstimate(model: fixed)] }
        let own = stepwise.map { [MethodEstimate(stepwise: $0)] } ?? []
        let all = own + others.methods
        return all.filter { $0.method.rawValue == method.rawValue }
            + all.filter { $0.method.rawValue != method.rawValue }
    }

    /// The model of the figure, where it is that of one model.
    var fitted: FittedModel? {
        if let fixed { return fixed.fitted }
        return switch method {
        case .stepwise, .all: stepwise?.fitted
        case .bic, .aic: others.survey?.ranked(by: criterion.value(_:)).first
        case .average, .dga: nil
        }
    }

    /// By which the models of all that were fitted are chosen.
    var criterion: InformationCriterion { method == .aic ? .akaike : .bayes }

    private static func wanted(_ method: EstimateMethodOptions.Method) -> Set<EstimateMethod> {
        switch method {
        case .all: Set(EstimateMethod.allCases)
        case .stepwise: [.independence, .chao]
        case .bic: [.bic]
        case .aic: [.aic]
        case .average: [.average]
        case .dga: [.dga]
        }
    }

    private static func stepwise(
        _ reported: ReportedTable, _ table: CaptureTable, _ settings: EstimateSettings, _ resamples: String?
    ) throws -> StepwiseBootstrap {
        guard let resamples else {
            return try StepwiseBootstrap(
                table, threshold: settings.threshold, replicates: settings.replicates, seed: settings.seed)
        }
        let file = ResampleFile(path: resamples, reported: reported)
        if let given = try file.read() {
            return try StepwiseBootstrap(table, threshold: settings.threshold, resamples: given)
        }
        let drawn = Resampling(table: table, replicates: settings.replicates, seed: settings.seed).tables
        let run = try StepwiseBootstrap(table, threshold: settings.threshold, resamples: drawn)
        try file.write(drawn, run)
        return run
    }
}
