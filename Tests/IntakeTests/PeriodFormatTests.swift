import Testing
import Vocabulary

@testable import Intake

struct PeriodFormatTests {
    @Test(arguments: [
        ("dd/mm/yyyy", "14/07/2023", "2023-07-14"), ("dd/mm/yyyy", "4/7/2023", "2023-07-04"),
        ("mm/dd/yyyy", "07/14/2023", "2023-07-14"), ("dd.mm.yyyy", "14.07.2023", "2023-07-14"),
        ("yyyy-Qq", "2023-Q3", "2023-Q3"), ("Qq yyyy", "q3 2023", "2023-Q3"), ("yyyymmdd", "20230714", "2023-07-14"),
        ("mm/yyyy", "7/2023", "2023-07"), ("yyyy", "2023", "2023"), ("iso", "2023-07", "2023-07"),
        ("dd/mm/yyyy", "2023-07-14", "2023-07-14"), ("dd/mm/yyyy", "2023-07-14T00:00:00", "2023-07-14"),
    ])
    func readsWhatIsWrittenInIt(pattern: String, cell: String, period: String) throws {
        let format = try #require(PeriodFormat(pattern: pattern))
        let expected = try #require(Period(period))
        #expect(format.read(cell) == .period(expected))
    }

    @Test(arguments: [
        ("dd/mm/yyyy", "31/02/2023"), ("dd/mm/yyyy", "07/14/2023"), ("iso", "2023-02-31"), ("iso", "2023-13"),
        ("yyyy-Qq", "2023-Q5"), ("dd/mm/yyyy", "29/02/1900"),
    ])
    func knowsDaysThatTheCalendarHasNot(pattern: String, cell: String) throws {
        #expect(try #require(PeriodFormat(pattern: pattern)).read(cell) == .notInCalendar)
    }

    @Test(arguments: [
        ("dd/mm/yyyy", "14.07.2023"), ("dd/mm/yyyy", "14/07/23"), ("yyyy", "2023-Q1"), ("yyyy-Qq", "2023 Q1"),
    ])
    func refusesWhatIsWrittenOtherwise(pattern: String, cell: String) throws {
        #expect(try #require(PeriodFormat(pattern: pattern)).read(cell) == .otherFormat)
    }

    @Test(arguments: ["dd/yyyy", "mm", "yyyy-yyyy", "q/mm/yyyy", ""])
    func refusesPatternsThatNameNoPeriod(pattern: String) {
        #expect(PeriodFormat(pattern: pattern) == nil)
    }
}
