import Foundation
import Statistics

/// What stands between the verdict and the appendix: what the figure rests on, what would change it, and how it was tried.
struct EstimateSections {
    private let wording: EstimateWording
    private var report: EstimateReport { wording.report }
    private var texts: Texts { wording.texts }

    /// Largest changes of each kind that are shown.
    private static let changesShown = 6

    init(_ wording: EstimateWording) { self.wording = wording }

    var all: [EstimatePage.Section] { [lists, strata, change, curves, known].compactMap { $0 } }

    private var lists: EstimatePage.Section {
        let table = report.table
        let rows = table.lists.indices.map { list in
            let on = table.persons(onAllOf: ListSet([list]))
            let only = table[ListSet([list])]
            return EstimatePage.Row(name: table.lists[list], cells: [on, only, on - only].map(texts.number))
        }
        let fitted = report.stepwise.fitted
        var after = [
            fitted.model.interactions.isEmpty
                ? wording["lists.model-none"]
                : wording.filled("lists.model", ["terms": wording.terms(fitted.model.interactions)])
        ]
        if !fitted.empty.isEmpty { after.append(wording.filled("lists.empty", ["terms": wording.terms(fitted.empty)])) }
        if let range = report.withheld?.range {
            after.append(
                wording.filled(
                    "lists.withheld",
                    ["least": wording.persons(range.lowerBound), "most": wording.persons(range.upperBound)]))
        }
        return section(
            "lists", lead: [], first: "lists.list", ["lists.persons", "lists.only", "lists.shared"], rows, after: after)
    }

    private var strata: EstimatePage.Section? {
        guard let strata = report.strata else { return nil }
        let unit = RoundedFigure.unit(for: strata.total.interval)
        let hasRates = !report.settings.populations.isEmpty
        func row(_ line: StratifiedEstimate.Line, _ estimate: Int?) -> EstimatePage.Row {
            let name = line.values.compactMap { $0 }.first ?? wording["strata.total"]
            let interval = wording.filled(
                "to",
                [
                    "lower": wording.part(line.interval.lowerBound, unit: unit, least: line.registered),
                    "upper": wording.part(line.interval.upperBound, unit: unit, least: line.registered),
                ])
            let population = strata.population(of: line, report.settings.populations)
            let rate = population.flatMap { try? Rate(line.estimate, line.interval, population: $0) }
            return EstimatePage.Row(
                name: name,
                cells: [texts.number(line.registered), estimate.map(texts.number) ?? wording["endless"], interval]
                    + (hasRates ? [rate.map { texts.decimal($0.estimate, digits: 1) } ?? "–"] : []))
        }
        let total = RoundedFigure.rounded(strata.total.estimate, to: unit)
        let tables = strata.columns.indices.map { column in
            let lines = strata.margins.filter { $0.values[column] != nil }
            let rounded = RoundedFigure.parts(lines.map(\.estimate), to: unit)
            return EstimatePage.Table(
                caption: "\(wording["strata.heading"]): \(strata.columns[column])", first: strata.columns[column],
                headings: [wording["strata.registered"], wording["strata.estimate"], wording["strata.interval"]]
                    + (hasRates ? [wording["strata.rate"]] : []),
                rows: lines.indices.map { row(lines[$0], rounded?[$0]) } + [row(strata.total, total)])
        }
        return EstimatePage.Section(
            heading: wording["strata.heading"], before: [wording["strata.lead"]], tables: tables, after: [])
    }

    private var change: EstimatePage.Section {
        func size(_ variant: Variant) -> Double { variant.estimate.map { abs(log($0 / report.estimate)) } ?? -1 }
        let kinds = [
            report.withoutEachList, report.withEachPairMerged, report.withOnePersonMoved, report.withOtherThresholds,
            report.withLinkageErrors,
        ]
        let rows = kinds.flatMap { kind in
            kind.enumerated().sorted { (size($1.element), $0.offset) < (size($0.element), $1.offset) }
                .prefix(Self.changesShown).map { row($0.element) }
        }
        return section(
            "change", lead: ["change.lead"], first: "change.change", ["change.estimate", "change.difference"], rows)
    }

    private func row(_ variant: Variant) -> EstimatePage.Row {
        let key =
            switch variant.change {
            case .withoutList: "without-list"
            case .merged: "merged"
            case .history: "history"
            case .threshold: "threshold"
            case .missedLinks: "missed-links"
            case .falseLinks: "false-links"
            }
        let name: String
        switch variant.change {
        case .missedLinks(let share), .falseLinks(let share): name = texts.percent(share)
        default: name = "\u{2068}\(variant.name(report.table.lists))\u{2069}"
        }
        // Another table may have fewer persons: its figure is not held up by those registered in this one.
        let estimate = variant.estimate.map { wording.part($0, unit: wording.unit, least: 0) } ?? wording["none"]
        return EstimatePage.Row(
            name: wording.filled("change.\(key)", ["what": name]),
            cells: [estimate, wording.difference(variant.estimate)])
    }

    private var curves: EstimatePage.Section {
        let factors = [0.25, 0.5, 1, 2, 4]
        let rows = report.curves.map { curve in
            EstimatePage.Row(
                name: curve.term.name(report.table.lists),
                cells: factors.map { factor in
                    let point = curve.points.min { abs(log($0.oddsRatio / factor)) < abs(log($1.oddsRatio / factor)) }
                    return wording.persons(point?.estimate)
                })
        }
        let headings = factors.map { factor in
            let digits = factor < 0.5 ? 2 : factor < 1 ? 1 : 0
            return wording.filled("curves.factor", ["factor": texts.decimal(factor, digits: digits)])
        }
        return EstimatePage.Section(
            heading: wording["curves.heading"], before: [wording["curves.lead"]],
            tables: [
                EstimatePage.Table(
                    caption: wording["curves.heading"], first: wording["curves.lists"], headings: headings, rows: rows)
            ], after: [])
    }

    private var known: EstimatePage.Section {
        let rows = report.consistency.trials.map { trial in
            let unit = trial.interval.map(RoundedFigure.unit) ?? 1
            return EstimatePage.Row(
                name: trial.list,
                cells: [
                    texts.number(trial.known), texts.number(trial.shown),
                    trial.estimate.map { wording.part($0, unit: unit, least: trial.shown) } ?? wording["none"],
                    trial.holdsTheKnown.map { wording[$0 ? "known.yes" : "known.no"] } ?? "–",
                ])
        }
        let coverage = report.coverage.map { coverage in
            wording.filled(
                "known.coverage",
                [
                    "number": texts.number(coverage.simulations), "corrected": wording.percent(coverage.corrected),
                    "percentile": wording.percent(coverage.percentile), "textbook": wording.percent(coverage.textbook),
                ])
        }
        return section(
            "known", lead: [rows.isEmpty ? "known.none" : "known.lead"], first: "known.list",
            ["known.size", "known.shown", "known.estimate", "known.held"], rows, after: coverage.map { [$0] } ?? [])
    }

    private func section(
        _ name: String, lead: [String], first: String, _ headings: [String], _ rows: [EstimatePage.Row],
        after: [String] = []
    ) -> EstimatePage.Section {
        let table = EstimatePage.Table(
            caption: wording["\(name).heading"], first: wording[first], headings: headings.map { wording[$0] },
            rows: rows)
        return EstimatePage.Section(
            heading: wording["\(name).heading"], before: lead.map { wording[$0] }, tables: rows.isEmpty ? [] : [table],
            after: after)
    }
}
