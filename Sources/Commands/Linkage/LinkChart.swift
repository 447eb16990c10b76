import Foundation
import Linkage
import Publication

/// The drawings of the report: what a threshold costs, and how a pair's evidence adds up.
///
/// Drawn from left to right in every language, since their words say what lies right of a line.
struct LinkChart {
    let texts: Texts

    /// Expected precision and recall by threshold.
    func thresholds(_ points: [LinkSummary.ThresholdPoint], chosen: Double) -> String {
        let (width, height, left, bottom) = (640.0, 260.0, 44.0, 230.0)
        func x(_ threshold: Double) -> Double { left + threshold * (width - left - 10) }
        func y(_ share: Double) -> Double { bottom - share * (bottom - 14) }
        func line(_ name: String, _ value: (LinkSummary.ThresholdPoint) -> Double) -> String {
            let places = points.sorted { $0.threshold < $1.threshold }
                .map { "\(number(x($0.threshold))),\(number(y(value($0))))" }.joined(separator: " ")
            return "<polyline class=\"line \(name)\" points=\"\(places)\"/>"
        }
        var marks = ""
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            marks +=
                "<line class=\"grid\" x1=\"\(left)\" x2=\"\(width - 10)\" y1=\"\(number(y(share)))\" y2=\"\(number(y(share)))\"/>"
            marks += "<text x=\"4\" y=\"\(number(y(share) + 4))\">\(number(100 * share)) %</text>"
            marks += "<text x=\"\(number(x(share)))\" y=\"250\" text-anchor=\"middle\">\(number(share))</text>"
        }
        let chosenLine =
            "<line class=\"chosen\" x1=\"\(number(x(chosen)))\" x2=\"\(number(x(chosen)))\" y1=\"14\" y2=\"\(bottom)\"/>"
        return """
            <svg direction="ltr" viewBox="0 0 \(Int(width)) \(Int(height))" role="img" aria-label="\(HTML.escaped(texts["linkage.curve.title"]))">
            \(marks)\(chosenLine)\(line("precision", \.precision))\(line("recall", \.recall))</svg>
            """
    }

    /// Bars from the prior to the sum, one a field; right of the dotted line speaks for one person.
    func waterfall(_ explanation: PairExplanation) -> String {
        let steps = steps(of: explanation)
        let ends: [Double] = steps.flatMap { [$0.from, $0.to] } + [0]
        let least = ends.min() ?? 0
        let scale = (640.0 - 170.0 - 60.0) / max(1, (ends.max() ?? 1) - least)
        func x(_ bits: Double) -> Double { 170 + (bits - least) * scale }
        var content = ""
        for (place, step) in steps.enumerated() {
            let top = Double(place) * 22
            let (start, end) = (min(x(step.from), x(step.to)), max(x(step.from), x(step.to)))
            let style = step.to >= step.from ? "for" : "against"
            let name = HTML.escaped(String(step.name.prefix(24)))
            let bits = LinkOutput.rounded(step.to - step.from, 1)
            content += "<text x=\"0\" y=\"\(number(top + 15))\">\(name)</text>"
            content += "<rect class=\"\(style)\" x=\"\(number(start))\" y=\"\(number(top + 4))\" "
            content += "width=\"\(number(max(1, end - start)))\" height=\"14\"/>"
            content += "<text x=\"\(number(end + 4))\" y=\"\(number(top + 15))\">\(bits)</text>"
        }
        let height = steps.count * 22 + 4
        let zero = "<line class=\"chosen\" x1=\"\(number(x(0)))\" x2=\"\(number(x(0)))\" y1=\"0\" y2=\"\(height)\"/>"
        let label = HTML.escaped(texts["linkage.pair.title"])
        return "<svg direction=\"ltr\" viewBox=\"0 0 640 \(height)\" role=\"img\" aria-label=\"\(label)\">"
            + "\(zero)\(content)</svg>"
    }

    private struct Step {
        let name: String
        let from: Double
        let to: Double
    }

    private func steps(of explanation: PairExplanation) -> [Step] {
        var sum = explanation.priorBits
        var steps = [Step(name: texts["linkage.pair.prior"], from: 0, to: sum)]
        for part in explanation.parts {
            steps.append(Step(name: part.field, from: sum, to: part.sum))
            sum = part.sum
        }
        if explanation.swapBits != 0 {
            steps.append(Step(name: texts["linkage.pair.exchanged"], from: sum, to: sum + explanation.swapBits))
            sum += explanation.swapBits
        }
        if explanation.relatedBits < -0.05 {
            steps.append(Step(name: texts["linkage.pair.related"], from: sum, to: sum + explanation.relatedBits))
        }
        return steps
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : LinkOutput.rounded(value, 2)
    }
}
