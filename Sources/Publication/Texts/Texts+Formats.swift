package import Disclosure
package import Vocabulary

/// Numbers, days and periods as the language writes them: by ICU for its locale, and where ICU has no pattern, as its file
/// says under `site.format`.
extension Texts {
    /// A whole number that counts: `4,746` in English, `4 746` with a narrow no-break space in French.
    package func number(_ value: Int) -> String { formats.number(value) }

    /// A whole number that names, a year or a release, in the language's digits: `2023`.
    package func digits(_ value: Int) -> String { formats.digits(value) }

    /// A text that depends on a number: `key.one`, `key.few` …, by the language's rules, with `{count}` filled.
    package func counted(_ key: String, _ count: Int) -> String {
        filled("\(key).\(plurals.category(of: count).rawValue)", ["count": formats.number(count)])
    }

    /// The forms that a text with a number has in this language: `one`, `other`.
    package var pluralForms: Set<String> { Set(plurals.categories.map(\.rawValue)) }

    /// A number with decimals: `4.1`.
    package func decimal(_ value: Double, digits: Int) -> String { formats.decimal(value, digits: digits) }

    /// A share of one in whole per cents: `24%`.
    package func percent(_ share: Double) -> String { formats.percent(share) }

    /// `22 November 2026`. The first of a month has a form of its own in French (`1er`); ICU has none.
    package func day(_ date: CalendarDate) -> String {
        let text = formats.day(date)
        guard date.day == 1 else { return text }
        let first = digits(1)
        return text.replacing(first, with: filled("site.format.first", ["day": first]), maxReplacements: 1)
    }

    /// `Q3 2023`, `July 2023`, `2023` or a day; a year that is known to be covered in part as `2023, Q1 to Q3`.
    package func period(_ period: Period) -> String { self.period(period, part: part(of: period)) }

    /// - Parameter part: The quarters that are covered of a year; nil for all.
    func period(_ period: Period, part: [Int]?) -> String {
        let year = digits(period.start.year)
        return switch period.precision {
        case .year: part.map { filled("site.format.year-part", ["year": year, "quarters": quarters($0)]) } ?? year
        case .quarter:
            filled("site.format.quarter", ["quarter": digits(period.start.quarter), "year": year])
        case .month: formats.month(of: period.start)
        case .day: day(period.start)
        }
    }

    /// `Q1 to Q3`, or `Q1, Q3` where one between is missing.
    func quarters(_ numbers: [Int]) -> String {
        let names = numbers.map { filled("site.format.quarter-alone", ["quarter": digits($0)]) }
        guard let first = names.first, let last = names.last, numbers.count > 1,
            let from = numbers.first, let to = numbers.last, to - from == numbers.count - 1
        else { return joined(names) }
        return filled("site.index.course-from", ["from": first, "to": last])
    }

    /// `quarter, sex and citizenship`.
    package func list(_ items: [String]) -> String { formats.list(items) }

    /// `persons, 2023, Sex: Female`: one after the other, with the language's comma.
    func joined(_ parts: [String]) -> String { parts.joined(separator: self["site.format.separator"]) }

    /// What stands in a cell: the number, `c` for withheld, `:` for not reported. The same signs in every language.
    package func sign(_ outcome: ReleasedTable.Outcome) -> String {
        switch outcome {
        case .published(let count): number(count)
        case .withheldPrimary, .withheldComplementary: "c"
        case .notReported: ":"
        }
    }
}
