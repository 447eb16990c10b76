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

    /// `Q3 2023`, `July 2023`, `2023` or a day; a year that is known to be covered in part as `2023, Q1 to Q3`.
    package func period(_ period: Period) -> String { self.period(period, part: part(of: period)) }

    /// - Parameter part: The quarters that are covered of a year; nil for all.
    func period(_ period: Period, part: [Int]?) -> String {
        let year = String(period.start.year)
        return switch period.precision {
        case .year: part.map { filled("site.format.year-part", ["year": year, "quarters": quarters($0)]) } ?? year
        case .quarter:
            filled("site.format.quarter", ["quarter": String(period.start.quarter), "year": year])
        case .month:
            filled("site.format.month", ["month": self["site.format.months.\(period.start.month)"], "year": year])
        case .day: day(period.start)
        }
    }

    /// `Q1 to Q3`, or `Q1, Q3` where one between is missing.
    func quarters(_ numbers: [Int]) -> String {
        let names = numbers.map { filled("site.format.quarter-alone", ["quarter": String($0)]) }
        guard let first = names.first, let last = names.last, numbers.count > 1,
            let from = numbers.first, let to = numbers.last, to - from == numbers.count - 1
        else { return names.joined(separator: ", ") }
        return filled("site.index.course-from", ["from": first, "to": last])
    }

    /// `quarter, sex and citizenship`.
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.joined() }
        return filled(
            "site.format.list", ["items": items.dropLast().joined(separator: ", "), "last": last])
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
