package import Disclosure

/// A line over time. A figure that is withheld or not reported is a hatched gap with its sign: the line stops and starts
/// again, and nothing is drawn between. A point of a period that is covered in part is hollow, and no line joins it to a
/// point that does not cover the same part: the eye would read a change.
package struct TrendChart {
    package struct Point: Hashable, Sendable {
        /// The period, short: `Q3 2023`.
        package let label: String
        let outcome: ReleasedTable.Outcome
        package let figure: String
        /// What of the period is covered, short: `Q1 to Q3`; empty for all of it.
        let part: String

        package init(label: String, outcome: ReleasedTable.Outcome, figure: String, part: String = "") {
            self.label = label
            self.outcome = outcome
            self.figure = figure
            self.part = part
        }
    }

    /// How much is drawn around the line.
    package enum Kind: Sendable {
        /// With axis, grid and figures.
        case full
        /// A line of text high, for a card: first, last and gaps only.
        case small
    }

    let caption: Drawing.Caption
    let points: [Point]
    let kind: Kind
    /// Figures on the axis as the language writes them.
    private let format: (Int) -> String

    package init(_ caption: Drawing.Caption, points: [Point], kind: Kind, format: @escaping (Int) -> String) {
        self.caption = caption
        self.points = points
        self.kind = kind
        self.format = format
    }

    private var plotTop: Double { kind == .full ? 26 : 8 }
    private var plotHeight: Double { kind == .full ? 180 : 40 }
    private var height: Double { plotTop + plotHeight + (kind == .full ? (hasParts ? 52 : 34) : 8) }
    var hasParts: Bool { points.contains { !$0.part.isEmpty } }
    private var scale: AxisScale { AxisScale(largest: points.compactMap(\.outcome.count).max() ?? 0) }

    package func drawing() -> Drawing {
        let gaps = [
            ("withheld", points.contains(where: \.outcome.isWithheld)),
            ("notreported", points.contains { $0.outcome == .notReported }),
        ]
        var content = Hatching.definitions(caption.identifier, gaps.filter(\.1).map(\.0))
        if kind == .full { content += grid }
        content += points.indices.filter { points[$0].outcome.count == nil }.flatMap(gap)
        content += points.indices.dropFirst().compactMap(segment)
        content += points.indices.filter { points[$0].outcome.count != nil }.flatMap(mark)
        if kind == .full { content += points.indices.filter(isLabelled).flatMap(labels) }
        return Drawing(caption, height: height, content: content)
    }

    private var direction: ReadingDirection { caption.direction }

    /// Middle of a point's slot: slots are of one width, so that a gap is as wide as a figure.
    private func across(_ place: Int) -> Double { plotStart + (Double(place) + 0.5) * slot }

    /// The axis needs room for its figures.
    private var plotStart: Double { kind == .full ? 0.08 : 0 }
    private var slot: Double { (1 - plotStart) / Double(max(1, points.count)) }

    private func down(_ count: Int) -> Double {
        plotTop + plotHeight * (1 - Double(count) / Double(scale.top))
    }

    private var grid: [SVGElement] {
        scale.marks.flatMap { mark in
            let height = length(down(mark))
            return [
                SVGElement("line", ["class": "grid", "x1": "0", "x2": "100%", "y1": height, "y2": height]),
                SVGElement(
                    "text", ["class": "axis", "x": direction.start, "y": length(down(mark) - 4)], text: format(mark)),
            ]
        }
    }

    private func gap(_ place: Int) -> [SVGElement] {
        let name = points[place].outcome.isWithheld ? "withheld" : "notreported"
        return [
            SVGElement(
                "rect",
                [
                    "class": "gap", "x": direction.left(of: slot, at: across(place) - slot / 2), "y": length(plotTop),
                    "width": share(slot),
                    "height": length(plotHeight), "fill": Hatching.fill(caption.identifier, name),
                ]),
            SVGElement(
                "text",
                [
                    "class": "figure sign", "x": direction.across(across(place)),
                    "y": length(plotTop + plotHeight / 2 + 5),
                    "text-anchor": "middle",
                ], text: points[place].figure),
        ]
    }

    private func segment(_ place: Int) -> SVGElement? {
        guard let from = points[place - 1].outcome.count, let to = points[place].outcome.count,
            points[place - 1].part == points[place].part
        else { return nil }
        return SVGElement(
            "line",
            [
                "class": "trend", "x1": direction.across(across(place - 1)), "y1": length(down(from)),
                "x2": direction.across(across(place)), "y2": length(down(to)),
            ])
    }

    private func mark(_ place: Int) -> [SVGElement] {
        let count = points[place].outcome.count ?? 0
        let isLast = place == points.count - 1
        let dot = SVGElement(
            "circle",
            [
                "class": (isLast ? "point last" : "point") + (points[place].part.isEmpty ? "" : " part"),
                "cx": direction.across(across(place)), "cy": length(down(count)),
                "r": isLast ? "4.5" : "3",
            ])
        guard kind == .full, isLabelled(place) else { return [dot] }
        return [
            dot,
            SVGElement(
                "text",
                [
                    "class": marked("figure", place), "x": direction.across(across(place)),
                    "y": length(down(count) - 9),
                    "text-anchor": "middle",
                ], text: points[place].figure),
        ]
    }

    /// Every point where there are few; else every second, third …, counted from the last.
    private func isLabelled(_ place: Int) -> Bool { (points.count - 1 - place).isMultiple(of: labelStep) }

    private var labelStep: Int { max(1, (points.count + 5) / 6) }

    /// Labels that a narrow screen has no room for are marked, for the style sheet to hide.
    private func marked(_ name: String, _ place: Int) -> String {
        points.count > 3 && !((points.count - 1 - place) / labelStep).isMultiple(of: 2) ? "\(name) minor" : name
    }

    /// The period, and below it what of it is covered.
    private func labels(_ place: Int) -> [SVGElement] {
        [(points[place].label, 20.0), (points[place].part, 37)].filter { !$0.0.isEmpty }.map { text, below in
            SVGElement(
                "text",
                [
                    "class": marked("axis", place), "x": direction.across(across(place)),
                    "y": length(plotTop + plotHeight + below), "text-anchor": "middle",
                ], text: text)
        }
    }
}
