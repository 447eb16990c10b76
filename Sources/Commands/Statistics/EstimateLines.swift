import Access
import Statistics

/// A result as lines for staff, and as a table of methods.
struct EstimateLines {
    private let outcome: EstimateOutcome
    private let marking: Marking?

    /// - Parameter marking: Stands in each row, and under the text; nothing where nil.
    init(_ outcome: EstimateOutcome, marking: Marking?) {
        self.outcome = outcome
        self.marking = marking
    }

    var csv: String {
        let lines = outcome.methods.map { method in
            [
                method.method.rawValue, "\(method.estimate)", "\(method.interval.lowerBound)",
                "\(method.interval.upperBound)",
            ]
        }
        let mark = marking.map { [$0.rawValue] } ?? []
        let head = ["method", "estimate", "lower", "upper"] + mark.map { _ in "marking" }
        return ([head] + lines.map { $0 + mark }).map(CSVText.line).joined(separator: "\n")
    }

    var text: String {
        var lines = ["registered on \(outcome.table.lists.count) lists: \(outcome.table.persons)"]
        for method in outcome.methods {
            let unit = RoundedFigure.unit(for: method.interval)
            let least = outcome.table.persons
            func rounded(_ value: Double) -> String {
                RoundedFigure.rounded(value, to: unit, least: least).map(String.init) ?? "without end"
            }
            lines.append(
                "\(method.method.rawValue): about \(rounded(method.estimate)) in all, "
                    + "95 % from \(rounded(method.interval.lowerBound)) to \(rounded(method.interval.upperBound))")
        }
        if let fitted = outcome.fitted {
            let names = fitted.finite.map { $0.name(outcome.table.lists) }
            lines.append("model: \(names.isEmpty ? "no interactions" : names.joined(separator: " "))")
            if !fitted.empty.isEmpty {
                lines.append("empty: \(fitted.empty.map { $0.name(outcome.table.lists) }.joined(separator: " "))")
            }
        }
        for refused in outcome.others.refused {
            lines.append("\(refused.part) not given: \(refused.code) \(refused.message)")
        }
        if let range = outcome.withheld?.range {
            lines.append(
                "withheld counts: from \(whole(range.lowerBound)) to \(whole(range.upperBound))")
        }
        return (lines + strata + (marking.map { ["marking: \($0.rawValue)"] } ?? [])).joined(separator: "\n")
    }

    private func whole(_ value: Double) -> String {
        RoundedFigure.rounded(value, to: 1).map(String.init) ?? "without end"
    }

    /// The parts of each column, rounded so that they add up.
    private var strata: [String] {
        guard let strata = outcome.strata else { return [] }
        let unit = RoundedFigure.unit(for: strata.total.interval)
        let parts = strata.columns.indices.flatMap { column in
            let lines = strata.margins.filter { $0.values[column] != nil }
            let rounded = RoundedFigure.parts(lines.map(\.estimate), to: unit)
            return lines.indices.map { place in
                "\(strata.columns[column]) \(lines[place].values[column] ?? ""): \(lines[place].registered) registered, "
                    + "about \(rounded.map { String($0[place]) } ?? "without end") in all"
            }
        }
        let total = RoundedFigure.rounded(strata.total.estimate, to: unit, least: strata.total.registered)
        return parts + [
            "total: \(strata.total.registered) registered, about \(total.map(String.init) ?? "without end") in all"
        ]
    }
}
