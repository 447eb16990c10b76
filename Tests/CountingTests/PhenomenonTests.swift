import Mechanisms
import Tables
import Testing

@testable import Counting

/// Trafficking and smuggling are never in one figure.
struct PhenomenonTests {
    @Test func leavesSmugglingOutOfVictimsAndVictimsOutOfSmuggling() throws {
        var story = Story()
        let agency = story.organisation("Border Guard")
        for phenomenon in ["trafficking", "smuggling", "both", "undetermined", nil] {
            let person = story.person()
            let incident = story.incident([person], phenomenon: phenomenon)
            story.episode(person, by: agency, incident: incident)
        }
        let counter = try Country.counter(story)
        #expect(
            try counter.count("registered-victims", by: ["phenomenon"]).figures
                == [["trafficking"]: 1, ["both"]: 1, ["undetermined"]: 1, ["not-reported"]: 1])
        #expect(try counter.count("smuggled-persons", by: ["phenomenon"]).figures == [["smuggling"]: 1, ["both"]: 1])
    }

    @Test func movesAPersonFromSmugglingToTraffickingWhenRequalified() throws {
        var story = Story()
        let agency = story.organisation("Border Guard")
        let person = story.person()
        let incident = story.incident([person], phenomenon: "smuggling", started: "2023-01")
        story.episode(person, by: agency, on: "2023-01-20", incident: incident)
        let before = try Country.counter(story)
        #expect(try before.count("registered-victims").total == 0)
        #expect(try before.count("smuggled-persons").total == 1)
        story.change(incident, "incident", "recorded", ["phenomenon": .code("trafficking")], on: "2023-06-01")
        let after = try Country.counter(story)
        // Dates are kept: the person counts in the quarter of the registration.
        #expect(try after.count("registered-victims", by: ["quarter"]).figures == [["2023-Q1"]: 1])
        #expect(try after.count("smuggled-persons").total == 0)
    }

    @Test func takesThePhenomenonOfTheCaseWhereTheIncidentSaysNone() throws {
        var story = Story()
        let agency = story.organisation("Border Guard")
        let file = story.open("case", "open", ["owner": .link(agency), "phenomenon": .code("smuggling")])
        let person = story.person()
        let incident = story.incident([person], phenomenon: nil, file: file)
        story.episode(person, by: agency, incident: incident)
        #expect(try Country.counter(story).count("registered-victims").total == 0)
        #expect(try Country.counter(story).count("cases").total == 0)
    }
}
