/// How pieces of evidence add up: bars from what was known before to the sum, each beginning where the one before ended,
/// its name above and its figure at the end. Right of the dotted line (left, where one reads from the right) speaks for.
///
/// Figures and names have the size of the text on a screen of any width, as in every ``Drawing``.
package struct WaterfallChart {
    /// One piece.
    package struct Step: Hashable, Sendable {
        let name: String
        let amount: Double
        /// The amount as the language writes it.
        let figure: String

        package init(_ name: String, _ amount: Double, figure: String) {
            (self.name, self.amount, self.figure) = (name, amount, figure)
        }
    }

    private let caption: Drawing.Caption
    private let steps: [Step]

    /// - Parameter steps: In their order; the first one starts from nothing.
    package init(_ caption: Drawing.Caption, steps: [Step]) { (self.caption, self.steps) = (caption, steps) }

    private static let pitch = 42.0
    /// The room of all bars; the rest is for the figure of the longest.
    private static let room = 0.84

    package func drawing() -> Drawing {
        // The sum before each piece, and after the last.
        let sums = steps.reduce(into: [0.0]) { sums, step in sums.append((sums.last ?? 0) + step.amount) }
        let (least, most) = (sums.min() ?? 0, sums.max() ?? 0)
        let scale = WaterfallChart.room / max(1, most - least)
        func place(_ bits: Double) -> Double { (bits - least) * scale }
        var content: [SVGElement] = []
        for (row, step) in steps.enumerated() {
            content += bar(
                step, from: place(sums[row]), to: place(sums[row + 1]), top: Double(row) * WaterfallChart.pitch)
        }
        let height = Double(steps.count) * WaterfallChart.pitch
        let line = caption.direction.across(place(0))
        content.append(
            SVGElement("line", ["class": "even", "x1": line, "x2": line, "y1": "0", "y2": length(height)]))
        return Drawing(caption, height: height, content: content)
    }

    private func bar(_ step: Step, from: Double, to: Double, top: Double) -> [SVGElement] {
        let direction = caption.direction
        let (start, end) = (min(from, to), max(from, to))
        let width = max(0.004, end - start)
        return [
            SVGElement(
                "text", ["x": direction.start, "y": length(top + 14)], text: step.name),
            SVGElement(
                "rect",
                [
                    "class": step.amount >= 0 ? "for" : "against", "x": direction.left(of: width, at: start),
                    "y": length(top + 20), "width": share(width), "height": "14", "rx": "2",
                ]),
            SVGElement(
                "text",
                [
                    "class": "figure", "x": direction.across(start + width), "dx": direction.onwards(6),
                    "y": length(top + 32),
                ], text: step.figure),
        ]
    }
}
