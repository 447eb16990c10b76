import Disclosure
import Tables
import Vocabulary

/// The drawings of a face of a table: its course over time, its rows as bars, its countries as a map.
struct TableDrawings {
    private let reader: TableReader
    private let crosstab: Crosstab
    private let outlines: WorldOutlines?
    private let texts: Texts

    /// More bars than this are no picture: the largest are drawn.
    private static let mostBars = 15

    init(_ reader: TableReader, _ crosstab: Crosstab, _ outlines: WorldOutlines?, _ texts: Texts) {
        self.reader = reader
        self.crosstab = crosstab
        self.outlines = outlines
        self.texts = texts
    }

    var blocks: [DrawingBlock] { [trend, bars, map].compactMap(\.self) }

    private var description: String {
        texts.filled(
            "site.table.chart-description",
            ["unit": texts.name(of: reader.table.unit), "period": texts.period(of: reader.table)])
    }

    private func caption(_ identifier: String, _ title: String, _ description: String) -> Drawing.Caption {
        Drawing.Caption(
            identifier: identifier, title: title, description: description, direction: texts.readingDirection)
    }

    /// Where the held dimensions are held, and all others at their total or what stands for it.
    private var start: [String: String] { crosstab.choice.held.merging(reader.standing) { held, _ in held } }

    /// What is drawn, with the categories that stand for totals that are none: `Persons referred, 2023`.
    private func subject(without dimensions: [String]) -> String {
        let standing = reader.table.dimensions.compactMap { dimension -> String? in
            guard !dimensions.contains(dimension.name), crosstab.choice.held[dimension.name] == nil,
                let place = reader.standing[dimension.name].flatMap(dimension.place(of:))
            else { return nil }
            return texts.name(of: dimension.categories[place], in: dimension)
        }
        return texts.joined([texts.indicatorTitle(of: reader.table)] + standing)
    }

    private var trend: DrawingBlock? {
        guard let place = reader.timeDimension, crosstab.choice.held[reader.table.dimensions[place].name] == nil else {
            return nil
        }
        let time = reader.table.dimensions[place]
        let points = time.categories.compactMap { category -> TrendChart.Point? in
            guard let period = Period(category.code) else { return nil }
            let outcome = reader.outcome(where: start.merging([time.name: category.code]) { $1 }) ?? .notReported
            return TrendChart.Point(period, part: texts.part(of: period), outcome, texts)
        }
        guard points.count > 1 else { return nil }
        let title = texts.filled("site.table.trend", ["title": subject(without: [time.name])])
        let chart = TrendChart(
            caption("trend", title, description), points: points, kind: .full,
            format: { texts.number($0) })
        return DrawingBlock(
            heading: texts["site.index.course"], title: title, chart.drawing(), notes: chart.notes(texts))
    }

    private var bars: DrawingBlock? {
        let dimension = crosstab.rowDimension
        if dimension.isTime { return nil }
        // The column of totals, or the one that stands for it.
        let standing = crosstab.columnDimension.flatMap { columns in
            reader.standing[columns.name].flatMap(columns.place(of:))
        }
        let measure = crosstab.columns.firstIndex { $0.place == standing } ?? 0
        let all = texts.order(of: crosstab.rows, in: dimension).filter { crosstab.rows[$0].depth == 0 }
            .compactMap { row -> Row? in
                guard let place = crosstab.rows[row].place, let outcome = crosstab.outcomes[row][measure] else {
                    return nil
                }
                return (dimension.categories[place], outcome, crosstab.outcomes[row])
            }
        let isCut = all.count > TableDrawings.mostBars
        let shown =
            isCut
            ? Array(
                all.filter { ($0.1.count ?? 0) > 0 }.sorted { ($0.1.count ?? 0) > ($1.1.count ?? 0) }
                    .prefix(TableDrawings.mostBars)) : all
        guard !shown.isEmpty else { return nil }
        let title = texts.filled(
            "site.table.chart",
            ["title": subject(without: [dimension.name]), "dimension": texts.inSentence(texts.name(of: dimension))])
        let caption = caption("bars", title, description)
        let drawing = drawing(shown, caption)
        let hasSigns = drawing.svg.contains(" + c<") || drawing.svg.contains(" + :<")
        let notes =
            (isCut ? [texts.filled("site.table.chart-largest", ["count": texts.number(shown.count)])] : [])
            + (hasSigns ? [texts["site.table.chart-signs"]] : [])
        return DrawingBlock(heading: texts["site.table.figure-title"], title: title, drawing, notes: notes)
    }

    private typealias Row = (Dimension.Category, ReleasedTable.Outcome, [ReleasedTable.Outcome?])

    /// Bars of parts where the columns are few and not time, else bars of the totals.
    private func drawing(_ rows: [Row], _ caption: Drawing.Caption) -> Drawing {
        let dimension = crosstab.rowDimension
        let parts = crosstab.columns.indices.filter {
            crosstab.columns[$0].place != nil && crosstab.columns[$0].depth == 0
        }
        guard let series = crosstab.columnDimension, !series.isTime,
            (2...StackedBarChart.seriesLimit).contains(parts.count)
        else {
            return BarChart(
                caption,
                bars: rows.map {
                    BarChart.Bar(
                        label: texts.name(of: $0.0, in: dimension), outcome: $0.1, figure: texts.sign($0.1))
                }
            ).drawing()
        }
        return StackedBarChart(
            caption,
            series: parts.compactMap { crosstab.columns[$0].place }.map {
                texts.name(of: series.categories[$0], in: series)
            },
            bars: rows.map { row in
                StackedBarChart.Bar(
                    label: texts.name(of: row.0, in: dimension), parts: parts.map { row.2[$0] ?? .notReported },
                    figure: texts.sign(row.1))
            }
        ).drawing()
    }

    private var map: DrawingBlock? {
        guard let outlines, let dimension = reader.table.dimensions.first(where: \.isCountries),
            crosstab.choice.held[dimension.name] == nil
        else { return nil }
        var countries: [String: WorldMap.Country] = [:]
        var unmapped: [String] = []
        for category in texts.places(of: dimension).map({ dimension.categories[$0] }) {
            guard let outcome = reader.outcome(where: start.merging([dimension.name: category.code]) { $1 }) else {
                continue
            }
            let name = texts.name(of: category, in: dimension)
            countries[category.code] = WorldMap.Country(outcome: outcome, text: "\(name): \(texts.sign(outcome))")
            if !outlines.countries.contains(category.code), category.code.utf8.count == 2, outcome != .published(0) {
                unmapped.append(name)
            }
        }
        let title = texts.filled("site.table.map", ["title": subject(without: [dimension.name])])
        let description = texts.filled(
            "site.table.map-description",
            ["unit": texts.name(of: reader.table.unit), "period": texts.period(of: reader.table)])
        let drawing = WorldMap(
            caption("map", title, description), countries: countries,
            outlines: outlines, words: texts.mapWords
        ).drawing()
        let notes =
            unmapped.isEmpty
            ? [] : ["\(texts.counted("site.count.countries", unmapped.count)) \(texts.joined(unmapped))."]
        return DrawingBlock(heading: texts["site.table.map-title"], title: title, drawing, notes: notes)
    }
}

extension Texts {
    fileprivate var mapWords: WorldMap.Words {
        WorldMap.Words(
            zero: self["site.table.map-zero"], withheld: self["site.table.map-withheld"],
            notReported: self["site.table.map-not-reported"]
        ) { first, last in
            guard let last else { return self.filled("site.table.map-open", ["first": self.number(first)]) }
            return self.filled("site.table.map-range", ["first": self.number(first), "last": self.number(last)])
        }
    }
}
