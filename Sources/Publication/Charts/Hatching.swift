/// Patterns that say with lines what colours say with hue, and mark what is withheld or not reported.
enum Hatching {
    /// How many series a chart can tell apart without relying on colour.
    static let seriesLimit = 6

    private static let paths = [
        "withheld": "M0 8L8 0M-2 2L2 -2M6 10L10 6", "notreported": "M4 3v2", "1": "M0 8L8 0M-2 2L2 -2M6 10L10 6",
        "2": "M3 4h2", "3": "M0 0L8 8M-2 6L2 10M6 -2L10 2", "4": "M0 4h8", "5": "M4 0v8",
    ]

    /// Definitions of the named patterns for one drawing; ids carry its prefix, for a page has several drawings.
    static func definitions(_ prefix: String, _ names: [String]) -> [SVGElement] {
        let patterns = names.map { name in
            pattern("\(prefix)-\(name)", Int(name) == nil ? "hatch-\(name)" : "hatch-series", paths[name] ?? "").markup
        }
        return patterns.isEmpty ? [] : [SVGElement("defs", [:], patterns.joined())]
    }

    static func fill(_ prefix: String, _ name: String) -> String { "url(#\(prefix)-\(name))" }

    private static func pattern(_ identifier: String, _ style: String, _ path: String) -> SVGElement {
        SVGElement(
            "pattern", ["id": identifier, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"],
            SVGElement("path", ["class": style, "d": path]).markup)
    }
}
