/// One element of a drawing, written as text with its attributes in the order given; all values escaped.
struct SVGElement {
    private let name: String
    private let attributes: [(String, String)]
    private let content: String

    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String = "") {
        self.name = name
        self.attributes = attributes.map { ($0.key, $0.value) }
        self.content = content
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        self.init(name, attributes, SVGElement.escaped(text))
    }

    var markup: String {
        let list = attributes.map { " \($0.0)=\"\(SVGElement.escaped($0.1))\"" }.joined()
        return content.isEmpty ? "<\(name)\(list)/>" : "<\(name)\(list)>\(content)</\(name)>"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

/// A length in a drawing with at most two decimals, the same on every machine: `12.5`.
func length(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

/// A share of the width of a drawing: `37.5%`.
func share(_ ofOne: Double) -> String { length(ofOne * 100) + "%" }
