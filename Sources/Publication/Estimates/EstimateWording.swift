import Statistics

/// Figures of an estimate in words of one language, rounded to what the interval bears.
struct EstimateWording {
    let report: EstimateReport
    let texts: Texts
    /// To multiples of which persons are rounded.
    let unit: Int

    init(_ report: EstimateReport, _ texts: Texts) {
        self.report = report
        self.texts = texts
        unit = RoundedFigure.unit(for: report.interval)
    }

    subscript(key: String) -> String { texts["estimates.\(key)"] }

    func filled(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        texts.filled("estimates.\(key)", values)
    }

    /// A number of persons, never fewer than are registered.
    func persons(_ value: Double?, unit: Int? = nil) -> String {
        guard let value else { return self["none"] }
        let rounded = RoundedFigure.rounded(value, to: unit ?? self.unit, least: report.table.persons)
        return rounded.map(texts.number) ?? self["endless"]
    }

    /// A number that is not of the whole population: a stratum, or a part of one.
    func part(_ value: Double, unit: Int, least: Int) -> String {
        RoundedFigure.rounded(value, to: unit, least: least).map(texts.number) ?? self["endless"]
    }

    func range(_ range: ClosedRange<Double>, unit: Int? = nil) -> String {
        filled(
            "to",
            ["lower": persons(range.lowerBound, unit: unit), "upper": persons(range.upperBound, unit: unit)])
    }

    func terms(_ terms: [ListSet]) -> String { texts.joined(terms.map { $0.name(report.table.lists) }) }

    func percent(_ share: Double) -> String { texts.percent(share) }

    /// `+12%`, with the sign before it in every language.
    func difference(_ estimate: Double?) -> String {
        guard let estimate, estimate.isFinite else { return "–" }
        let change = estimate / report.estimate - 1
        return "\u{2066}\(change < 0 ? "−" : "+")\(texts.percent(abs(change)))\u{2069}"
    }

    func reservation(_ reason: Reason) -> EstimatePage.Reservation {
        let light = Self.name(reason.light)
        let text = reason.figures.sorted { $0.key < $1.key }.reduce(self["reasons.\(reason.code)"]) {
            $0.replacing("{\($1.key)}", with: figure($1.value))
        }
        return EstimatePage.Reservation(light: light, sign: self["verdict.light.\(light)"], text: text)
    }

    static func name(_ light: Reason.Light) -> String {
        switch light {
        case .green: "green"
        case .amber: "amber"
        case .red: "red"
        }
    }

    private func figure(_ figure: Reason.Figure) -> String {
        switch figure {
        // Another table may have fewer persons than this one registered.
        case .persons(let value): part(value, unit: unit, least: 0)
        case .share(let share): texts.percent(share)
        case .number(let number): texts.number(number)
        case .times(let times): texts.decimal(times, digits: 1)
        // Names of lists stand as they are, whatever the direction of the text around them.
        case .name(let name): "\u{2068}\(name)\u{2069}"
        }
    }
}
