package import Disclosure
package import Statistics

/// A report put to the gate for estimates: its figures as plain ones, and what its methods say of another table.
package struct ReportRelease {
    private let report: EstimateReport

    package init(_ report: EstimateReport) { self.report = report }

    /// - Parameter threshold: That of the releases.
    /// - Throws: ``DisclosureFailure`` D501 to D506.
    package func released(threshold: Int) throws(DisclosureFailure) -> ReleasedEstimate {
        let verdict = Verdict(report)
        let figures = EstimateFigures(
            lists: report.table.lists, counts: report.table.counts,
            methods: report.methods.map(EstimateFigures.Method.init),
            light: EstimateFigures.Light(verdict.light), reasons: verdict.reasons.map(\.code))
        return try EstimateGate(threshold: threshold).release(figures, reckoning: reckoned)
    }

    /// With the settings and the seed of the report; nothing for a method that has no answer.
    private func reckoned(_ counts: [Int], _ wanted: Set<String>) -> [EstimateFigures.Method] {
        let settings = report.settings
        let cells = counts.enumerated().map { (ListSet(bits: $0.offset), $0.element) }
        guard
            let table = try? CaptureTable(
                lists: report.table.lists, counts: Dictionary(uniqueKeysWithValues: cells))
        else { return [] }
        var methods: [MethodEstimate] = []
        if wanted.contains(EstimateMethod.stepwise.rawValue),
            let run = try? StepwiseBootstrap(
                table, threshold: settings.threshold, replicates: settings.replicates, seed: settings.seed)
        {
            methods.append(MethodEstimate(stepwise: run))
        }
        let others = Set(wanted.compactMap(EstimateMethod.init)).subtracting([.stepwise])
        if !others.isEmpty, let made = try? OtherMethods(table, settings, wanted: others) { methods += made.methods }
        return methods.map(EstimateFigures.Method.init)
    }
}

extension EstimateFigures.Method {
    fileprivate init(_ method: MethodEstimate) {
        self.init(
            method.method.rawValue, persons: method.estimate, lower: method.interval.lowerBound,
            upper: method.interval.upperBound, unit: RoundedFigure.unit(for: method.interval))
    }
}

extension EstimateFigures.Light {
    fileprivate init(_ light: Reason.Light) {
        switch light {
        case .green: self = .green
        case .amber: self = .amber
        case .red: self = .red
        }
    }
}
