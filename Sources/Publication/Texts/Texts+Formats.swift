package import Disclosure
package import Vocabulary

/// Numbers, days and periods as the language writes them; how is said in its file under `site.format`.
extension Texts {
    /// A whole number in groups of three: `4,746` in English, `4 746` with a narrow no-break space in French.
    package func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped += self["site.format.thousands"] }
            grouped.append(digit)
        }
        return (value < 0 ? "−" : "") + grouped
    }

    /// A text that depends on a number: `key.one` or `key.other`, with `{count}` filled.
    package func counted(_ key: String, _ count: Int) -> String {
        let isOne = self["site.format.one"] == "0-1" ? count == 0 || count == 1 : count == 1
        return filled("\(key).\(isOne ? "one" : "other")", ["count": number(count)])
    }

    /// `22 November 2026`; the first of a month has its own form in some languages.
    package func day(_ date: CalendarDate) -> String {
        filled(
            "site.format.day",
            [
                "day": date.day == 1 ? self["site.format.first"] : String(date.day),
                "month": self["site.format.months.\(date.month)"], "year": String(date.year),
            ])
    }

    /// `Q3 2023`, `July 2023`, `2023` or a day.
    package func period(_ period: Period) -> String {
        let year = String(period.start.year)
        return switch period.precision {
        case .year: year
        case .quarter:
            filled("site.format.quarter", ["quarter": String(period.start.quarter), "year": year])
        case .month:
            filled("site.format.month", ["month": self["site.format.months.\(period.start.month)"], "year": year])
        case .day: day(period.start)
        }
    }

    /// What stands in a cell: the number, `c` for withheld, `:` for not reported. The same signs in every language.
    package func sign(_ outcome: ReleasedTable.Outcome) -> String {
        switch outcome {
        case .published(let count): number(count)
        case .withheldPrimary, .withheldComplementary: "c"
        case .notReported: ":"
        }
    }
}
