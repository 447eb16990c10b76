import Disclosure

/// A figure as a page prints it: the number, or a sign with its meaning.
struct Figure: Sendable, Hashable {
    let text: String
    /// What the sign means, read out and shown on pointing; empty for a number.
    let meaning: String
    let isSign: Bool

    /// - Parameter outcome: Nil for what is not a figure of the table.
    init(_ outcome: ReleasedTable.Outcome?, _ texts: Texts) {
        text = outcome.map(texts.sign) ?? "–"
        isSign = outcome?.count == nil
        meaning =
            switch outcome {
            case .published: ""
            case .withheldPrimary, .withheldComplementary: texts["site.signs.withheld"]
            case .notReported: texts["site.signs.not-reported"]
            case nil: texts["site.signs.outside"]
            }
    }
}

/// A drawing with its heading and legend.
struct DrawingBlock: Sendable {
    struct Entry: Sendable {
        let swatch: String
        let text: String
    }

    let heading: String
    let title: String
    let svg: String
    let legend: [Entry]
    let notes: [String]
    let hasLegend: Bool

    init(heading: String, title: String, _ drawing: Drawing, notes: [String] = []) {
        self.heading = heading
        self.title = title
        svg = drawing.svg
        legend = drawing.legend.map { Entry(swatch: $0.swatch, text: $0.text) }
        self.notes = notes
        hasLegend = !legend.isEmpty
    }
}

/// A name and what belongs to it, for lists of particulars.
struct Particular: Sendable, Hashable {
    let name: String
    let text: String
    /// Set in a fixed-width face: hashes, rules.
    var isCode = false
}
