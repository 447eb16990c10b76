/// A drawing ready to stand in a page: SVG whose colours come from the style sheet's classes, so that it follows light,
/// dark and print, with the title and description that a screen reader reads instead.
///
/// Widths are shares of the space there is and heights are pixels: letters stay legible on a narrow screen.
package struct Drawing: Hashable, Sendable {
    /// The `<svg>` element.
    package let svg: String
    /// What the signs in it mean, in the order in which they are met.
    package let legend: [LegendEntry]

    /// One line of a legend.
    package struct LegendEntry: Hashable, Sendable {
        /// A small `<svg>` with the sign.
        package let swatch: String
        package let text: String
    }

    /// What is said of a drawing, a prefix for ids that no other drawing of the page has, and the side from which it is
    /// read.
    package struct Caption: Hashable, Sendable {
        package let identifier: String
        package let title: String
        package let description: String
        package let direction: ReadingDirection

        package init(
            identifier: String, title: String, description: String, direction: ReadingDirection = .leftToRight
        ) {
            self.identifier = identifier
            self.title = title
            self.description = description
            self.direction = direction
        }
    }

    init(_ caption: Caption, height: Double, content: [SVGElement], legend: [LegendEntry] = []) {
        svg = Drawing.frame(
            caption, attributes: ["width": "100%", "height": length(height), "class": "chart"], content: content)
        self.legend = legend
    }

    /// A drawing that is scaled as a whole: a map.
    init(_ caption: Caption, scaledTo width: Int, by height: Int, content: [SVGElement], legend: [LegendEntry]) {
        svg = Drawing.frame(
            caption, attributes: ["viewBox": "0 0 \(width) \(height)", "class": "chart map"], content: content)
        self.legend = legend
    }

    private static func frame(
        _ caption: Caption, attributes: KeyValuePairs<String, String>, content: [SVGElement]
    ) -> String {
        let (title, description) = ("\(caption.identifier)-title", "\(caption.identifier)-description")
        let list =
            attributes.map { " \($0.key)=\"\($0.value)\"" }.joined()
            + (caption.direction == .rightToLeft ? " direction=\"rtl\"" : "")
        let said =
            SVGElement("title", ["id": title], text: caption.title).markup
            + SVGElement("desc", ["id": description], text: caption.description).markup
        return
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"\(title) \(description)\"\(list)>"
            + said + content.map(\.markup).joined() + "</svg>"
    }
}
