import Foundation
import Vocabulary

/// Numbers, days, moments, lists and alphabets as ICU writes them for a locale, through Foundation.
///
/// Made once for a language: the styles are values, behind which Foundation keeps the formatters of ICU (half a microsecond
/// for a number, one for a day).
struct LocaleFormats: Sendable {
    private let locale: Locale
    private let grouped: IntegerFormatStyle<Int>
    private let plain: IntegerFormatStyle<Int>
    private let fractions: FloatingPointFormatStyle<Double>
    private let percents: FloatingPointFormatStyle<Double>.Percent
    private let dayStyle: Date.FormatStyle
    private let monthStyle: Date.FormatStyle
    private let listStyle: ListFormatStyle<StringStyle, [String]>

    /// - Parameter locale: `pt-PT`, or `ar-TN` where a country has digits or names of months of its own.
    init(locale: String) {
        let locale = Locale(identifier: locale)
        self.locale = locale
        grouped = IntegerFormatStyle(locale: locale)
        plain = IntegerFormatStyle(locale: locale).grouping(.never)
        fractions = FloatingPointFormatStyle(locale: locale)
        percents = FloatingPointFormatStyle<Double>.Percent(locale: locale).precision(.fractionLength(0))
        // Days are those of the register, whatever calendar a locale prefers.
        let calendar = Calendar(identifier: .gregorian)
        dayStyle = Date.FormatStyle(date: .long, time: .omitted, locale: locale, calendar: calendar, timeZone: .gmt)
        monthStyle = Date.FormatStyle(locale: locale, calendar: calendar, timeZone: .gmt).year().month(.wide)
        listStyle = .list(type: .and).locale(locale)
    }

    /// `4,746`
    func number(_ value: Int) -> String { grouped.format(value) }

    /// `2023`: without groups.
    func digits(_ value: Int) -> String { plain.format(value) }

    /// `4.1`
    func decimal(_ value: Double, digits: Int) -> String { fractions.precision(.fractionLength(digits)).format(value) }

    /// `24%`: a share of one in whole per cents.
    func percent(_ share: Double) -> String { percents.format(share) }

    /// `22 November 2026`
    func day(_ date: CalendarDate) -> String { dayStyle.format(instant(date)) }

    /// `November 2026`
    func month(of date: CalendarDate) -> String { monthStyle.format(instant(date)) }

    /// `quarter, sex and citizenship`
    func list(_ items: [String]) -> String { listStyle.format(items) }

    /// Whether a name stands before another in the alphabet: `Níger`, `Noruega`, `Ñuñoa` in Spanish.
    func comesBefore(_ first: String, _ second: String) -> Bool {
        let order = first.compare(second, options: [], range: nil, locale: locale)
        return order == .orderedSame ? first < second : order == .orderedAscending
    }

    private func instant(_ date: CalendarDate) -> Date {
        Date(timeIntervalSince1970: Double(date.daysSinceEpoch) * 86_400)
    }
}
