package import Disclosure

/// Countries shaded by a count. Withheld is hatched, not reported dotted, zero and "no such category" plain: a shade would
/// give away the class of what is withheld.
package struct WorldMap {
    /// What the legend says, in the language of the page.
    package struct Words: Sendable {
        let zero: String
        let withheld: String
        let notReported: String
        /// First and last count of a class; no last for the highest.
        let range: @Sendable (Int, Int?) -> String

        package init(
            zero: String, withheld: String, notReported: String, range: @escaping @Sendable (Int, Int?) -> String
        ) {
            self.zero = zero
            self.withheld = withheld
            self.notReported = notReported
            self.range = range
        }
    }

    /// What is known of one country.
    package struct Country: Hashable, Sendable {
        let outcome: ReleasedTable.Outcome
        /// Name and figure, as the pointer shows them.
        let text: String

        package init(outcome: ReleasedTable.Outcome, text: String) {
            self.outcome = outcome
            self.text = text
        }
    }

    private let caption: Drawing.Caption
    private let countries: [String: Country]
    private let outlines: WorldOutlines
    private let words: Words

    package init(_ caption: Drawing.Caption, countries: [String: Country], outlines: WorldOutlines, words: Words) {
        self.caption = caption
        self.countries = countries
        self.outlines = outlines
        self.words = words
    }

    package func drawing() -> Drawing {
        let counts = countries.values.compactMap(\.outcome.count).filter { $0 > 0 }
        let breaks = ClassBreaks(smallest: counts.min() ?? 1, largest: counts.max() ?? 1)
        let shapes = outlines.outlines.map { outline in
            let country = outline.country.flatMap { countries[$0] }
            let title = country.map { SVGElement("title", [:], text: $0.text).markup } ?? ""
            return shape(outline.path, country?.outcome, breaks, title: title)
        }
        return Drawing(
            caption, scaledTo: WorldOutlines.width, by: WorldOutlines.height,
            content: [WorldMap.definitions(caption.identifier)] + shapes, legend: legend(breaks))
    }

    /// Hatching for a drawing of 2,000 units across, four times coarser than that of the charts.
    static func definitions(_ prefix: String) -> SVGElement {
        let pattern: (String, String, String) -> String = { name, style, path in
            SVGElement(
                "pattern",
                [
                    "id": "\(prefix)-\(name)", "width": "14", "height": "14",
                    "patternUnits": "userSpaceOnUse",
                ],
                SVGElement("rect", ["class": "hatch-ground", "width": "14", "height": "14"]).markup
                    + SVGElement("path", ["class": style, "d": path]).markup
            ).markup
        }
        return SVGElement(
            "defs", [:],
            pattern("withheld", "hatch-map", "M0 14L14 0M-3 3L3 -3M11 17L17 11")
                + pattern("notreported", "hatch-map", "M7 6v3"))
    }

    private func shape(
        _ path: String, _ outcome: ReleasedTable.Outcome?, _ breaks: ClassBreaks, title: String
    ) -> SVGElement {
        switch outcome {
        case .published(let count) where count > 0:
            SVGElement("path", ["class": "land class-\(breaks.place(of: count))", "d": path], title)
        case .withheldPrimary, .withheldComplementary:
            SVGElement(
                "path", ["class": "land", "fill": Hatching.fill(caption.identifier, "withheld"), "d": path], title)
        case .notReported:
            SVGElement(
                "path", ["class": "land", "fill": Hatching.fill(caption.identifier, "notreported"), "d": path], title)
        case .published, nil:
            SVGElement("path", ["class": "land none", "d": path], title)
        }
    }

    private func legend(_ breaks: ClassBreaks) -> [Drawing.LegendEntry] {
        let outcomes = countries.values.map(\.outcome)
        var entries = [Drawing.LegendEntry(swatch: swatch("none", nil), text: words.zero)]
        for place in breaks.lowerBounds.indices {
            let (first, last) = breaks.bounds(of: place)
            entries.append(.init(swatch: swatch("class-\(place)", nil), text: words.range(first, last)))
        }
        if outcomes.contains(where: \.isWithheld) {
            entries.append(.init(swatch: swatch("", "withheld"), text: words.withheld))
        }
        if outcomes.contains(.notReported) {
            entries.append(.init(swatch: swatch("", "notreported"), text: words.notReported))
        }
        return entries
    }

    private func swatch(_ style: String, _ pattern: String?) -> String {
        WorldMap.swatch(style, fill: pattern.map { Hatching.fill(caption.identifier, $0) })
    }

    /// A sign of a legend.
    ///
    /// - Parameters:
    ///   - style: Classes of the style sheet; empty where the fill says it.
    ///   - fill: A pattern of ``definitions(_:)``.
    static func swatch(_ style: String, fill: String?) -> String {
        let fill = fill.map { " fill=\"\($0)\"" } ?? ""
        let name = style.isEmpty ? "land" : "land \(style)"
        return "<svg class=\"swatch\" width=\"20\" height=\"14\" aria-hidden=\"true\">"
            + "<rect class=\"\(name)\"\(fill) width=\"20\" height=\"14\"/></svg>"
    }
}
