import NumericMethods
import Testing

@testable import Linkage

@Suite struct GroupingTests {
    private func groups(
        _ links: [(Int, Int, Float)], records: Int, source: [UInt8]? = nil, rules: GroupingRules = GroupingRules()
    ) -> [[Int]] {
        let pairs = links.map {
            ScoredPair(first: UInt32(max($0.0, $0.1)), second: UInt32(min($0.0, $0.1)), logOdds: $0.2)
        }
        let grouping = Grouping(
            records: records, source: source ?? [UInt8](repeating: 0, count: records), rules: rules, threshold: 0,
            score: { _, _ in -8 })
        return grouping.groups(pairs)
    }

    @Test func aChainOfLikenessesIsNoPerson() {
        #expect(groups([(0, 1, 6), (1, 2, 2)], records: 3) == [[0, 1]])
        #expect(groups([(0, 1, 6), (1, 2, 9), (0, 2, 1)], records: 3) == [[0, 1, 2]])
    }

    @Test func recordsThatAreTwoPersonsStayApart() {
        let all: [(Int, Int, Float)] = [(0, 1, 6), (1, 2, 7), (0, 2, 6)]
        let found = groups(all, records: 3, rules: GroupingRules(apart: [(0, 1)]))
        #expect(found == [[1, 2]])
    }

    @Test func recordsThatAreOnePersonStayTogether() {
        #expect(groups([], records: 4, rules: GroupingRules(together: [(1, 3)])) == [[1, 3]])
    }

    @Test func aSourceWithoutDuplicatesIsJoinedOnceAtMost() {
        // The better sum is 0–3 with 1–2 (5 + 5), although 0–2 is the best pair.
        let links: [(Int, Int, Float)] = [(0, 2, 6), (0, 3, 5), (1, 2, 5)]
        let found = groups(links, records: 4, source: [0, 0, 1, 1], rules: GroupingRules(uniqueSources: [0, 1]))
        #expect(found == [[0, 3], [1, 2]])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func theOrderOfPairsDoesNotMatter(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var links: [(Int, Int, Float)] = []
        for first in 1..<30 {
            for second in 0..<first where Int.random(in: 0..<8, using: &generator) == 0 {
                links.append((first, second, Float.random(in: -6...9, using: &generator)))
            }
        }
        let found = groups(links, records: 30)
        #expect(groups(links.shuffled(using: &generator), records: 30) == found)
        #expect(Set(found.flatMap { $0 }).count == found.flatMap { $0 }.count)
    }

    /// Ten thousand records that say the same, each compared with a few: no square of their number, and what is known holds.
    @Test func aPartTooLargeToBeAPersonIsCutAndComesToAnEnd() {
        let links = (1..<10_000).flatMap { record in
            (max(0, record - 3)..<record).map { ($0, record, Float(record % 7 + 3)) }
        }
        let found = groups(links, records: 10_000, rules: GroupingRules(together: [(4, 9_000)]))
        #expect(found.allSatisfy { $0.count <= 2 * OversizedPart.mostInPiece } && found.count > 190)
        #expect(found.contains { $0.contains(4) && $0.contains(9_000) })
        #expect(Set(found.flatMap { $0 }).count == found.flatMap { $0 }.count)
    }

    @Test func aPairThatAloneHoldsAGroupIsFlagged() {
        let strong: Set<[Int]> = [[0, 1], [0, 2], [1, 2], [3, 4], [3, 5], [4, 5]]
        let group = PersonGroup([0, 1, 2, 3, 4, 5], names: { "\($0)" }, threshold: 0.5) { first, second in
            strong.contains([min(first, second), max(first, second)])
                ? 0.99 : [first, second].sorted() == [2, 3] ? 0.6 : 0.1
        }
        #expect(group.weakBridges.map { [$0.first, $0.second].sorted() } == [[2, 3]])
        #expect(group.weakest == 0.1)
    }

    @Test func idsAreCarriedToTheGroupThatKeptMostRecords() {
        func group(_ records: [Int]) -> PersonGroup {
            PersonGroup(records, names: { "r\($0)" }, threshold: 0.5) { _, _ in 1 }
        }
        let first = group([1, 2, 3])
        let earlier = Dictionary(uniqueKeysWithValues: first.records.map { ("r\($0)", first.id) })
        let grown = GroupIdentity.carried([group([0, 1, 2, 3])], from: earlier) { "r\($0)" }
        #expect(grown[0].id == first.id)
        let split = GroupIdentity.carried([group([1, 9]), group([2, 3])], from: earlier) { "r\($0)" }
        #expect(split[1].id == first.id)
        #expect(split[0].id != first.id)
    }
}
