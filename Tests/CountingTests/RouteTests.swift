import Mechanisms
import Testing
import Vocabulary

@testable import Counting

/// B54: persons by the first and the last country of their way, worked by hand.
struct RouteTests {
    private func leg(
        _ story: inout Story, of incident: RecordID, _ ordinal: Int, _ from: String?, _ to: String?
    ) {
        let fields: [String: FieldValue?] = [
            "incident": .link(incident), "ordinal": .integer(ordinal), "from": from.map { .code($0) },
            "to": to.map { .code($0) },
        ]
        story.open("route-leg", "recorded", fields.compactMapValues(\.self))
    }

    private func count(_ story: Story) throws -> [[String]: Int] {
        try Country.counter(story).count("victims-in-cases", by: ["route-from", "route-to"]).figures
    }

    private func incident(_ story: inout Story, persons: Int = 1) -> RecordID {
        let file = story.open(
            "case", "open", ["phenomenon": .code("trafficking"), "opened-on": .period(period("2023-01-05"))])
        return story.incident((0..<persons).map { _ in story.person() }, file: file)
    }

    @Test func b54AWayOfManyLegsIsOneRouteInTheOrderOfItsLegs() throws {
        var story = Story()
        let one = incident(&story, persons: 3)
        leg(&story, of: one, 2, "RO", "FR")
        leg(&story, of: one, 1, "NG", "RO")
        leg(&story, of: one, 3, "FR", "GB")
        #expect(try count(story) == [["NG", "GB"]: 3])
    }

    @Test(
        arguments: [
            (nil, "GB", ["not-reported", "GB"]), ("NG", nil, ["NG", "not-reported"]),
            ("XX", "GB", ["not-on-list", "GB"]),
            ("unknown", "GB", ["unknown", "GB"]),
        ] as [(String?, String?, [String])])
    func b54WhatIsNotKnownOfAWayIsNoCountry(from: String?, to: String?, expected: [String]) throws {
        var story = Story()
        let one = incident(&story)
        leg(&story, of: one, 1, from, to)
        #expect(try count(story) == [expected: 1])
    }

    @Test func b54APersonWithoutALegHasARouteThatNobodyReported() throws {
        var story = Story()
        _ = incident(&story)
        #expect(try count(story) == [["not-reported", "not-reported"]: 1])
    }

    @Test func b54ALegOfAnIncidentThatIsNotThereCountsNowhere() throws {
        var story = Story()
        leg(&story, of: RecordID(high: 7, low: 7), 1, "NG", "GB")
        #expect(try count(story).isEmpty)
    }

    @Test func b54RoutesAreInASnapshotToo() throws {
        var story = Story()
        let one = incident(&story)
        leg(&story, of: one, 1, "NG", "GB")
        let bytes = try Country.facts(story).snapshot()
        let again = try Facts(snapshot: bytes, lists: Country.lists()) { _ in "" }
        let table = try Counter(facts: again, settings: Country.settings())
            .count("victims-in-cases", by: ["route-from", "route-to"])
        #expect(table.figures == [["NG", "GB"]: 1])
    }
}
