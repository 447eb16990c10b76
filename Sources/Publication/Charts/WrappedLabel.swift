/// A name above a bar, in lines that fit a screen of 320 pixels: SVG breaks no lines, and a bar's room is known in shares
/// only.
struct WrappedLabel {
    let lines: [String]

    /// A line of text, in pixels.
    static let lineHeight = 18.0

    /// Letters of 14 pixels for which a chart on such a screen has room.
    private static let mostLetters = 33

    init(_ label: String) {
        var lines: [String] = []
        for word in label.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= WrappedLabel.mostLetters {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        self.lines = lines
    }

    /// What the lines beyond the first add to the height.
    var extraHeight: Double { Double(max(0, lines.count - 1)) * WrappedLabel.lineHeight }

    func elements(top: Double, _ direction: ReadingDirection) -> [SVGElement] {
        lines.enumerated().map { place, line in
            SVGElement(
                "text",
                [
                    "class": "name", "x": direction.start,
                    "y": length(top + 14 + Double(place) * WrappedLabel.lineHeight),
                ], text: line)
        }
    }
}
