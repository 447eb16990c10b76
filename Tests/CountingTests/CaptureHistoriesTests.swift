import Mechanisms
import Testing
import Vocabulary

@testable import Counting

/// Who is on which list, worked by hand.
@Suite struct CaptureHistoriesTests {
    /// Two police forces, a shelter, and an organisation whose kind nobody said.
    private struct Land {
        var story = Story()
        let force: [RecordID]
        let shelter: RecordID
        let unknown: RecordID

        init() {
            force = [
                story.organisation("Harbour Police", kind: "law-enforcement"),
                story.organisation("Border Guard", kind: "law-enforcement"),
            ]
            shelter = story.organisation("Shelter", kind: "ngo")
            unknown = story.open("organisation", "active", ["name": .text("Somebody"), "registers": .boolean(true)])
        }
    }

    private func named(_ histories: CaptureHistories) -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: histories.persons.map { history, count in
                (history.map { histories.lists[$0] }.joined(separator: "+"), count)
            })
    }

    @Test func aPersonOfSeveralRecordsHasOneHistory() throws {
        var land = Land()
        let (one, same, other) = (land.story.person(), land.story.person(), land.story.person())
        land.story.episode(one, by: land.force[0])
        land.story.episode(same, by: land.shelter)
        land.story.episode(other, by: land.shelter)
        let link = land.story.same(one, same)
        let linked = try Country.counter(land.story).captureHistories(by: .organisationKind)
        #expect(named(linked) == ["ngo+law-enforcement": 1, "ngo": 1])
        land.story.change(link, "same-person", "withdrawn")
        let apart = try Country.counter(land.story).captureHistories(by: .organisationKind)
        #expect(named(apart) == ["law-enforcement": 1, "ngo": 2])
    }

    @Test func organisationsOfOneKindAreOneListOrEachItsOwn() throws {
        var land = Land()
        let person = land.story.person()
        for force in land.force + land.force { land.story.episode(person, by: force) }
        let counter = try Country.counter(land.story)
        #expect(named(counter.captureHistories(by: .organisationKind)) == ["law-enforcement": 1])
        #expect(
            named(counter.captureHistories(by: .registeringOrganisation)) == ["border-guard+harbour-police": 1])
    }

    @Test func whoIsOnNoListIsSaid() throws {
        var land = Land()
        land.story.episode(land.story.person(), by: land.unknown)
        land.story.episode(land.story.person(), by: nil)
        land.story.episode(land.story.person(), by: land.shelter)
        let histories = try Country.counter(land.story).captureHistories(by: .organisationKind)
        #expect(histories.lists == ["ngo"])
        #expect(histories.onNone == 2)
    }

    @Test func onlyRecordsOfThePeriodMakeAHistory() throws {
        var land = Land()
        let (both, vague) = (land.story.person(), land.story.person())
        land.story.episode(both, by: land.force[0], on: "2022-12-31")
        land.story.episode(both, by: land.shelter, on: "2023-01-01")
        land.story.episode(vague, by: land.shelter, on: nil)
        let histories = try Country.counter(land.story)
            .captureHistories(by: .organisationKind, in: Period("2023"))
        #expect(named(histories) == ["ngo": 1])
        #expect(histories.unplaced == 1)
    }

    @Test(arguments: [(Population.referred, 2), (.identified, 1), (.registered, 1)])
    func thePopulationIsThatOfTheCounts(population: Population, persons: Int) throws {
        var land = Land()
        land.story.episode(land.story.person(), by: land.shelter, "identified")
        land.story.episode(land.story.person(), by: land.shelter, "potential")
        let histories = try Country.counter(land.story).captureHistories(by: .organisationKind, of: population)
        #expect(histories.persons.values.reduce(0, +) == persons)
    }
}
