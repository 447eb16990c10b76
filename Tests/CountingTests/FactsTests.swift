import Mechanisms
import Tables
import Testing
import Vocabulary

@testable import Counting

/// Facts as of a position, a day, and after corrections.
struct FactsTests {
    @Test func countsByTheCorrectedFieldAndByTheOldOneAsOfBefore() throws {
        var story = Story()
        let person = story.person("female", ["NG"])
        story.episode(person, by: story.organisation("Shelter"))
        let before = story.position
        story.change(person, "person", "registered", ["sex": .code("male")])
        #expect(
            try Country.counter(story).count("referrals", by: ["sex", "citizenship"]).figures == [["male", "NG"]: 1])
        let earlier = try Country.counter(story, horizon: Horizon(position: before))
        #expect(try earlier.count("referrals", by: ["sex", "citizenship"]).figures == [["female", "NG"]: 1])
        #expect(try earlier.count("referrals").provenance.ledgerPosition == before)
    }

    @Test func replacesThePersonsOfACorrectedIncident() throws {
        var story = Story()
        let file = story.open("case", "open", ["opened-on": .period(period("2023"))])
        let persons = (0..<3).map { _ in story.person() }
        let incident = story.incident(persons, file: file)
        story.change(incident, "incident", "recorded", ["persons": .links([persons[0]])])
        #expect(try Country.counter(story).count("victims-in-cases").total == 1)
    }

    @Test(arguments: [("2023-03-31", "potential"), ("2023-04-01", "presumed"), ("2023-12-31", "identified")])
    func countsTheStatusInForceOnADay(day: String, status: String) throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        let episode = story.episode(story.person(), by: agency, "potential", on: "2023-02-01")
        story.change(episode, "status-episode", "presumed", on: "2023-04-01")
        // A year holds at its end: nobody said that the decision was made before.
        story.change(episode, "status-episode", "identified", on: "2023")
        let horizon = Horizon(effectiveOn: CalendarDate(day))
        let table = try Country.counter(story, horizon: horizon).count("referrals", by: ["status"])
        #expect(table.figures == [[status]: 1])
        #expect(table.provenance.effectiveOn == CalendarDate(day))
    }

    @Test func stopsAtTheMomentAskedFor() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        for _ in 0..<4 { story.episode(story.person(), by: agency) }
        // Event n is recorded at the beginning of day n-1 of 1970: up to the end of 5 January come events 1 to 5.
        let day = try #require(CalendarDate("1970-01-05"))
        let counter = try Country.counter(story, horizon: Horizon(recordedBefore: .endOf(day)))
        #expect(counter.facts.position == 5)
        #expect(try counter.count("referrals").total == 2)
    }

    @Test func refusesEventsOutOfOrder() throws {
        var story = Story()
        _ = story.person()
        _ = story.person()
        var facts = try Country.facts(story)
        #expect(throws: CountingFailure.eventOutOfOrder(sequence: 1, position: 2)) { try facts.fold(story.events[0]) }
    }

    @Test func notesACodeThatIsNotOnTheListAndCountsThePersonAllTheSame() throws {
        var story = Story()
        story.episode(story.person("femme"), by: story.organisation("Shelter"))
        let facts = try Country.facts(story)
        #expect(facts.misfits == 1)
        #expect(facts.diagnostics == [FoldDiagnostic(sequence: 1, mechanism: "person", field: "sex")])
        let table = try Counter(facts: facts, settings: Country.settings()).count("referrals", by: ["sex"])
        #expect(table.figures == [["not-on-list"]: 1])
    }

    @Test func refusesAListThatItsColumnCannotHold() throws {
        let lists = try Country.lists()
        let long = try Country.list("exploitation-forms", (0..<64).map { "form-\($0)" })
        #expect(throws: CountingFailure.listTooLong("exploitation-forms", limit: 63)) {
            try CountingLists(
                sexes: lists.sexes, ageGroups: lists.ageGroups, countries: lists.countries, forms: long,
                phenomena: lists.phenomena, organisationKinds: lists.organisationKinds)
        }
    }
}
