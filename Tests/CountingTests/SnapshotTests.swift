import Mechanisms
import Testing
import Vocabulary

@testable import Counting

/// Snapshots that do not fit are refused, with the reason.
struct SnapshotTests {
    private func snapshot() throws -> [UInt8] {
        var facts = try Country.facts(RandomStory(seed: 5, steps: 40).story)
        facts.mark(hash: "ab12")
        return try facts.snapshot()
    }

    @Test func keepsPositionAndHash() throws {
        let facts = try Facts(snapshot: snapshot(), lists: Country.lists()) { _ in "ab12" }
        #expect(facts.position == RandomStory(seed: 5, steps: 40).story.position)
        #expect(facts.ledgerHash == "ab12")
        #expect(try facts.snapshot() == snapshot())
    }

    @Test(arguments: ["cd34", nil])
    func refusesASnapshotOfAnotherLedger(hash: String?) throws {
        #expect(throws: CountingFailure.snapshotUnfit("it was made from another ledger")) {
            try Facts(snapshot: snapshot(), lists: Country.lists()) { _ in hash }
        }
    }

    @Test func refusesASnapshotOfOtherCodeLists() throws {
        let lists = try Country.lists()
        let other = try CountingLists(
            sexes: Country.list("sexes", ["male", "female", "unknown"]), ageGroups: lists.ageGroups,
            countries: lists.countries, forms: lists.forms, phenomena: lists.phenomena,
            organisationKinds: lists.organisationKinds)
        #expect(throws: CountingFailure.snapshotUnfit("the code lists have changed")) {
            try Facts(snapshot: snapshot(), lists: other) { _ in "ab12" }
        }
    }

    @Test func refusesASnapshotOfAnotherHorizon() throws {
        #expect(throws: CountingFailure.snapshotUnfit("it was made for another horizon")) {
            try Facts(snapshot: snapshot(), lists: Country.lists(), horizon: Horizon(position: 3)) { _ in "ab12" }
        }
    }

    @Test(arguments: [0, 1, 7, 8, 100])
    func refusesASnapshotThatIsCutShort(count: Int) throws {
        let bytes = Array(try snapshot().prefix(count))
        #expect(throws: CountingFailure.self) { try Facts(snapshot: bytes, lists: Country.lists()) { _ in "ab12" } }
    }

    @Test func refusesASnapshotInWhichAnyByteWasChanged() throws {
        let bytes = try snapshot()
        for place in stride(from: 0, to: bytes.count, by: 97) {
            var changed = bytes
            changed[place] ^= 4
            #expect(throws: CountingFailure.self, "byte \(place)") {
                try Facts(snapshot: changed, lists: Country.lists()) { _ in "ab12" }
            }
        }
    }
}
