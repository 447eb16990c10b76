/// What points to one thing, and to what it points: a rail with a sign for each, so that it reads at every width.
package struct RelationChart: Hashable, Sendable {
    /// Something at the other end of a relation.
    package struct End: Hashable, Sendable {
        /// With the relation in words: *names 16626/06 (13)*.
        package let text: String
        package let sign: Sign

        package init(_ text: String, _ sign: Sign) { (self.text, self.sign) = (text, sign) }
    }

    /// Whether it is there: a full circle, an empty one, a cross.
    package enum Sign: String, Hashable, Sendable, CaseIterable {
        case held, named, gone
    }

    package let centre: String
    /// Above the middle.
    package let incoming: [End]
    /// Below it.
    package let outgoing: [End]

    package init(_ centre: String, incoming: [End], outgoing: [End]) {
        (self.centre, self.incoming, self.outgoing) = (centre, incoming, outgoing)
    }

    private static let (rowHeight, rail, radius, textStart) = (30.0, 14.0, 6.0, 32.0)

    /// Draws it; colours are those of the style sheet.
    package func drawing(_ caption: Drawing.Caption) -> Drawing {
        let rows = incoming.count + 1 + outgoing.count
        func middle(_ row: Int) -> Double { (Double(row) + 0.5) * RelationChart.rowHeight }
        let side = caption.direction == .rightToLeft ? -1.0 : 1.0
        var content: [SVGElement] = []
        if rows > 1 {
            content.append(
                SVGElement(
                    "line",
                    [
                        "x1": length(side * RelationChart.rail), "x2": length(side * RelationChart.rail),
                        "y1": length(middle(0)), "y2": length(middle(rows - 1)), "class": "even",
                    ]))
        }
        for (row, end) in incoming.enumerated() { content += line(end, middle(row), side) }
        content.append(
            SVGElement(
                "rect",
                [
                    "x": length(side * RelationChart.rail - 8), "y": length(middle(incoming.count) - 8), "width": "16",
                    "height": "16", "class": "for",
                ]))
        content.append(
            SVGElement(
                "text",
                [
                    "x": length(side * RelationChart.textStart), "y": length(middle(incoming.count) + 5),
                    "class": "figure",
                ], text: centre))
        for (row, end) in outgoing.enumerated() { content += line(end, middle(incoming.count + 1 + row), side) }
        // In a page that is read from the right everything stands left of its right edge.
        let placed = SVGElement(
            "svg", ["x": side < 0 ? "100%" : "0", "overflow": "visible"], content.map(\.markup).joined())
        return Drawing(caption, height: Double(rows) * RelationChart.rowHeight, content: [placed])
    }

    private func line(_ end: End, _ middle: Double, _ side: Double) -> [SVGElement] {
        let (x, r) = (side * RelationChart.rail, RelationChart.radius)
        let text = SVGElement(
            "text", ["x": length(side * RelationChart.textStart), "y": length(middle + 5)], text: end.text)
        switch end.sign {
        case .held, .named:
            let look = end.sign == .held ? "for" : "hollow"
            return [
                SVGElement("circle", ["cx": length(x), "cy": length(middle), "r": length(r), "class": look]), text,
            ]
        case .gone:
            let cross =
                "M\(length(x - r)),\(length(middle - r))l\(length(2 * r)),\(length(2 * r))"
                + "m0,\(length(-2 * r))l\(length(-2 * r)),\(length(2 * r))"
            return [SVGElement("path", ["d": cross, "class": "cross"]), text]
        }
    }
}
