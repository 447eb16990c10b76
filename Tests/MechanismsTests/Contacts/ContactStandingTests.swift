import Testing
import Vocabulary

@testable import Mechanisms

/// B51: who answers at a minute, until when, and why not.
@Suite struct ContactStandingTests {
    private func standing(
        _ contact: ContactPoint, _ moment: String, _ holidays: [Holiday] = [], isVacant: Bool = false
    ) throws -> ContactStanding {
        contact.standing(at: try ContactRoom.moment(moment), Holidays(holidays), isVacant: isVacant)
    }

    @Test func b51AnswersInItsHoursByItsOwnClock() throws {
        let berlin = try ContactRoom.contact(1)
        // Monday; Berlin is one hour ahead in winter.
        #expect(try standing(berlin, "2026-11-23T07:59").reason == .outOfHours)
        #expect(try standing(berlin, "2026-11-23T07:59").until == ContactRoom.moment("2026-11-23T08:00"))
        let open = try standing(berlin, "2026-11-23T08:00")
        #expect(try open.answers && open.until == ContactRoom.moment("2026-11-23T16:00"))
        #expect(try standing(berlin, "2026-11-23T16:00").reason == .outOfHours)
        // Friday evening: on Monday again.
        #expect(try standing(berlin, "2026-11-27T18:00").until == ContactRoom.moment("2026-11-30T08:00"))
        // In summer the same hours are one hour earlier in universal time.
        #expect(try standing(berlin, "2026-07-06T07:00").answers)
    }

    @Test func b51ANightShiftGoesOverMidnight() throws {
        let night = try ContactRoom.contact(1, "sa 22:00-06:00", zone: "UTC")
        #expect(try standing(night, "2026-11-22T05:59").answers)
        #expect(try standing(night, "2026-11-22T06:00").reason == .outOfHours)
        #expect(try standing(night, "2026-11-23T05:00").reason == .outOfHours)
    }

    @Test func b51ShiftsThatFollowOneAnotherAreOne() throws {
        let shifts = try ContactRoom.contact(1, "mo-su 06:00-14:00, 14:00-22:00, 22:00-06:00; holidays 00:00-24:00")
        #expect(try standing(shifts, "2026-11-23T13:00") == ContactStanding(reason: .answers, until: nil))
        let always = try ContactRoom.contact(2, "always")
        #expect(try standing(always, "2026-12-25T03:00", [ContactRoom.holiday("2026-12-25")]).answers)
    }

    @Test func b51AHolidayIsADayOffUnlessItHasHours() throws {
        let feast = try ContactRoom.holiday("2026-11-23")
        let office = try ContactRoom.contact(1)
        let closed = try standing(office, "2026-11-23T10:00", [feast])
        #expect(
            try closed.reason == .holiday("Feast of Kites") && closed.until == ContactRoom.moment("2026-11-24T08:00"))
        let duty = try ContactRoom.contact(2, "mo-fr 09:00-17:00; holidays 10:00-12:00")
        #expect(try standing(duty, "2026-11-23T10:00", [feast]).answers)
        #expect(try standing(duty, "2026-11-23T12:00", [feast]).reason == .holiday("Feast of Kites"))
        // Another state's holiday is none.
        #expect(try standing(office, "2026-11-23T10:00", [ContactRoom.holiday("2026-11-23", country: "FR")]).answers)
    }

    @Test func b51AYearlyHolidayComesAgainAndNotBefore() throws {
        let feast = try ContactRoom.holiday("2024-11-23", yearly: true)
        #expect(try standing(ContactRoom.contact(1), "2026-11-23T10:00", [feast]).reason == .holiday("Feast of Kites"))
        let (before, after) = (try #require(CalendarDate("2023-11-23")), try #require(CalendarDate("2025-11-23")))
        #expect(!feast.falls(on: before) && feast.falls(on: after))
        #expect(try !ContactRoom.holiday("2024-11-23").falls(on: after))
    }

    @Test func b51ASpecialDayComesBeforeHolidayAndWeekday() throws {
        let office = try ContactRoom.contact(1, special: "2026-11-23 18:00-20:00; 2026-11-24 closed")
        let feast = try ContactRoom.holiday("2026-11-23")
        #expect(try standing(office, "2026-11-23T10:00", [feast]).reason == .specialDay)
        #expect(try standing(office, "2026-11-23T17:30", [feast]).answers)
        #expect(try standing(office, "2026-11-24T10:00").reason == .specialDay)
    }

    @Test func b51TheDayOfAHolidayIsThatOfThePlace() throws {
        // 23 November begins in Kiritimati at 10:00 universal time of the 22nd.
        let far = try ContactRoom.contact(1, "mo-su 00:00-24:00", zone: "Pacific/Kiritimati", country: "KI")
        let feast = try ContactRoom.holiday("2026-11-23", country: "KI")
        #expect(try standing(far, "2026-11-22T09:59", [feast]).answers)
        #expect(try standing(far, "2026-11-22T10:00", [feast]).reason == .holiday("Feast of Kites"))
        #expect(try standing(far, "2026-11-23T10:00", [feast]).answers)
    }

    @Test func b51AnEmptyPostAnswersNever() throws {
        let vacant = try standing(ContactRoom.contact(1, "always"), "2026-11-23T10:00", isVacant: true)
        #expect(vacant == ContactStanding(reason: .vacant, until: nil))
    }

    /// Two shifts that meet in the hour that never comes, and in the one that comes twice.
    @Test(arguments: [
        "2026-03-29T00:59", "2026-03-29T01:00", "2026-10-25T00:29", "2026-10-25T00:30", "2026-10-25T01:29",
    ])
    func b51NobodyFallsBetweenTwoShiftsWhenTheClockIsSet(moment: String) throws {
        let night = try ContactRoom.contact(1, "mo-su 20:00-02:30")
        let morning = try ContactRoom.contact(2, "mo-su 02:30-10:00")
        let answers = try [standing(night, moment).answers, standing(morning, moment).answers]
        #expect(answers.contains(true))
    }

    @Test func b51ASpanInTheMissingHourIsNone() throws {
        let odd = try ContactRoom.contact(1, "su 02:10-02:50")
        #expect(try !standing(odd, "2026-03-29T01:00").answers)
        #expect(try standing(odd, "2026-03-29T00:30").until == ContactRoom.moment("2026-04-05T00:10"))
        // In October the span is there twice, and between.
        #expect(try standing(odd, "2026-10-25T00:10").until == ContactRoom.moment("2026-10-25T01:50"))
    }

    @Test func b51LooksNoFurtherThanTwoWeeks() throws {
        let once = try ContactRoom.contact(1, "mo 09:00-10:00", special: "2026-11-23/2027-01-31 closed")
        #expect(try standing(once, "2026-11-23T10:00") == ContactStanding(reason: .specialDay, until: nil))
    }
}
