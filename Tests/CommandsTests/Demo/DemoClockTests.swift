import Testing
import Vocabulary

@testable import Commands

/// Days of the demo country, worked by hand on a calendar.
@Suite struct DemoClockTests {
    @Test(arguments: [
        ("2026-11-23", "{day -30}", "2026-10-24"), ("2026-11-23", "End of {month +2}", "End of January 2027"),
        ("2026-01-31", "{month -1}", "December 2025"), ("2026-01-31", "{month -13}", "December 2024"),
        ("2024-02-29", "Mid {year +1}", "Mid 2025"), ("2026-12-31", "{month +12}", "December 2027"),
        ("2026-11-23", "{day}, {week +1}, plain", "{day}, {week +1}, plain"),
    ])
    func fillsInWhatIsCountedFromTheDayOnWhichItIsMade(today: String, text: String, filled: String) throws {
        #expect(DemoClock(today: try #require(CalendarDate(today))).filled(text) == filled)
    }
}
