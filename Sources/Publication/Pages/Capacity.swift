import Disclosure
import Vocabulary

extension Site {
    /// How much was looked in the period of an entry's latest figure, and in the one before: more persons registered may
    /// be more detection. What nobody reports for that period says so; figures of other periods say nothing about it.
    func capacity(beside reading: IndexReading, _ texts: Texts) -> [Particular] {
        guard let latest = reading.latest else { return [] }
        let before = reading.points.dropLast().last
        return reading.entry.capacity.map { id in
            let other = readings.first { $0.entry.id == id }
            let now = other?.said(in: latest.period, texts) ?? texts["site.signs.not-reported"]
            let text =
                before.flatMap { point in
                    other?.said(in: point.period, texts).map {
                        texts.filled(
                            "site.index.capacity-before",
                            ["now": now, "period": texts.period(point.period, part: nil), "before": $0])
                    }
                } ?? now
            return Particular(name: texts["site.indicators.\(id).title"], text: text)
        }
    }
}

extension IndexReading {
    /// The figure of a period, or those of its quarters: `Q1 41, Q2 43`. Nil where nobody reported on any of it.
    fileprivate func said(in period: Period, _ texts: Texts) -> String? {
        let points = points(in: period).filter { $0.outcome != .notReported }
        if points.isEmpty { return nil }
        let figures = points.map { point in
            let figure = Figure(point.outcome, texts)
            let text = figure.isSign ? figure.meaning : figure.text
            if point.period == period { return text }
            return texts.filled(
                "site.format.part-figure", ["part": texts.part(point.period, of: period), "figure": text])
        }
        return texts.joined(figures)
    }
}

extension Texts {
    /// A quarter without its year where the year is said already.
    fileprivate func part(_ period: Period, of longer: Period) -> String {
        period.precision == .quarter && longer.precision == .year
            ? quarters([period.start.quarter]) : self.period(period)
    }
}
