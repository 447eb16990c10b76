import Disclosure
import Tables

/// One figure of the index with what is needed to read it.
struct IndexCard: Sendable {
    let href: String
    let title: String
    let figure: Figure
    let unit: String
    let period: String
    let change: String
    let trend: String
    let course: String
    let capacityHeading: String
    let capacity: [Particular]
    let revision: String
    let definition: String

    /// Nil for an indicator without a figure.
    init?(_ site: Site, _ texts: Texts, _ reading: IndexReading) {
        guard reading.isReported, let latest = reading.latest, let first = reading.points.first,
            let source = reading.source
        else {
            return nil
        }
        href = PageAddress.indicator(reading.entry.id).path(in: texts.language)
        title = texts["site.indicators.\(reading.entry.id).title"]
        figure = Figure(latest.outcome, texts)
        unit = texts["site.units.\(reading.entry.unit)"]
        period = texts.period(latest.period)
        change = IndexCard.change(reading, texts)
        course = texts.filled(
            "site.index.course-from", ["from": texts.period(first.period), "to": texts.period(latest.period)])
        trend = TrendChart(reading, texts, kind: .small, identifier: "trend-\(reading.entry.id)").drawing().svg
        capacityHeading = texts["site.index.capacity"]
        capacity = IndexCard.capacity(of: reading, coverage: source.table.coverage, in: site, texts)
        let isRevised = reading.points.contains(where: \.isRevised)
        revision = texts[isRevised ? "site.index.revised" : "site.index.not-revised"]
        definition = texts["site.index.definition"]
    }

    static func change(_ reading: IndexReading, _ texts: Texts) -> String {
        let before = reading.points.dropLast().last.map { texts.period($0.period) } ?? ""
        return switch reading.change {
        case .rise(let by): texts.filled("site.index.change.rise", ["by": texts.number(by), "period": before])
        case .fall(let by): texts.filled("site.index.change.fall", ["by": texts.number(by), "period": before])
        case .level: texts.filled("site.index.change.level", ["period": before])
        case nil: texts["site.index.change.unknown"]
        }
    }

    /// Who reported, and the figures of the entries that say how much was looked; those without one say so.
    static func capacity(
        of reading: IndexReading, coverage: Coverage, in site: Site, _ texts: Texts
    ) -> [Particular] {
        let all = coverage.reporting.count + coverage.silent.count
        let reporting = Particular(
            name: texts["site.index.organisations-reporting"],
            text: texts.filled(
                "site.index.reporting-of",
                ["reporting": texts.number(coverage.reporting.count), "all": texts.number(all)]))
        return [reporting]
            + reading.entry.capacity.map { id in
                let latest = site.readings.first { $0.entry.id == id }?.latest
                let figure = latest.map { texts.sign($0.outcome) } ?? texts["site.signs.not-reported"]
                return Particular(name: texts["site.indicators.\(id).title"], text: figure)
            }
    }
}

extension TrendChart {
    /// The course of an index entry.
    init(_ reading: IndexReading, _ texts: Texts, kind: Kind, identifier: String) {
        let points = reading.points.map {
            Point(label: texts.period($0.period), outcome: $0.outcome, figure: texts.sign($0.outcome))
        }
        let title = texts.filled(
            "site.table.trend", ["title": texts["site.indicators.\(reading.entry.id).title"]])
        let description = points.map { "\($0.label): \($0.figure)" }.joined(separator: "; ")
        self.init(
            Drawing.Caption(identifier: identifier, title: title, description: description), points: points, kind: kind,
            format: { texts.number($0) })
    }
}
