import NumericMethods
import Tables
import TestKit
import Testing

@testable import Disclosure

struct BoxMovesTests {
    /// 60 x 6 x 4 with many small counts: boxes alone open it, and adding their witnesses up proves it.
    @Test func opensAThreeWayTableAlmostWithoutSolves() throws {
        var generator = SeededGenerator(seed: 7)
        var counts: [[Int]: Int] = [:]
        for place in 0..<1440 {
            let (row, column, layer) = (place / 24, place / 4 % 6, place % 4)
            counts[[row, column, layer]] = Int.random(in: 0..<(1 + 120 / (row + 1)), using: &generator)
        }
        let linked = try LinkedTables([
            .counted("t", [.plain("row", 60), .plain("column", 6), .plain("layer", 4)], counts)
        ])
        let bare = pattern(linked)
        var search = ComplementarySearch(bare, moves: BoxMoves(linked))
        try search.run()
        #expect(bare.standings.count { $0 == .primary } > 300)
        let outcome = search.pattern.provingAttack().run(truth: linked.counts, witnesses: search.witnesses)
        #expect(outcome.work.solves < 20)
        #expect(
            search.pattern.counts.indices.allSatisfy { cell in
                !search.pattern.isOpen(cell) || outcome.interval(cell).isAtLeast(4)
            })
    }

    @Test func doesNotBelieveAWitnessThatDoesNotAddUp() throws {
        let linked = try LinkedTables([.matrix("t", "row", "column", [[3, 20, 40], [30, 40, 50], [60, 70, 80]])])
        var open = pattern(linked)
        for cell in linked.counts.indices { open.standings[cell] = .primary }
        let leaf = try #require(linked.counts.firstIndex(of: 3))
        var witness = Witness()
        witness.append(leaf, 4)
        let check = WitnessCheck(open.attack().system, truth: linked.counts, witnesses: [witness])
        #expect(check.high[leaf] == 3)
    }

    private func pattern(_ linked: LinkedTables) -> Pattern {
        Pattern(
            counts: linked.counts, floors: linked.counts.map { min($0, 1) },
            weights: linked.counts.indices.map { Pattern.weight(linked.counts[$0], totals: linked.totals[$0]) },
            widths: linked.counts.map { _ in 4 }, equations: linked.equations,
            standings: linked.counts.map { $0 == 0 ? .known : $0 < 5 ? .primary : .published })
    }
}
