/// Countries by how each stands to something: shades for what holds, lines for what does not or not yet.
package struct StandingMap {
    /// A sign that is told from the others without its colour.
    package enum Sign: Hashable, Sendable {
        case full, half, hatched, dotted
    }

    /// A way of standing, with its sign and its name in the language of the page.
    package struct Standing: Hashable, Sendable {
        let sign: Sign
        let name: String

        package init(_ sign: Sign, _ name: String) { (self.sign, self.name) = (sign, name) }
    }

    /// One country: which of the standings it has, and what the pointer shows.
    package struct Country: Hashable, Sendable {
        let sign: Sign
        let text: String

        package init(_ sign: Sign, _ text: String) { (self.sign, self.text) = (sign, text) }
    }

    private let caption: Drawing.Caption
    private let countries: [String: Country]
    private let standings: [Standing]
    private let others: String
    private let outlines: WorldOutlines

    /// - Parameters:
    ///   - countries: By ISO 3166-1 alpha-2; those without an outline are left out (``WorldOutlines/countries``).
    ///   - standings: In the order of the legend.
    ///   - others: What the legend says of all other countries.
    package init(
        _ caption: Drawing.Caption, countries: [String: Country], standings: [Standing], others: String,
        outlines: WorldOutlines
    ) {
        (self.caption, self.countries, self.standings) = (caption, countries, standings)
        (self.others, self.outlines) = (others, outlines)
    }

    package func drawing() -> Drawing {
        let shapes = outlines.outlines.map { outline in
            let country = outline.country.flatMap { countries[$0] }
            let title = country.map { SVGElement("title", [:], text: $0.text).markup } ?? ""
            let sign = country?.sign
            guard let fill = fill(sign) else {
                return SVGElement("path", ["class": "land \(style(sign))", "d": outline.path], title)
            }
            return SVGElement("path", ["class": "land", "fill": fill, "d": outline.path], title)
        }
        let legend = standings.map { Drawing.LegendEntry(swatch: swatch($0.sign), text: $0.name) }
        return Drawing(
            caption, scaledTo: WorldOutlines.width, by: WorldOutlines.height,
            content: [WorldMap.definitions(caption.identifier)] + shapes,
            legend: legend + [.init(swatch: swatch(nil), text: others)])
    }

    private func style(_ sign: Sign?) -> String {
        switch sign {
        case .full: "class-4"
        case .half: "class-1"
        case .hatched, .dotted, nil: "none"
        }
    }

    private func fill(_ sign: Sign?) -> String? {
        switch sign {
        case .hatched: Hatching.fill(caption.identifier, "withheld")
        case .dotted: Hatching.fill(caption.identifier, "notreported")
        case .full, .half, nil: nil
        }
    }

    private func swatch(_ sign: Sign?) -> String {
        WorldMap.swatch(fill(sign) == nil ? style(sign) : "", fill: fill(sign))
    }
}
