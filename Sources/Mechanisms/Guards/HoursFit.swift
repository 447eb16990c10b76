/// Hours, special days and the zone of a clock can be read: who answers now is reckoned from them.
package struct HoursFit: Guard {
    package static let key = "hours-fit"

    /// The text field with the hours by weekday.
    package let hours: String
    /// The text field with days that have hours of their own.
    package let specialDays: String
    /// The text field with the name of the zone.
    package let zone: String

    package init(_ hours: String, special specialDays: String, by zone: String) {
        (self.hours, self.specialDays, self.zone) = (hours, specialDays, zone)
    }

    package var fields: [String] { [hours, specialDays, zone] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        if let text = step.after.text(hours), OpeningHours(text) == nil {
            return step.problem(
                .hoursUnread, field: hours,
                "write days and times, each day once: “mo-fr 08:30-17:00; sa 22:00-06:00; holidays closed”, or “always”."
            )
        }
        if let text = step.after.text(specialDays), SpecialDays(text) == nil {
            return step.problem(
                .hoursUnread, field: specialDays,
                "write a line for each: “2026-12-24 08:00-12:00”, or “2026-08-03/2026-08-21 closed”.")
        }
        if let text = step.after.text(zone), LocalClock(text) == nil {
            return step.problem(
                .hoursUnread, field: zone,
                "write the name of a zone of the IANA database: “Europe/Lisbon”, or “UTC”.")
        }
        return nil
    }
}
