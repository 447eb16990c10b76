package import Disclosure

/// Horizontal bars made of parts, one bar a category, one part a series.
///
/// A withheld part is not drawn and the bar ends with `+ c`: the length shows the published parts only.
package struct StackedBarChart {
    package struct Bar: Hashable, Sendable {
        let label: String
        /// In the order of the series.
        let parts: [ReleasedTable.Outcome]
        /// The total as the language writes it, or its sign.
        let figure: String

        package init(label: String, parts: [ReleasedTable.Outcome], figure: String) {
            self.label = label
            self.parts = parts
            self.figure = figure
        }
    }

    /// How many series can be told apart by pattern as well as by colour.
    package static let seriesLimit = Hatching.seriesLimit

    private let caption: Drawing.Caption
    private let series: [String]
    private let bars: [Bar]

    /// Series beyond ``seriesLimit`` are not drawn: choose another face of the table for them.
    package init(_ caption: Drawing.Caption, series: [String], bars: [Bar]) {
        self.caption = caption
        self.series = Array(series.prefix(Hatching.seriesLimit))
        self.bars = bars
    }

    private static let longest = 0.66
    private static let pitch = 42.0

    package func drawing() -> Drawing {
        let sums = bars.map { $0.parts.prefix(series.count).compactMap(\.count).reduce(0, +) }
        let largest = Double(max(1, sums.max() ?? 1))
        var content = Hatching.definitions(caption.identifier, series.indices.dropFirst().map(String.init))
        var end = 0.0
        for bar in bars {
            let label = WrappedLabel(bar.label)
            content += label.elements(top: end, caption.direction)
            let top = end + label.extraHeight
            end = top + StackedBarChart.pitch
            var start = 0.0
            for (serial, part) in bar.parts.prefix(series.count).enumerated() {
                let width = Double(part.count ?? 0) / largest * StackedBarChart.longest
                if width > 0 { content += segment(serial, from: start, width: width, top: top + 20) }
                start += width
            }
            let parts = bar.parts.prefix(series.count)
            let signs =
                (parts.contains(where: \.isWithheld) ? " + c" : "") + (parts.contains(.notReported) ? " + :" : "")
            content.append(
                SVGElement(
                    "text",
                    [
                        "class": "figure", "x": caption.direction.across(start),
                        "dx": caption.direction.onwards(start > 0 ? 6 : 0), "y": length(top + 32),
                    ], text: bar.figure + signs))
        }
        return Drawing(
            caption, height: end, content: content,
            legend: series.enumerated().map { Drawing.LegendEntry(swatch: swatch($0.offset), text: $0.element) })
    }

    private func segment(_ serial: Int, from start: Double, width: Double, top: Double) -> [SVGElement] {
        let place: (String, String) -> SVGElement = { name, fill in
            SVGElement(
                "rect",
                [
                    "class": name, "x": caption.direction.left(of: width, at: start), "y": length(top),
                    "width": share(width), "height": "14", "fill": fill,
                ])
        }
        let base = place("series-\(serial)", "currentColor")
        return serial == 0 ? [base] : [base, place("overlay", Hatching.fill(caption.identifier, String(serial)))]
    }

    private func swatch(_ serial: Int) -> String {
        let base = SVGElement("rect", ["class": "series-\(serial)", "width": "20", "height": "14"]).markup
        let over =
            serial == 0
            ? ""
            : SVGElement(
                "rect",
                [
                    "class": "overlay", "width": "20", "height": "14",
                    "fill": Hatching.fill(caption.identifier, String(serial)),
                ]
            ).markup
        return "<svg class=\"swatch\" width=\"20\" height=\"14\" aria-hidden=\"true\">\(base)\(over)</svg>"
    }
}
