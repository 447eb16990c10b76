import Testing
import Vocabulary

/// When a deadline is overdue, what comes next, and by how much it slipped.
@Suite struct DeadlineDueTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test(arguments: [
        ("Mid 2006", "2006-08-31", false), ("Mid 2006", "2006-09-01", true),
        ("By the end of 2006.", "2006-12-31", false), ("By the end of 2006.", "2007-01-01", true),
        ("Mid 2006 or earlier if possible", "2006-08-31", false),
        ("Mid 2006 or earlier if possible", "2006-09-01", true),
        ("Ongoing", "2199-12-31", false), ("As soon as possible.", "2199-12-31", false),
        ("within 6 months of adoption", "2199-12-31", false), ("When it suits", "2199-12-31", false),
        ("Once per year", "2005-12-31", false), ("Once per year", "2006-01-01", true),
        ("First Report by December 2006", "2007-01-01", true),
    ])
    func isOverdueOnlyAfterTheLatestReading(words: String, on text: String, overdue: Bool) throws {
        #expect(try Deadline(words).isOverdue(on: day(text), from: day("2005-12-02")) == overdue)
    }

    @Test(
        arguments: [
            ("Once per year", nil, "2005-01-01", "2005-12-31"),
            ("Once per year", "2006-04-27", "2007-01-01", "2007-12-31"),
            ("Every two years", nil, "2005-01-01", "2006-12-31"),
            ("Every two years", "2006-04-27", "2007-01-01", "2008-12-31"),
            ("Twice a year", "2006-04-27", "2006-07-01", "2006-12-31"),
            ("Quarterly", "2006-04-27", "2006-07-01", "2006-09-30"),
            ("Monthly", "2006-12-27", "2007-01-01", "2007-01-31"),
            // 2 December 2005 was a Friday.
            ("Weekly", nil, "2005-11-28", "2005-12-04"), ("Annually from 2008", nil, "2008-01-01", "2008-12-31"),
            ("By June 2007, then annually", "2007-05-02", "2008-01-01", "2008-12-31"),
            ("Three times a year", "2006-04-27", "2006-05-01", "2006-08-31"),
        ] as [(String, String?, String, String)])
    func saysWhichInstanceComesNext(words: String, met: String?, earliest: String, latest: String) throws {
        let awaited = try Deadline(words).awaited(from: day("2005-12-02"), met: met.map(day))
        #expect(awaited?.earliest?.description == earliest)
        #expect(awaited?.latest.description == latest)
    }

    @Test(arguments: ["Mid 2006", "First Report by December 2006", "Annually until 2006", "Ongoing"])
    func awaitsNothingMoreOfWhatIsMetOrHasNoRhythm(words: String) throws {
        #expect(try Deadline(words).awaited(from: day("2005-12-02"), met: day("2006-12-14")) == nil)
    }

    @Test func countsSlippageInDaysFromLatestToLatest() {
        #expect(Deadline("End of 2007").slippage(since: Deadline("End of 2006")) == 365)
        #expect(Deadline("Mid 2006").slippage(since: Deadline("End of 2006")) == -122)
        #expect(Deadline("Ongoing").slippage(since: Deadline("End of 2006")) == nil)
    }
}
