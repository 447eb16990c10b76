import Mechanisms
import Tables
import Testing
import Vocabulary

@testable import Counting

/// Which period a person falls into, above all where a source knows it only roughly.
struct PeriodTests {
    @Test func callsAQuarterUnknownWhereTheSourceKnowsOnlyTheYear() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        for registered in ["2023", "2023-Q2", "2023-05", "2023-05-17", nil] {
            story.episode(story.person(), by: agency, on: registered)
        }
        let counter = try Country.counter(story)
        #expect(
            try counter.count("referrals", by: ["quarter"]).figures
                == [["2023-Q2"]: 3, ["unknown"]: 1, ["not-reported"]: 1])
        #expect(try counter.count("referrals", by: ["year"]).figures == [["2023"]: 4, ["not-reported"]: 1])
        #expect(
            try counter.count("referrals", by: ["month"], period: period("2023")).figures
                == [["2023-05"]: 2, ["unknown"]: 2])
    }

    @Test func countsInAPeriodOnlyWhatSurelyLiesInItAndSaysHowManyMayDoSo() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        for registered in ["2023", "2023-05-17", "2022", nil] {
            story.episode(story.person(), by: agency, on: registered)
        }
        let table = try Country.counter(story).count("referrals", period: period("2023-Q2"))
        #expect(table.total == 1)
        // The one of “2023” and the one without a date; the one of 2022 cannot lie in it.
        #expect(table.unplaced == 2)
    }

    @Test func doesNotLetAVagueRecordCountAPersonTwice() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        let person = story.person()
        for registered in ["2023", "2023-08-01", nil, "2022"] { story.episode(person, by: agency, on: registered) }
        let counter = try Country.counter(story)
        #expect(
            try counter.count("registered-victims", by: ["quarter"]).figures == [["2023-Q3"]: 1, ["unknown"]: 1])
        #expect(try counter.count("registered-victims", by: ["year"]).figures == [["2022"]: 1, ["2023"]: 1])
    }

    @Test func addsQuartersUpToTheYear() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        let person = story.person()
        for registered in ["2023-02-01", "2023-08-01", "2024-01-01"] {
            story.episode(person, by: agency, on: registered)
        }
        let counter = try Country.counter(story)
        #expect(
            try counter.count("registered-victims", by: ["quarter"]).figures == [["2023-Q1"]: 1, ["2024-Q1"]: 1])
        #expect(try counter.count("registered-victims", period: period("2023-Q3")).total == 0)
        #expect(
            try counter.count("reporting-organisations", by: ["quarter"]).figures == [
                ["2023-Q1"]: 1, ["2023-Q3"]: 1, ["2024-Q1"]: 1,
            ])
        #expect(try counter.count("reporting-organisations", by: ["year"]).figures == [["2023"]: 1, ["2024"]: 1])
        #expect(try counter.count("reporting-organisations").total == 1)
    }

    @Test func showsEveryQuarterBetweenTheFirstAndTheLast() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        for registered in ["2022-Q4", "2023-Q3"] { story.episode(story.person(), by: agency, on: registered) }
        let table = try Country.counter(story).count("referrals", by: ["quarter"])
        #expect(table.dimensions[0].categories.map(\.code) == ["2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3"])
        #expect(table.gaps == [["2023-Q1"], ["2023-Q2"]])
    }

    @Test(
        arguments: [
            ("referrals", "year", nil, true), ("registered-victims", "year", nil, false),
            ("registered-victims", "quarter", nil, false), ("registered-victims", "quarter", "2023", true),
            ("reporting-organisations", "quarter", "2023", false), ("registered-victims", "sex", nil, true),
        ] as [(String, String, String?, Bool)])
    func saysWhereYearsOrQuartersDoNotAddUp(indicator: String, breakdown: String, filter: String?, addsUp: Bool) throws
    {
        var story = Story()
        let agency = story.organisation("Shelter")
        let person = story.person()
        for registered in ["2022-05", "2023-02", "2023-08"] { story.episode(person, by: agency, on: registered) }
        let table = try Country.counter(story).count(indicator, by: [breakdown], period: filter.map(period))
        #expect(table.dimensions[0].addsUp == addsUp)
    }

    @Test func countsExploitationByTheStartOfTheIncident() throws {
        var story = Story()
        _ = story.incident(started: "2021-07")
        _ = story.incident(started: nil)
        #expect(
            try Country.counter(story).count("incidents", by: ["year"]).figures == [["2021"]: 1, ["not-reported"]: 1])
    }
}
