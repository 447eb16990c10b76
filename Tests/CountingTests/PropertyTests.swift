import Mechanisms
import Tables
import TestKit
import Testing
import Vocabulary

@testable import Counting

/// What holds for every ledger, tried on ledgers made from seeds.
struct PropertyTests {
    static let seeds = Array(UInt64(1)...12)

    @Test(arguments: seeds)
    func givesTheSameTotalByEveryBreakdown(seed: UInt64) throws {
        let counter = try Country.counter(RandomStory(seed: seed, steps: 250).story)
        var counted = 0
        for indicator in IndicatorBook.all where !indicator.breakdowns.isEmpty && indicator.once != .askedPeriod {
            let total = try counter.count(indicator.code).total
            counted += total
            for breakdown in indicator.breakdowns {
                let table = try counter.count(indicator.code, by: [breakdown.rawValue])
                #expect(table.total == total, "\(indicator.code) by \(breakdown)")
                #expect(table.cells.allSatisfy { $0.count > 0 })
            }
        }
        #expect(counted > 100)
    }

    @Test(arguments: seeds)
    func givesTheSameMarginsFromALargerCube(seed: UInt64) throws {
        let counter = try Country.counter(RandomStory(seed: seed, steps: 250).story)
        let cube = try counter.count(
            "registered-victims", by: ["quarter", "registering-organisation", "sex", "citizenship", "forms"])
        #expect(cube.total > 5)
        for (place, dimension) in cube.dimensions.enumerated() {
            var margin: [[String]: Int] = [:]
            for (codes, count) in cube.figures { margin[[codes[place]], default: 0] += count }
            #expect(try counter.count("registered-victims", by: [dimension.name]).figures == margin)
        }
    }

    @Test(arguments: seeds)
    func agreesWithThePlainCount(seed: UInt64) throws {
        let story = RandomStory(seed: seed, steps: 250).story
        let counter = try Country.counter(story)
        let plain = PlainCount(story)
        let populations = [
            ("referred-persons", Set(StatusCode.allCases.map(\.name))),
            ("registered-victims", ["presumed", "identified", "declined"]), ("potential-victims", ["potential"]),
        ]
        for (indicator, states) in populations {
            let expected = plain.personsByYear(in: states)
            #expect(!expected.isEmpty)
            let found = try counter.count(indicator, by: ["year"]).figures
            #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.key[0], $0.value) }) == expected, "\(indicator)")
        }
    }

    @Test(arguments: seeds)
    func extendsASnapshotToTheSameBytesAsARebuild(seed: UInt64) throws {
        let story = RandomStory(seed: seed, steps: 200).story
        let whole = try Country.facts(story).snapshot()
        #expect(try Country.facts(story).snapshot() == whole)
        for cut in [0, 1, story.events.count / 3, story.events.count - 1, story.events.count] {
            var first = Facts(lists: try Country.lists())
            for event in story.events[..<cut] { try first.fold(event) }
            var extended = try Facts(snapshot: first.snapshot(), lists: Country.lists()) { _ in "" }
            for event in story.events[cut...] { try extended.fold(event) }
            #expect(try extended.snapshot() == whole)
        }
    }

    @Test(arguments: seeds)
    func countsTheSameOverTheSparseWayAsOverTheDense(seed: UInt64) throws {
        let counter = try Country.counter(RandomStory(seed: seed, steps: 250).story)
        // Sixteen breakdowns have far more than the 2^24 cells of a dense cube.
        let all =
            ["quarter", "month", "registering-organisation", "organisation-kind", "sex", "age-group", "citizenship"]
            + ["citizenship-group", "forms", "main-form", "eu-form", "unodc-form", "route-from", "route-to"]
            + ["phenomenon", "status"]
        let sparse = try counter.count("registered-victims", by: all)
        #expect(sparse.total == (try counter.count("registered-victims").total))
        #expect(sparse.total > 5)
        for (place, name) in all.enumerated() {
            var margin: [[String]: Int] = [:]
            for (codes, count) in sparse.figures { margin[[codes[place]], default: 0] += count }
            #expect(try counter.count("registered-victims", by: [name]).figures == margin)
        }
    }

    @Test(arguments: seeds)
    func leavesNoGapWhereSomethingWasCounted(seed: UInt64) throws {
        let counter = try Country.counter(RandomStory(seed: seed, steps: 60).story)
        let table = try counter.count("registered-victims", by: ["quarter", "registering-organisation"])
        for gap in table.notReported {
            #expect(!table.cells.contains { cell in zip(gap, cell.coordinates).allSatisfy { $0 == nil || $0 == $1 } })
        }
    }
}
