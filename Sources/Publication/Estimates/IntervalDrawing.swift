/// A figure with its interval on an axis from 0, beside a dashed line at what was counted.
struct IntervalDrawing {
    let estimate: Double
    let interval: ClosedRange<Double>
    /// Persons counted: another kind of figure, drawn as another kind of line.
    let registered: Double
    /// The far end of the axis; what lies beyond is cut off with an arrow.
    let end: Double
    let direction: ReadingDirection

    private static let height = 26.0

    /// The text beside it says the same, so that it is hidden from screen readers.
    var svg: String {
        let middle = length(Self.height / 2)
        let isCut = interval.upperBound > end
        var parts = [
            line("grid", 0, 1, middle),
            SVGElement(
                "line",
                [
                    "class": "counted", "x1": place(registered), "x2": place(registered), "y1": "0",
                    "y2": length(Self.height),
                ]),
            line("trend", at(interval.lowerBound), at(interval.upperBound), middle),
        ]
        if isCut {
            parts.append(
                SVGElement(
                    "text", ["class": "axis", "x": direction.across(1), "y": "10", "text-anchor": "end"],
                    text: direction == .leftToRight ? "→" : "←"))
        }
        parts.append(SVGElement("circle", ["class": "point last", "cx": place(estimate), "cy": middle, "r": "5"]))
        let content = parts.map(\.markup).joined()
        return SVGElement(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "chart interval", "width": "100%",
                "height": length(Self.height), "aria-hidden": "true", "direction": direction.rawValue,
            ], content
        ).markup
    }

    private func at(_ value: Double) -> Double { min(1, max(0, value / end)) }
    private func place(_ value: Double) -> String { direction.across(at(value)) }

    private func line(_ name: String, _ from: Double, _ to: Double, _ height: String) -> SVGElement {
        SVGElement(
            "line",
            [
                "class": name, "x1": direction.across(from), "x2": direction.across(to), "y1": height, "y2": height,
            ])
    }
}
