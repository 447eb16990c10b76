package import Disclosure

/// Horizontal bars, one a category, its name above and its figure at the end.
///
/// What is withheld or not reported has its sign and no bar: a length would give it away, and nothing would look like zero.
package struct BarChart {
    package struct Bar: Hashable, Sendable {
        let label: String
        let outcome: ReleasedTable.Outcome
        /// The figure as the language writes it.
        let figure: String

        package init(label: String, outcome: ReleasedTable.Outcome, figure: String) {
            self.label = label
            self.outcome = outcome
            self.figure = figure
        }
    }

    private let caption: Drawing.Caption
    private let bars: [Bar]

    package init(_ caption: Drawing.Caption, bars: [Bar]) {
        self.caption = caption
        self.bars = bars
    }

    /// The room of the longest bar; the rest is for its figure.
    private static let longest = 0.76
    private static let pitch = 42.0

    package func drawing() -> Drawing {
        let largest = max(1, bars.compactMap(\.outcome.count).max() ?? 1)
        let direction = caption.direction
        var content: [SVGElement] = []
        var end = 0.0
        for bar in bars {
            let label = WrappedLabel(bar.label)
            content += label.elements(top: end, direction)
            let top = end + label.extraHeight
            end = top + BarChart.pitch
            let width = Double(bar.outcome.count ?? 0) / Double(largest) * BarChart.longest
            if width > 0 {
                content.append(
                    SVGElement(
                        "rect",
                        [
                            "class": "bar", "x": direction == .leftToRight ? "0" : direction.left(of: width, at: 0),
                            "y": length(top + 20), "width": share(width), "height": "14", "rx": "2",
                        ]))
            }
            content.append(
                SVGElement(
                    "text",
                    [
                        "class": bar.outcome.count == nil ? "figure sign" : "figure", "x": direction.across(width),
                        "dx": direction.onwards(width > 0 ? 6 : 0), "y": length(top + 32),
                    ], text: bar.figure))
        }
        return Drawing(caption, height: end, content: content)
    }
}
