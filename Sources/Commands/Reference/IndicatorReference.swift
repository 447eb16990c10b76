import Counting
import Publication
import Tables

/// docs/reference/indicators.md: what can be counted and by which rule, and which tables are ready to be released.
struct IndicatorReference {
    /// Titles and definitions.
    let texts: Texts

    func markdown() -> String {
        """
        # Indicators and ready tables

        Made from the declarations of the counting room by `make reference`; do not edit.

        `rapporteur count INDICATOR --by BREAKDOWN,…` counts the first, `rapporteur release create --table NAME` \
        publishes the second.

        | indicator | unit | a unit counts once | period by | a rise is | asked for in | in the index |
        |---|---|---|---|---|---|---|
        \(IndicatorBook.all.map(line).joined(separator: "\n"))

        \(IndicatorBook.all.map(section).joined(separator: "\n"))
        ## Ready tables

        \(TableDefinition.all.map(section).joined(separator: "\n"))
        """
    }

    private func line(_ indicator: Indicator) -> String {
        let rise =
            switch indicator.direction {
            case .higherIsBetter: "better"
            case .lowerIsBetter: "worse"
            case .neither: "neither good nor bad"
            }
        return "| [\(indicator.code)](#\(indicator.code)) | \(indicator.unit.rawValue) | \(indicator.once.rawValue) "
            + "| \(indicator.periodRule.rawValue) | \(rise) | \(indicator.reference) "
            + "| \(indicator.isInIndex ? "yes" : "") |"
    }

    private func section(_ indicator: Indicator) -> String {
        let breakdowns =
            indicator.breakdowns.isEmpty
            ? "Not reported yet: no mechanism records it."
            : "By: \(indicator.breakdowns.map(\.rawValue).joined(separator: ", "))."
        return """
            ### \(indicator.code)

            \(texts[indicator.definitionKey])

            Rule: version \(indicator.version), from records of `\(indicator.mechanism)`. \(breakdowns)

            """
    }

    private func section(_ table: TableDefinition) -> String {
        """
        ### \(table.name)

        \(table.basis)\(table.isVerified ? "" : " (not verified at its source)").

        \(table.parts.map { "- `\($0.name)`" }.joined(separator: "\n"))

        """
    }
}
