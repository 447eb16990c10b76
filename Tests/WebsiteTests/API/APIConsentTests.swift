import Access
import InterfaceKit
import Mechanisms
import Synchronization
import Testing
import Vocabulary

@testable import Website

/// A consent that runs out, or is withdrawn, ends what rests on it at that moment, whoever asks and on whatever path.
@Suite struct APIConsentTests {
    /// A clock that a test moves.
    private final class Clock: Sendable {
        private let moment = Mutex(InterfaceRegister.now)

        var now: Timestamp { moment.withLock { $0 } }

        func pass(days: Int64) {
            moment.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + days * 86_400_000) }
        }
    }

    private let clock: Clock
    private let register: InterfaceRegister
    private let client: InterfaceClient
    private let person: RecordID
    private let consent: RecordID
    private let share: RecordID

    init() throws {
        let clock = Clock()
        self.clock = clock
        register = try InterfaceRegister(clock: { clock.now })
        client = try InterfaceClient(register)
        let (people, today) = (register.people, clock.now.day)
        person = try register.person("one", by: people.caseworkerOfBeta)
        consent = try register.open(
            "consent", "give",
            [
                "person": .link(person), "purpose": .code("protection"), "given-on": .period(.day(today)),
                "until": .period(.day(today.adding(days: 10))),
            ], by: people.caseworkerOfBeta)
        share = try register.open(
            "share", "offer",
            [
                "packet": .code("victim-data"), "records": .links([person]), "receiver": .link(people.alpha),
                "purpose": .code("protection"), "basis": .code("consent"), "consent": .link(consent),
                "marking": .code("named"), "expires-on": .period(.day(today.adding(days: 100))),
            ], by: people.caseworkerOfBeta)
    }

    /// What the receiver still gets: the record, its past, the list, the search, the share itself.
    private func reached() async throws -> [Bool] {
        let worker = register.people.caseworkerOfAlpha
        var found: [Bool] = []
        for path in ["/person/\(person)", "/person/\(person)/history", "/person/\(person)/links", "/share/\(share)"] {
            found.append(try await client.get(path, as: worker).status == 200)
        }
        let body = #"{"mechanism": "person", "values": {"family-name": "family one"}}"#
        for list in [
            try await client.get("/person", as: worker), try await client.get("/share", as: worker),
            try await client.post("/search", body, as: worker),
        ] {
            found.append(list.json["records"]?.items.isEmpty == false)
        }
        return found
    }

    @Test func lastsThroughItsLastDayAndNotAnHourLonger() async throws {
        #expect(try await Set(reached()) == [true])
        clock.pass(days: 10)
        #expect(try await Set(reached()) == [true])
        clock.pass(days: 1)
        #expect(try await Set(reached()) == [false])
    }

    @Test func endsWhenItIsWithdrawn() async throws {
        #expect(try await Set(reached()) == [true])
        let withdrawn = try await client.post(
            "/consent/\(consent)/withdraw", #"{"effective": "2026"}"#, as: register.people.caseworkerOfBeta, version: 1)
        #expect(withdrawn.status == 200)
        #expect(try await Set(reached()) == [false])
    }
}
