import Testing
import Vocabulary

@Suite struct ClockTimeTests {
    @Test(arguments: [("00:00", 0), ("05:00", 300), ("23:59", 1439)])
    func readsATimeOfDayAndWritesItAgain(text: String, minute: Int) throws {
        let time = try #require(ClockTime(text))
        #expect(time.minute == minute && time.description == text && ClockTime(minute: minute) == time)
    }

    @Test(arguments: ["", "5:00", "24:00", "12:60", "12.30", "12:30:00", "-1:00", "ab:cd", "+1:00", "１２:30"])
    func readsNothingElse(text: String) { #expect(ClockTime(text) == nil) }

    @Test(arguments: [-1, 1440]) func hasNoMinuteOutsideTheDay(minute: Int) {
        #expect(ClockTime(minute: minute) == nil)
    }
}
