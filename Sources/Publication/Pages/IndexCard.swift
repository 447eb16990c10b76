import Disclosure

/// One figure of the index with what is needed to read it.
struct IndexCard: Sendable {
    let href: String
    let title: String
    let figure: Figure
    /// Unit and period: `referrals, Q3 2023`.
    let scope: String
    let change: String
    let trend: String
    let course: String
    let notes: [String]
    let capacityHeading: String
    let capacity: [Particular]
    let hasCapacity: Bool
    let revision: String

    /// Nil for an indicator without a figure.
    init?(_ site: Site, _ texts: Texts, _ reading: IndexReading) {
        guard reading.isReported, let latest = reading.latest, let first = reading.points.first else { return nil }
        href = PageAddress.indicator(reading.entry.id).path(in: texts.language)
        title = texts["site.indicators.\(reading.entry.id).title"]
        figure = Figure(latest.outcome, texts)
        scope = texts.joined([
            texts["site.units.\(reading.entry.unit)"], texts.period(latest.period, part: latest.part),
        ])
        change = reading.changeText(texts)
        course = texts.course(from: first.period, to: latest.period)
        let chart = TrendChart(reading, texts, kind: .small, identifier: "trend-\(reading.entry.id)")
        trend = chart.drawing().svg
        notes = chart.hasParts ? [texts["site.index.part"]] : []
        capacityHeading = texts["site.index.capacity"]
        capacity = site.capacity(beside: reading, texts)
        hasCapacity = !capacity.isEmpty
        let isRevised = reading.points.contains(where: \.isRevised)
        revision = texts[isRevised ? "site.index.revised" : "site.index.not-revised"]
    }
}

extension IndexReading {
    /// `Up by 140 since Q2 2023`, or why nothing is said.
    func changeText(_ texts: Texts) -> String {
        let before = points.dropLast().last.map { texts.period($0.period, part: $0.part) } ?? ""
        return switch change {
        case .rise(let by): texts.filled("site.index.change.rise", ["by": texts.number(by), "period": before])
        case .fall(let by): texts.filled("site.index.change.fall", ["by": texts.number(by), "period": before])
        case .level: texts.filled("site.index.change.level", ["period": before])
        case .incomparable: texts.filled("site.index.change.incomparable", ["period": before])
        case nil: texts["site.index.change.unknown"]
        }
    }
}
