import Foundation
import Linkage
import Publication

/// The drawings of the report: what a threshold costs, and how a pair's evidence adds up.
///
/// The first is drawn from left to right in every language, since its words say what lies right of a line.
struct LinkChart {
    let texts: Texts

    /// Expected precision and recall by threshold.
    func thresholds(_ points: [LinkSummary.ThresholdPoint], chosen: Double) -> String {
        let (width, height, left, bottom) = (380.0, 270.0, 58.0, 236.0)
        func x(_ threshold: Double) -> Double { left + threshold * (width - left - 14) }
        func y(_ share: Double) -> Double { bottom - share * (bottom - 14) }
        func line(_ name: String, _ value: (LinkSummary.ThresholdPoint) -> Double) -> String {
            let places = points.sorted { $0.threshold < $1.threshold }
                .map { "\(number(x($0.threshold))),\(number(y(value($0))))" }.joined(separator: " ")
            return "<polyline class=\"line \(name)\" points=\"\(places)\"/>"
        }
        var marks = ""
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            marks +=
                "<line class=\"grid\" x1=\"\(number(left))\" x2=\"\(number(width - 14))\" y1=\"\(number(y(share)))\" y2=\"\(number(y(share)))\"/>"
            marks +=
                "<text x=\"\(number(left - 6))\" y=\"\(number(y(share) + 5))\" text-anchor=\"end\">"
                + "\(number(100 * share)) %</text>"
            marks +=
                "<text x=\"\(number(x(share)))\" y=\"\(number(bottom + 22))\" text-anchor=\"middle\">"
                + "\(number(share))</text>"
        }
        let chosenLine =
            "<line class=\"chosen\" x1=\"\(number(x(chosen)))\" x2=\"\(number(x(chosen)))\" y1=\"14\" y2=\"\(number(bottom))\"/>"
        return """
            <svg class="plot" direction="ltr" viewBox="0 0 \(Int(width)) \(Int(height))" role="img" aria-label="\(HTML.escaped(texts["linkage.curve.title"]))">
            \(marks)\(chosenLine)\(line("precision", \.precision))\(line("recall", \.recall))</svg>
            """
    }

    /// Bars from the prior to the sum, one a field.
    ///
    /// - Parameter place: Of the pair among those of its page.
    func waterfall(_ explanation: PairExplanation, at place: Int) -> String {
        WaterfallChart(
            Drawing.Caption(
                identifier: "pair-\(place)", title: texts["linkage.pair.title"],
                description: texts["linkage.pair.words"],
                direction: ReadingDirection(rawValue: texts.direction) ?? .leftToRight),
            steps: pieces(of: explanation).map { name, bits in
                .init(name, bits, figure: LinkOutput.rounded(bits, 1))
            }
        ).drawing().svg
    }

    private func pieces(of explanation: PairExplanation) -> [(name: String, bits: Double)] {
        var pieces = [(texts["linkage.pair.prior"], explanation.priorBits)]
        pieces += explanation.parts.map { ($0.field, $0.bits + $0.frequencyBits) }
        if explanation.swapBits != 0 { pieces.append((texts["linkage.pair.exchanged"], explanation.swapBits)) }
        if explanation.relatedBits < -0.05 { pieces.append((texts["linkage.pair.related"], explanation.relatedBits)) }
        return pieces
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : LinkOutput.rounded(value, 2)
    }
}
