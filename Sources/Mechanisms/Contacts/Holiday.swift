package import Vocabulary

/// A day on which offices of a state are closed, read from its record.
package struct Holiday: Hashable, Sendable {
    package let country: String
    package let name: String
    package let day: CalendarDate
    /// Whether it is the same day of every later year.
    package let isYearly: Bool

    /// Nil for a record that is no holiday, or one that is not kept any more.
    package init?(_ state: RecordState) {
        guard state.mechanism == "holiday", state.state == "kept", let country = state.fields.code("country"),
            let name = state.fields.text("name"), let day = state.fields.day("day")
        else { return nil }
        (self.country, self.name, self.day) = (country, name, day)
        isYearly = state.fields["yearly"] == .boolean(true)
    }

    package func falls(on date: CalendarDate) -> Bool {
        day == date || isYearly && date > day && date.month == day.month && date.day == day.day
    }
}

/// The holidays of all states.
package struct Holidays: Sendable {
    private let byCountry: [String: [Holiday]]

    package init(_ holidays: [Holiday]) { byCountry = Dictionary(grouping: holidays, by: \.country) }

    package subscript(country: String, date: CalendarDate) -> Holiday? {
        byCountry[country]?.first { $0.falls(on: date) }
    }

    /// Those of some days, in their order.
    package func between(_ first: CalendarDate, and last: CalendarDate) -> [(day: CalendarDate, holiday: Holiday)] {
        let days = (0...max(0, Int(last.daysSinceEpoch - first.daysSinceEpoch))).map { first.adding(days: $0) }
        return days.flatMap { day in
            byCountry.values.joined().filter { $0.falls(on: day) }
                .sorted { ($0.country, $0.name) < ($1.country, $1.name) }.map { (day: day, holiday: $0) }
        }
    }
}
