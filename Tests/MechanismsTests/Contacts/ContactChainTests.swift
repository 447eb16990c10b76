import Mechanisms
import Testing
import Vocabulary

/// B51: the fallback chain leads on and never in a circle; a number's test counts for ninety days.
@Suite struct ContactChainTests {
    /// A Monday, 10:00 in Berlin.
    private func chain(
        _ contacts: [ContactPoint], task: String? = "referral", language: String? = nil, vacant: Set<RecordID> = []
    ) throws -> ContactChain {
        ContactChain(
            to: ContactQuestion(country: "DE", task: task, language: language), among: contacts,
            at: try ContactRoom.moment("2026-11-23T09:00"), Holidays([]), vacant: vacant)
    }

    private func order(_ chain: ContactChain) -> [String] { chain.links.map(\.contact.title) }

    @Test func b51TriesByOrderAndBehindEachWhoeverItNames() throws {
        let contacts = try [
            ContactRoom.contact(1, "sa 09:00-10:00", priority: 1, next: 4), ContactRoom.contact(2, priority: 2),
            ContactRoom.contact(3, tasks: ["any"], priority: 1), ContactRoom.contact(4, country: "FR"),
            ContactRoom.contact(5, tasks: ["border"]), ContactRoom.contact(6, country: "FR"),
        ]
        let chain = try chain(contacts)
        #expect(order(chain) == ["Contact 1", "Contact 4", "Contact 2", "Contact 3"])
        #expect(chain.now?.contact.record == ContactRoom.id(4) && chain.now?.sentBy == ContactRoom.id(1))
        #expect(chain.next?.contact.record == ContactRoom.id(2))
        #expect(chain.links.first?.standing.reason == .outOfHours)
    }

    @Test func b51NeverRunsInACircle() throws {
        let contacts = try [
            ContactRoom.contact(1, next: 2), ContactRoom.contact(2, next: 3), ContactRoom.contact(3, next: 1),
            ContactRoom.contact(4, next: 4), ContactRoom.contact(5, next: 77),
        ]
        #expect(try order(chain(contacts)) == (1...5).map { "Contact \($0)" })
    }

    @Test func b51WhoSpeaksTheLanguageComesFirst() throws {
        let contacts = try [
            ContactRoom.contact(1, priority: 1), ContactRoom.contact(2, languages: ["ron", "eng"], priority: 2),
        ]
        let asked = try chain(contacts, language: "ron")
        #expect(order(asked) == ["Contact 2", "Contact 1"])
        #expect(asked.links.map(\.speaks) == [true, false])
    }

    @Test func b51PassesOverAnEmptyPostAndSaysWhy() throws {
        let contacts = try [ContactRoom.contact(1, priority: 1, post: 500), ContactRoom.contact(2, priority: 2)]
        let found = try chain(contacts, vacant: [ContactRoom.id(500)])
        #expect(found.links.first?.standing.reason == .vacant && found.now?.contact.record == ContactRoom.id(2))
    }

    @Test func b51WhereNobodyAnswersItSaysWhoWillFirst() throws {
        let contacts = try [
            ContactRoom.contact(1, "sa 09:00-10:00"), ContactRoom.contact(2, "tu 09:00-10:00", priority: 90),
        ]
        let found = try chain(contacts)
        #expect(found.now == nil && found.next == nil && found.soonest?.contact.record == ContactRoom.id(2))
        #expect(try chain([]).soonest == nil)
    }

    private func test(_ number: Int, _ day: String, _ outcome: String = "answered") throws -> ContactTest {
        let fields: [String: FieldValue] = [
            "contact": .link(ContactRoom.id(1)), "outcome": .code(outcome),
            "tested-on": .period(.day(try #require(CalendarDate(day)))),
        ]
        return try #require(ContactTest(ContactRoom.state(number, "contact-test", "made", fields)))
    }

    @Test func b51ATestCountsForNinetyDaysAndTheLastOneDecides() throws {
        let good = try test(1, "2026-08-25")
        let day = try #require(CalendarDate("2026-11-23"))
        #expect(ContactVerification([good], on: day) == .good(good))
        #expect(ContactVerification([good], on: day.adding(days: 1)) == .old(good))
        let bad = try test(2, "2026-09-01", "wrong-number")
        #expect(ContactVerification([good, bad], on: day) == .bad(bad))
        // One of later than the day is not known of yet.
        #expect(ContactVerification([good, bad], on: try #require(CalendarDate("2026-08-30"))) == .good(good))
        #expect(ContactVerification([], on: day) == .never)
    }

    @Test func b51ARecordWhoseHoursNobodyReadsIsNoContact() throws {
        let fields: [String: FieldValue] = [
            "title": .text("Odd"), "organisation": .link(ContactRoom.id(900)), "country": .code("DE"),
            "tasks": .codes(["any"]), "languages": .codes(["eng"]), "telephone": .text("1"),
            "time-zone": .text("Europe/Berlin"), "hours": .text("planted-open"),
        ]
        #expect(ContactPoint(ContactRoom.state(1, "contact-point", "active", fields)) == nil)
    }
}
