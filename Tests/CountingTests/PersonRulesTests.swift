import Mechanisms
import Tables
import Testing
import Vocabulary

@testable import Counting

/// Who counts, once per what, worked by hand.
struct PersonRulesTests {
    @Test func countsOneCaseOfFortyFishersAsOneCaseAndFortyPersons() throws {
        var story = Story()
        let police = story.organisation("Harbour Police", kind: "law-enforcement")
        let file = story.open(
            "case", "open",
            ["owner": .link(police), "phenomenon": .code("trafficking"), "opened-on": .period(period("2023-05-04"))])
        let fishers = (0..<40).map { _ in story.person("male", ["VN"]) }
        for fisher in fishers {
            story.open(
                "case-person", "in", ["case": .link(file), "person": .link(fisher), "role": .code("victim")])
        }
        let skipper = story.person("male", ["GB"])
        story.open(
            "case-person", "in", ["case": .link(file), "person": .link(skipper), "role": .code("suspect")])
        _ = story.incident(fishers, file: file)
        let counter = try Country.counter(story)
        #expect(try counter.count("cases").total == 1)
        #expect(try counter.count("victims-in-cases").total == 40)
        #expect(try counter.count("incidents").total == 1)
        #expect(
            try counter.count("victims-in-cases", by: ["year", "sex", "main-form"]).figures
                == [["2023", "male", "forced-labour"]: 40])
    }

    @Test func leavesOutWhoHasLeftTheCase() throws {
        var story = Story()
        let file = story.open("case", "open", ["opened-on": .period(period("2023"))])
        let entries = (0..<3).map { _ in
            story.open(
                "case-person", "in",
                ["case": .link(file), "person": .link(story.person()), "role": .code("victim")])
        }
        story.change(entries[1], "case-person", "out")
        #expect(try Country.counter(story).count("victims-in-cases").total == 2)
    }

    @Test func countsAPersonInThreeAgenciesFilesOnceWhenLinked() throws {
        var story = Story()
        let names = ["Shelter", "Police", "Hospital"]
        let agencies = names.map { story.organisation($0) }
        let records = names.map { _ in story.person("female", ["RO"]) }
        story.episode(records[0], by: agencies[0], on: "2023-03-10")
        story.episode(records[1], by: agencies[1], on: "2023-02-10")
        story.episode(records[2], by: agencies[2], on: "2023-09-01")
        #expect(try Country.counter(story).count("registered-victims").total == 3)
        story.same(records[0], records[1])
        story.same(records[2], records[1])
        let counter = try Country.counter(story)
        // The police registered first, on 10 February; referrals stay three.
        #expect(
            try counter.count("registered-victims", by: ["year", "registering-organisation"]).figures
                == [["2023", "police"]: 1])
        #expect(try counter.count("registered-victims", by: ["quarter"]).figures == [["2023-Q1"]: 1])
        #expect(try counter.count("referrals", by: ["registering-organisation"]).total == 3)
    }

    @Test func countsApartAgainWhenALinkIsWithdrawn() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        let (first, second, third) = (story.person(), story.person(), story.person())
        for person in [first, second, third] { story.episode(person, by: agency) }
        story.same(first, second)
        let wrong = story.same(second, third)
        let linked = story.position
        #expect(try Country.counter(story).count("registered-victims").total == 1)
        story.change(wrong, "same-person", "withdrawn")
        #expect(try Country.counter(story).count("registered-victims").total == 2)
        #expect(
            try Country.counter(story, horizon: Horizon(position: linked)).count("registered-victims").total == 1)
    }

    @Test func countsARetraffickedPersonOnceAYearAndOnceAsRetrafficked() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        let person = story.person()
        let earlier = story.episode(person, by: agency, on: "2022-06-01")
        story.episode(person, by: agency, on: "2023-01-15")
        let later = story.episode(person, by: agency, on: "2023-11-20")
        story.open("re-trafficking", "recorded", ["episode": .link(later), "earlier-episode": .link(earlier)])
        let counter = try Country.counter(story)
        #expect(try counter.count("registered-victims", by: ["year"]).figures == [["2022"]: 1, ["2023"]: 1])
        #expect(try counter.count("re-trafficked-persons", by: ["year"]).figures == [["2023"]: 1])
        #expect(try counter.count("referrals", by: ["year"]).figures == [["2022"]: 1, ["2023"]: 2])
    }

    @Test func callsRetraffickingNotReportedWhereNobodyRecordsIt() throws {
        var story = Story()
        story.episode(story.person(), by: story.organisation("Shelter"))
        let table = try Country.counter(story).count("re-trafficked-persons")
        #expect(table.total == 0)
        #expect(table.notReported == [[]])
    }

    @Test(arguments: [
        ("referrals", 7), ("referred-persons", 7), ("registered-victims", 3), ("identified-victims", 1),
        ("presumed-victims", 1), ("declined-identification", 1), ("potential-victims", 1),
        ("not-identified-persons", 1),
    ])
    func countsEachStatusInItsPopulation(indicator: String, expected: Int) throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        for status in StatusCode.allCases { story.episode(story.person(), by: agency, status.name) }
        #expect(try Country.counter(story).count(indicator).total == expected)
    }

    @Test func countsAnIdentificationInTheYearOfItsDecision() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        let episode = story.episode(story.person(), by: agency, "potential", on: "2022-11-01")
        story.change(
            episode, "status-episode", "presumed", ["decided-on": .period(period("2022-12-01"))], on: "2022-12-02")
        story.change(
            episode, "status-episode", "identified", ["decided-on": .period(period("2023-04-07"))], on: "2023-05-01")
        let counter = try Country.counter(story)
        #expect(try counter.count("identified-victims", by: ["month"]).figures == [["2023-04"]: 1])
        #expect(try counter.count("registered-victims", by: ["month"]).figures == [["2022-11"]: 1])
    }

    @Test func keepsTheDateOfADecisionWhenSomethingElseIsCorrected() throws {
        var story = Story()
        let episode = story.episode(story.person(), by: story.organisation("Shelter"), "potential", on: "2022-11-01")
        story.change(episode, "status-episode", "identified", on: "2023-04-07")
        story.change(episode, "status-episode", "identified", ["basis": .text("corrected")], on: "2024-01-01")
        #expect(try Country.counter(story).count("identified-victims", by: ["year"]).figures == [["2023"]: 1])
        story.change(
            episode, "status-episode", "identified", ["decided-on": .period(period("2022-12"))], on: "2024-02-01")
        #expect(try Country.counter(story).count("identified-victims", by: ["year"]).figures == [["2022"]: 1])
    }

    @Test func countsChildrenAmongTheRegistered() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        for age in ["child", "adult", "child", "unknown", nil] { story.episode(story.person(), by: agency, age: age) }
        let counter = try Country.counter(story)
        #expect(try counter.count("registered-children").total == 2)
        #expect(
            try counter.count("registered-victims", by: ["age-group"]).figures
                == [["child"]: 2, ["adult"]: 1, ["unknown"]: 1, ["not-reported"]: 1])
    }
}
