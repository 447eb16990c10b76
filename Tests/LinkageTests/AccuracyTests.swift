import Testing

@testable import Linkage

/// Pairwise F1 against truth that others published, with roles alone and at the default threshold.
@Suite(.serialized, .enabled(if: KnownTruth.all.contains(where: \.isHere))) struct AccuracyTests {
    @Test(arguments: KnownTruth.all.filter(\.isHere))
    func reachesTheBestOfThePeersWithRolesAlone(_ set: KnownTruth) throws {
        let (table, keys) = try set.table()
        let result = try LinkRun(table) { "\($0)" }.finish()
        let truth = set.truePairs(keys, table)
        let hits = result.pairs.count { keys[$0.first] == keys[$0.second] }
        let f1 = 2 * Double(hits) / Double(result.pairs.count + truth)
        #expect(f1 >= set.leastF1, "\(f1)")
    }
}
