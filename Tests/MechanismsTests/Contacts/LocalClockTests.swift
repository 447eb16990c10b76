import Mechanisms
import Testing
import Vocabulary

/// B51: clocks are set forward and back, and nobody falls between two shifts. The days are those of the European Union
/// (last Sundays of March and October, at 01:00 universal time) and of Samoa's neighbours, which have none.
@Suite struct LocalClockTests {
    private func moments(_ zone: String, _ day: String, _ time: String) throws -> LocalClock.Moments {
        let clock = try #require(LocalClock(zone))
        return clock.moments(
            of: try #require(CalendarDate(day)), minute: try #require(ClockTime(time)).minute)
    }

    @Test func anHourThatIsMissingIsTheMomentInWhichTheClockIsSet() throws {
        let set = try ContactRoom.moment("2026-03-29T01:00")
        #expect(try moments("Europe/Berlin", "2026-03-29", "02:00") == .never(set))
        #expect(try moments("Europe/Berlin", "2026-03-29", "02:30") == .never(set))
        #expect(try moments("Europe/Berlin", "2026-03-29", "03:00") == .one(set))
        #expect(
            try moments("Europe/Berlin", "2026-03-29", "01:59") == .one(ContactRoom.moment("2026-03-29T00:59")))
    }

    @Test func anHourThatComesTwiceIsTwoMoments() throws {
        #expect(
            try moments("Europe/Berlin", "2026-10-25", "02:30")
                == .twice(ContactRoom.moment("2026-10-25T00:30"), ContactRoom.moment("2026-10-25T01:30")))
        #expect(
            try moments("Europe/Berlin", "2026-10-25", "03:00") == .one(ContactRoom.moment("2026-10-25T02:00")))
    }

    @Test(arguments: [
        ("Asia/Kathmandu", "2026-11-23", "00:00", "2026-11-22T18:15"),
        ("America/St_Johns", "2026-11-23", "09:00", "2026-11-23T12:30"),
        ("Pacific/Kiritimati", "2026-11-23", "00:00", "2026-11-22T10:00"),
        ("UTC", "2026-11-23", "23:59", "2026-11-23T23:59"),
    ])
    func knowsPlacesAQuarterOfAnHourAndADayApart(zone: String, day: String, time: String, moment: String) throws {
        #expect(try moments(zone, day, time) == .one(ContactRoom.moment(moment)))
        let clock = try #require(LocalClock(zone))
        let (read, hand) = clock.reading(at: try ContactRoom.moment(moment))
        #expect(read.description == day && hand.description == time)
    }

    @Test(arguments: ["", "CET", "UTC+1", "Europe/Nowhere", "europe", "../etc/passwd", "Berlin"])
    func knowsNoZoneThatIsNotInTheDatabase(name: String) { #expect(LocalClock(name) == nil) }

    @Test func saysWhenItIsSetNext() throws {
        let clock = try #require(LocalClock("Europe/Lisbon"))
        let next = try #require(clock.nextChange(after: ContactRoom.moment("2026-11-23T00:00")))
        #expect(try next.at == ContactRoom.moment("2027-03-28T01:00") && next.offsetMinutes == 60)
        #expect(LocalClock.universal.nextChange(after: next.at) == nil)
        #expect(clock.text(next.at) == "2027-03-28T02:00+01:00")
    }
}
