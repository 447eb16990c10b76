import Statistics

extension EstimatePage {
    init(_ wording: EstimateWording, file: String, hash: String, style: String) {
        let report = wording.report
        let texts = wording.texts
        let verdict = Verdict(report)
        language = texts.language
        direction = texts.direction
        self.style = style
        skip = texts["site.skip"]
        title = wording["title"]
        kind = wording["kind"]
        headline = wording.persons(report.estimate)
        unit = wording["unit"]
        sentence = Self.sentence(wording)
        times = wording.filled("times", ["times": texts.decimal(report.timesRegistered, digits: 1)])
        rate =
            report.rate.map { rate in
                wording.filled(
                    "rate",
                    [
                        "estimate": texts.decimal(rate.estimate, digits: 1),
                        "lower": texts.decimal(rate.interval.lowerBound, digits: 1),
                        "upper": rate.interval.upperBound.isFinite
                            ? texts.decimal(rate.interval.upperBound, digits: 1) : wording["endless"],
                    ])
            } ?? ""
        hasRate = report.rate != nil
        rests = wording["rests"]
        verdictHeading = wording["verdict.heading"]
        light = EstimateWording.name(verdict.light)
        self.verdict = wording["verdict.\(light)"]
        reservations = verdict.reasons.map(wording.reservation)
        methodsHeading = wording["methods.heading"]
        methodsLead = wording["methods.lead"]
        methodHeading = wording["methods.method"]
        estimateHeading = wording["methods.estimate"]
        intervalHeading = wording["methods.interval"]
        assumptionHeading = wording["methods.assumption"]
        let end = Self.end(report)
        methods = report.methods.map { method in
            let unit = RoundedFigure.unit(for: method.interval)
            return Method(
                name: wording["methods.name.\(method.method.rawValue)"],
                estimate: wording.persons(method.estimate, unit: unit),
                interval: wording.range(method.interval, unit: unit),
                assumption: wording["methods.assumes.\(method.method.rawValue)"],
                svg: IntervalDrawing(
                    estimate: method.estimate, interval: method.interval, registered: Double(report.table.persons),
                    end: end, direction: texts.readingDirection
                ).svg)
        }
        axis = wording.filled("methods.axis", ["registered": texts.number(report.table.persons)])
        sections = EstimateSections(wording).all
        appendixHeading = wording["appendix.heading"]
        let appendix = EstimateAppendix(wording, file: file, hash: hash)
        particulars = appendix.particulars
        modelsHeading = wording["appendix.models"]
        modelsLead = appendix.modelsLead
        models = appendix.models
    }

    private static func sentence(_ wording: EstimateWording) -> String {
        let report = wording.report
        let isEndless = !report.interval.upperBound.isFinite
        return wording.filled(
            isEndless ? "sentence-endless" : "sentence",
            [
                "estimate": wording.persons(report.estimate), "lower": wording.persons(report.interval.lowerBound),
                "upper": wording.persons(report.interval.upperBound),
                "registered": wording.texts.number(report.table.persons),
            ])
    }

    /// The axis ends with the longest interval, or with three times the largest figure if that is less.
    private static func end(_ report: EstimateReport) -> Double {
        let largest = report.methods.map(\.estimate).filter(\.isFinite).max() ?? 1
        let longest = report.methods.map(\.interval.upperBound).filter(\.isFinite).max() ?? largest
        return max(1, min(longest, 3 * largest)) * 1.04
    }
}
