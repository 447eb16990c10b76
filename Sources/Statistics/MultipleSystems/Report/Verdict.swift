import Foundation

// Goals, in order: (1) an estimate that hangs on one record, one list or one choice is never green; (2) every light has
// its reasons, with figures; (3) the limits are few, round, and written here.

/// A traffic light for an estimate, with all reasons that made it what it is.
///
/// The limits are conventions, set so that none of the published tables that their authors call weak is green:
/// see docs/methods/multiple-systems-estimation.md.
package struct Verdict: Sendable, Hashable {
    package let light: Reason.Light
    /// The gravest first.
    package let reasons: [Reason]

    package init(_ report: EstimateReport) {
        let all =
            Self.overlaps(report) + Self.methods(report) + Self.models(report) + Self.changes(report)
            + Self.tests(report) + Self.input(report)
        reasons = all.enumerated().sorted { ($1.element.light, $0.offset) < ($0.element.light, $1.offset) }
            .map(\.element)
        light = reasons.map(\.light).max() ?? .green
    }

    private static func overlaps(_ report: EstimateReport) -> [Reason] {
        var reasons: [Reason] = []
        let table = report.table
        if table.lists.count == 2 { reasons.append(Reason("two-lists", .red)) }
        let shared = table.counts.indices.reduce(0) { $1.nonzeroBitCount > 1 ? $0 + table.counts[$1] : $0 }
        if shared < 30 {
            reasons.append(Reason("few-shared", shared < 10 ? .red : .amber, ["number": .number(shared)]))
        }
        if report.timesRegistered > 5 {
            reasons.append(
                Reason(
                    "few-registered", report.timesRegistered > 10 ? .red : .amber,
                    ["times": .times(report.timesRegistered), "share": .share(1 / report.timesRegistered)]))
        }
        return reasons
    }

    private static func methods(_ report: EstimateReport) -> [Reason] {
        var reasons: [Reason] = []
        // Independence and the lower bound are known to be wrong or low; they are shown, not compared.
        let compared = report.methods.filter { $0.method != .chao && $0.method != .independence }.map(\.estimate)
        if let least = compared.min(), let most = compared.max(), most > 1.5 * least {
            reasons.append(
                Reason(
                    "methods-differ", most > 3 * least ? .red : .amber,
                    ["least": .persons(least), "most": .persons(most)]))
        }
        if report.chao.bound > 1.1 * report.estimate {
            reasons.append(Reason("below-bound", .amber, ["bound": .persons(report.chao.bound)]))
        }
        if let modes = report.decomposable?.modes, modes.count > 1, let first = modes.first, let last = modes.last {
            reasons.append(
                Reason(
                    "two-hills", .amber,
                    ["least": .persons(Double(first.persons)), "most": .persons(Double(last.persons))]))
        }
        return reasons
    }

    private static func models(_ report: EstimateReport) -> [Reason] {
        var reasons: [Reason] = []
        let chosen = report.stepwise.modelsChosen
        if chosen.shareOfMostFrequent < 0.1 {
            reasons.append(
                Reason(
                    "model-undetermined", .amber,
                    ["number": .number(chosen.different), "share": .share(chosen.shareOfMostFrequent)]))
        }
        let ratio = report.interval.upperBound / report.interval.lowerBound
        if !ratio.isFinite {
            reasons.append(Reason("no-upper-limit", .red, ["number": .number(report.stepwise.interval.endless)]))
        } else if ratio > 3 {
            reasons.append(Reason("wide", ratio > 6 ? .red : .amber, ["times": .times(ratio)]))
        }
        if report.stepwise.interval.corrected == nil { reasons.append(Reason("one-sided", .amber)) }
        return reasons
    }

    private static func changes(_ report: EstimateReport) -> [Reason] {
        [
            largest(report.withoutEachList, report, "list-decides", amber: 1.5, red: 3),
            largest(report.withOnePersonMoved, report, "record-decides", amber: 1.05, red: 1.25),
            largest(
                report.withOtherThresholds.filter { isNear($0, report.settings.threshold) }, report,
                "threshold-decides", amber: 1.25, red: 2),
        ].compactMap { $0 }
    }

    /// From a quarter of the threshold to five times.
    private static func isNear(_ variant: Variant, _ threshold: Double) -> Bool {
        guard case .threshold(let other) = variant.change else { return false }
        return other >= threshold / 4 - 1e-12 && other <= threshold * 5 + 1e-12
    }

    /// The change that moves the estimate most, where it moves it enough.
    private static func largest(
        _ variants: [Variant], _ report: EstimateReport, _ code: String, amber: Double, red: Double
    ) -> Reason? {
        func factor(_ variant: Variant) -> Double {
            guard let estimate = variant.estimate else { return 1 }
            return exp(abs(log(estimate / report.estimate)))
        }
        guard let worst = variants.max(by: { factor($0) < factor($1) }), factor(worst) > amber,
            let estimate = worst.estimate
        else { return nil }
        return Reason(
            code, factor(worst) > red ? .red : .amber,
            ["what": .name(worst.name(report.table.lists)), "estimate": .persons(estimate)])
    }

    private static func tests(_ report: EstimateReport) -> [Reason] {
        var reasons: [Reason] = []
        if let coverage = report.coverage, coverage.corrected + 3 * coverage.standardError(of: coverage.corrected) < 0.9
        {
            reasons.append(
                Reason(
                    "interval-misses", coverage.corrected < 0.75 ? .red : .amber,
                    ["share": .share(coverage.corrected), "number": .number(coverage.simulations)]))
        }
        if let held = report.consistency.shareHeld, held < 0.75 {
            reasons.append(
                Reason(
                    "known-missed", .amber,
                    ["share": .share(held), "number": .number(report.consistency.trials.count)]))
        }
        return reasons
    }

    private static func input(_ report: EstimateReport) -> [Reason] {
        guard let range = report.withheld?.range, range.upperBound > 1.2 * range.lowerBound else { return [] }
        return [
            Reason(
                "withheld-decide", range.upperBound > 2 * range.lowerBound ? .red : .amber,
                ["least": .persons(range.lowerBound), "most": .persons(range.upperBound)])
        ]
    }
}
