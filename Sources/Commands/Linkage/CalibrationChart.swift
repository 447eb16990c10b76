import Linkage
import Publication

/// The reliability diagram: what was stated across, what was true upwards; on the diagonal both are equal.
///
/// Drawn from left to right in every language, as its numbers are.
struct CalibrationChart {
    let texts: Texts

    private static let (side, left, top) = (300.0, 72.0, 12.0)

    func reliability(_ bins: [Calibration.Bin]) -> String {
        let (side, left, top) = (Self.side, Self.left, Self.top)
        let label = HTML.escaped(texts["linkage.calibration.title"])
        let diagonal =
            "<line class=\"chosen\" x1=\"\(number(left))\" y1=\"\(number(top + side))\" x2=\"\(number(left + side))\" "
            + "y2=\"\(number(top))\"/>"
        let stated = HTML.escaped(texts["linkage.calibration.stated"])
        let share = HTML.escaped(texts["linkage.calibration.share"])
        return """
            <svg class="plot" direction="ltr" viewBox="0 0 402 376" role="img" aria-label="\(label)">
            \(grid)\(diagonal)\(bins.map(dot).joined())
            <text x="\(number(left + side / 2))" y="366" text-anchor="middle">\(stated)</text>
            <text x="-\(number(top + side / 2))" y="16" transform="rotate(-90)" text-anchor="middle">\(share)</text></svg>
            """
    }

    private var grid: String {
        var marks = ""
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            let (across, up) = (number(x(share)), number(y(share)))
            marks +=
                "<line class=\"grid\" x1=\"\(number(Self.left))\" x2=\"\(number(Self.left + Self.side))\" y1=\"\(up)\" y2=\"\(up)\"/>"
            marks += "<text x=\"\(number(Self.left - 6))\" y=\"\(number(y(share) + 4))\" text-anchor=\"end\">"
            marks += "\(number(100 * share)) %</text>"
            marks += "<text x=\"\(across)\" y=\"\(number(Self.top + Self.side + 18))\" text-anchor=\"middle\">"
            marks += "\(number(100 * share)) %</text>"
        }
        return marks
    }

    /// A dot for a range of scores with the interval of its share; more pairs, larger dot.
    private func dot(_ bin: Calibration.Bin) -> String {
        guard let stated = bin.stated, let share = bin.share, let interval = bin.interval95 else { return "" }
        let across = number(x(stated))
        let radius = bin.pairs < 20 ? 2.5 : bin.pairs < 200 ? 4 : 5.5
        return "<line class=\"line for\" x1=\"\(across)\" x2=\"\(across)\" y1=\"\(number(y(interval.lowerBound)))\" "
            + "y2=\"\(number(y(interval.upperBound)))\"/>"
            + "<circle class=\"dot\" cx=\"\(across)\" cy=\"\(number(y(share)))\" r=\"\(number(radius))\"/>"
    }

    private func x(_ share: Double) -> Double { Self.left + share * Self.side }
    private func y(_ share: Double) -> Double { Self.top + (1 - share) * Self.side }

    private func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : LinkOutput.rounded(value, 2)
    }
}
