import Mechanisms
import Vocabulary

/// The days of the demo country, all counted from the one on which it is made: a plan that is late in one month is as late
/// in the next (decision 0230).
struct DemoClock {
    let today: CalendarDate

    /// So many days after the one on which the country is made; before it where negative.
    func day(_ days: Int) -> CalendarDate { today.adding(days: days) }

    func value(_ days: Int) -> FieldValue { .period(.day(day(days))) }

    /// A text of `demo/country` with its marks filled in: `{day -30}` as 2026-10-24, `{month +4}` as March 2027,
    /// `{year +1}` as 2027.
    func filled(_ text: String) -> String {
        text.replacing(/\{(day|month|year) ([+-][0-9]+)\}/) { match in
            let count = Int(match.2) ?? 0
            return switch match.1 {
            case "day": day(count).description
            case "month": month(count)
            default: String(today.year + count)
            }
        }
    }

    /// In English, as the plans of the demo country are.
    private func month(_ count: Int) -> String {
        let months = today.year * 12 + today.month - 1 + count
        return "\(DemoClock.months[months % 12]) \(months / 12)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
