import Mechanisms
import Testing
import Vocabulary

/// B51: hours are read, or refused; never guessed.
@Suite struct OpeningHoursTests {
    @Test(arguments: [
        ("mo-fr 08:30-17:00", "mo-fr 08:30-17:00"),
        ("MO-TH 13:30-17:00, 08:30-12:30; fr 08:30-14:00", "mo-th 08:30-12:30, 13:30-17:00; fr 08:30-14:00"),
        ("sa,su 22:00-06:00\nholidays 10:00-24:00", "sa-su 22:00-06:00; holidays 10:00-24:00"),
        ("mo-su 00:00-24:00; holidays closed", "mo-su 00:00-24:00"),
        ("always", "always"),
        ("mo-su 00:00-24:00; holidays 00:00-24:00", "always"),
    ])
    func b51ReadsAWeekAndWritesItInOneSpelling(written: String, spelled: String) {
        #expect(OpeningHours(written)?.description == spelled)
        #expect(OpeningHours(spelled)?.description == spelled)
    }

    @Test(arguments: [
        "", "mo", "mo-fr", "mo-fr 8-17", "mo-fr 08:30", "fr-mo 08:00-12:00", "mo 08:00-12:00; mo 13:00-17:00",
        "mo 08:00-12:00, 11:00-14:00", "lu-ve 08:30-17:00", "mo 24:00-06:00", "mo 08:60-12:00", "mo-fr closed",
        "always; mo 08:00-09:00", "mo 22:00-06:00, 23:00-24:00", "holidays-mo 08:00-09:00", "mo 08:00-12:00 <script>",
    ])
    func b51ReadsNothingThatIsNoWeek(written: String) { #expect(OpeningHours(written) == nil) }

    @Test(arguments: [
        ("1970-01-01", OpeningHours.Day.thursday), ("1969-12-29", .monday), ("2026-11-22", .sunday),
        ("2026-11-23", .monday), ("2000-02-29", .tuesday),
    ])
    func knowsTheDayOfTheWeek(date: String, day: OpeningHours.Day) throws {
        #expect(OpeningHours.Day(of: try #require(CalendarDate(date))) == day)
    }

    @Test func b51ReadsSpecialDaysAndStretchesOfThem() throws {
        let days = try #require(
            SpecialDays("2026-12-24 08:00-12:00\n2026-08-03/2026-08-21 closed; 2026-08-05 09:00-10:00"))
        #expect(days.spans(on: try #require(CalendarDate("2026-12-24")))?.map(\.description) == ["08:00-12:00"])
        #expect(days.spans(on: try #require(CalendarDate("2026-08-21"))) == [])
        // The later line of two counts.
        #expect(days.spans(on: try #require(CalendarDate("2026-08-05")))?.count == 1)
        #expect(days.spans(on: try #require(CalendarDate("2026-08-22"))) == nil)
        #expect(SpecialDays("")?.lines == [])
    }

    @Test(arguments: [
        "24/12/2026 closed", "2026-12-24", "2026-02-30 closed", "2026-08-21/2026-08-03 closed", "mo closed",
    ])
    func b51ReadsNoSpecialDayThatIsNone(written: String) { #expect(SpecialDays(written) == nil) }
}
