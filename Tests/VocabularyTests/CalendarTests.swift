import NumericMethods
import TestKit
import Testing
import Vocabulary

@Suite struct CalendarTests {
    @Test(arguments: ["2023-02-29", "2023-02-31", "2023-13-01", "23-01-01", "2023-1-1", "2023/01/01", "", "0999-01-01"])
    func refusesWhatNoCalendarHas(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    // Day numbers by `date -u -d DATE +%s` divided by 86,400.
    @Test(arguments: [("1970-01-01", 0), ("2000-02-29", 11_016), ("2023-09-30", 19_630), ("1969-12-31", -1)])
    func numbersDaysFromTheEpoch(text: String, days: Int32) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.daysSinceEpoch == days)
        #expect(date.description == text)
    }

    @Test(arguments: [
        ("2023", "2023-01-01", "2023-12-31"), ("2024", "2024-01-01", "2024-12-31"),
        ("2023-Q1", "2023-01-01", "2023-03-31"), ("2023-Q3", "2023-07-01", "2023-09-30"),
        ("2024-Q4", "2024-10-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ])
    func periodsStartAndEndWhereTheCalendarSays(text: String, start: String, end: String) throws {
        let period = try #require(Period(text))
        #expect(period.start.description == start)
        #expect(period.end.description == end)
        #expect(period.description == text)
        #expect(period.next.previous == period)
    }

    @Test func aQuarterIsNotInOneOfItsMonths() throws {
        let quarter = try #require(Period("2023-Q3"))
        #expect(quarter.coarsened(to: .month) == nil)
        #expect(quarter.coarsened(to: .year)?.description == "2023")
    }

    @Test func momentsAreWrittenAndReadBackTheSame() throws {
        let text = "2026-11-21T23:59:59.999Z"
        let moment = try #require(Timestamp(text))
        #expect(moment.description == text)
        #expect(moment.day.description == "2026-11-21")
        #expect(Timestamp("2026-11-21T24:00:00.000Z") == nil)
    }
}

@Suite struct IdentifierTests {
    @Test func idsSortByTheMomentOfTheirMaking() {
        var generator = SeededGenerator(seed: 1)
        let early = Identifier<Int>(at: Timestamp(milliseconds: 1_700_000_000_000), using: &generator)
        let late = Identifier<Int>(at: Timestamp(milliseconds: 1_700_000_000_001), using: &generator)
        #expect(early < late)
        #expect(early.description < late.description)
        #expect(Identifier<Int>(early.description) == early)
        #expect(Array(early.description)[14] == "7")
    }

    @Test(arguments: ["", "0193a1b2", "0193A1B2-0000-7000-8000-000000000000", "0193a1b2-0000-7000-8000-00000000000g"])
    func refusesOtherSpellings(text: String) {
        #expect(Identifier<Int>(text) == nil)
    }
}
