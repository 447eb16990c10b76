import Vocabulary

/// A released estimate in one language, for `notice-estimate.mustache`: the figure is never without its interval, and never
/// without the words that it is no count.
package struct NoticeEstimateView: Sendable {
    package struct Method: Sendable {
        package let name: String
        package let estimate: String
        package let interval: String
        package let assumption: String
        package let svg: String
    }

    package let kind: String
    package let headline: String
    package let persons: String
    package let interval: String
    package let sentence: String
    package let rests: String
    package let rounded: String
    package let verdictHeading: String
    package let verdict: String
    package let light: String
    package let reasons: [String]
    package let methodsHeading: String
    package let methodsLead: String
    package let methodHeading: String
    package let estimateHeading: String
    package let intervalHeading: String
    package let assumptionHeading: String
    package let methods: [Method]
    /// What the drawings mean, and which methods are not given.
    package let notes: [String]
    package let makingHeading: String
    let particulars: [Particular]

    package init(_ estimate: NoticeEstimate, _ texts: Texts) {
        let main = estimate.methods.first
        let level = texts.percent(Double(estimate.level) / 100)
        let registered = texts.number(estimate.registered)
        kind = texts["estimates.kind"]
        headline = main.map { texts.number($0.persons) } ?? ""
        persons = texts["estimates.unit"]
        let heading = texts.filled("site.notices.estimate.interval", ["level": level])
        intervalHeading = heading
        interval = main.map { texts.joined([heading, Self.range($0, texts)]) } ?? ""
        sentence =
            main.map {
                texts.filled(
                    "site.notices.estimate.sentence",
                    [
                        "estimate": texts.number($0.persons), "lower": texts.number($0.lower),
                        "upper": texts.number($0.upper), "registered": registered,
                    ])
            } ?? ""
        rests = texts["estimates.rests"]
        rounded = texts["site.notices.estimate.rounded"]
        verdictHeading = texts["estimates.verdict.heading"]
        verdict = texts["estimates.verdict.\(estimate.light)"]
        light = estimate.light
        reasons = estimate.reasons.map { texts["site.notices.reasons.\($0)"] }
        methodsHeading = texts["estimates.methods.heading"]
        methodsLead = texts["estimates.methods.lead"]
        methodHeading = texts["estimates.methods.method"]
        estimateHeading = texts["estimates.methods.estimate"]
        assumptionHeading = texts["estimates.methods.assumption"]
        let end = Self.end(estimate)
        methods = estimate.methods.map { method in
            Method(
                name: texts["estimates.methods.name.\(method.method)"], estimate: texts.number(method.persons),
                interval: Self.range(method, texts), assumption: texts["estimates.methods.assumes.\(method.method)"],
                svg: IntervalDrawing(
                    estimate: Double(method.persons), interval: Double(method.lower)...Double(method.upper),
                    registered: Double(estimate.registered), end: end, direction: texts.readingDirection
                ).svg)
        }
        let leftOut = estimate.leftOut.map { texts["estimates.methods.name.\($0)"] }
        notes =
            [texts.filled("site.notices.estimate.axis", ["registered": registered])]
            + (leftOut.isEmpty
                ? [] : [texts.filled("site.notices.estimate.left-out", ["methods": texts.joined(leftOut)])])
        makingHeading = texts["estimates.appendix.heading"]
        particulars = Self.particulars(estimate, texts)
    }

    private static func range(_ method: NoticeEstimate.Method, _ texts: Texts) -> String {
        texts.filled("estimates.to", ["lower": texts.number(method.lower), "upper": texts.number(method.upper)])
    }

    /// The axis ends with the longest interval, or with three times the largest figure if that is less.
    private static func end(_ estimate: NoticeEstimate) -> Double {
        let largest = estimate.methods.map(\.persons).max() ?? 1
        let longest = estimate.methods.map(\.upper).max() ?? largest
        return Double(max(1, min(longest, 3 * largest))) * 1.04
    }

    private static func particulars(_ estimate: NoticeEstimate, _ texts: Texts) -> [Particular] {
        let making = estimate.making
        var lines: [(String, String, isCode: Bool)] = []
        if let indicator = making.indicator {
            lines.append(("site.notices.estimate.persons", texts["site.indicators.\(indicator).title"], false))
        }
        if let period = making.period {
            lines.append(("site.notices.estimate.period", Period(period).map(texts.period) ?? period, false))
        }
        lines += [
            ("site.notices.estimate.lists", texts.number(estimate.lists), false),
            ("site.notices.estimate.unit", texts.number(estimate.unit), false),
            ("estimates.appendix.seed", making.seed, true),
            ("estimates.appendix.threshold", making.threshold, true),
            ("estimates.appendix.replicates", texts.number(making.replicates), false),
        ]
        if let position = making.position {
            lines.append(("site.release.ledger-position", texts.digits(position), true))
        }
        if let source = making.source { lines.append(("site.notices.estimate.source", source, true)) }
        return lines.map { Particular(name: texts[$0.0], text: $0.1, isCode: $0.isCode) }
    }
}
