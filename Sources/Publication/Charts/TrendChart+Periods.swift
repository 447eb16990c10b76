import Disclosure
import Vocabulary

extension TrendChart.Point {
    /// - Parameter part: The quarters that are covered of a year; nil for all.
    init(_ period: Period, part: [Int]?, _ outcome: ReleasedTable.Outcome, _ texts: Texts) {
        self.init(
            label: texts.period(period, part: nil), outcome: outcome, figure: texts.sign(outcome),
            part: part.map(texts.quarters) ?? "")
    }
}

extension TrendChart {
    /// The course of an index entry.
    init(_ reading: IndexReading, _ texts: Texts, kind: Kind, identifier: String) {
        let title = texts.filled("site.table.trend", ["title": texts["site.indicators.\(reading.entry.id).title"]])
        let description = reading.points.map {
            "\(texts.period($0.period, part: $0.part)): \(texts.sign($0.outcome))"
        }.joined(separator: "; ")
        self.init(
            Drawing.Caption(
                identifier: identifier, title: title, description: description, direction: texts.readingDirection),
            points: reading.points.map { Point($0.period, part: $0.part, $0.outcome, texts) }, kind: kind,
            format: { texts.number($0) })
    }

    /// What a hollow point means, where there is one.
    func notes(_ texts: Texts) -> [String] { hasParts ? [texts["site.table.trend-part"]] : [] }
}
