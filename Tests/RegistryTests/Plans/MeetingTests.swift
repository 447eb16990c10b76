import Access
import InterfaceKit
import Mechanisms
import Testing
import Vocabulary

@testable import Registry

/// B74: a meeting keeps its first date, shows an action only once it was held, and who took part is not for everybody.
@Suite struct MeetingTests {
    private let house: PlanRegister
    private let meeting: RecordID

    init() throws {
        house = try PlanRegister()
        meeting = try house.take(
            "plan", "meeting", nil,
            [
                "body": .text("Harbour Board"), "title": .text("Spring meeting"), "agenda": .text("The horn"),
                "first-date": .period(try #require(Period("2026-04-27"))),
                "participants": .text("The keeper of the horn"),
            ])
    }

    private func state() throws -> RecordView { try house.register.registry.read(meeting, house.asking) }

    private func putOff(_ changes: [String: FieldValue] = [:]) throws {
        let later: [String: FieldValue] = ["new-date": .period(try #require(Period("2026-06-01")))]
        try house.take("postpone", "meeting", meeting, later.merging(changes) { $1 })
    }

    /// Overviews are made from these: what is above what is open never comes near them.
    @Test func b74WhoTookPartIsInNoTableOfManyRecords() throws {
        let states = try house.register.registry.readable("meeting", house.asking)
        #expect(states.map(\.record) == [meeting])
        #expect(states.allSatisfy { $0.fields["agenda"] != nil && $0.fields["participants"] == nil })
    }

    @Test func b74AMeetingThatIsPutOffKeepsItsFirstDate() throws {
        try putOff()
        #expect(try state().content("first-date") == .shown(.period(try #require(Period("2026-04-27")))))
        #expect(throws: Refusal.self) { try putOff(["first-date": .period(try #require(Period("2026-06-01")))]) }
        #expect(throws: Refusal.self) {
            try house.take(
                "correct-postponed", "meeting", meeting, ["first-date": .period(try #require(Period("2026-06-01")))])
        }
    }

    @Test func b74AConclusionNeedsAMeetingThatWasHeld() throws {
        func conclude() throws {
            try house.take(
                "adopt", "meeting-conclusion", nil, ["meeting": .link(meeting), "text": .text("A new horn.")])
        }
        #expect(throws: Refusal.self) { try conclude() }
        try house.take("hold", "meeting", meeting, ["held-on": .period(try #require(Period("2026-04-27")))])
        try conclude()
    }

    @Test func b74WhoTookPartIsShownToThoseWhoKeepTheNetworkOnly() throws {
        let people = house.register.people
        #expect(try state().content("participants") == .shown(.text("The keeper of the horn")))
        for other in [people.caseworkerOfAlpha, people.rapporteur] {
            let seen = try house.register.registry.read(meeting, Asking(other))
            #expect(seen.content("participants") == .withheld, "\(other.function)")
            #expect(seen.content("title") == .shown(.text("Spring meeting")), "\(other.function)")
        }
    }
}
