import NumericMethods
import Testing

@testable import Statistics

@Suite struct StratifiedEstimateTests {
    /// Persons of each stratum on three independent lists that find each of them with these chances.
    private func reported(_ strata: [(name: String, persons: Int, chances: [Double])], seed: UInt64) throws
        -> ReportedTable
    {
        var generator = SeededGenerator(seed: seed)
        var rows: [[String]] = []
        for stratum in strata {
            let weights = (0..<8).map { history in
                stratum.chances.indices.reduce(1.0) {
                    $0 * (history >> $1 & 1 == 1 ? stratum.chances[$1] : 1 - stratum.chances[$1])
                }
            }
            let counts = MultinomialDraw.counts(persons: stratum.persons, weights: weights, using: &generator)
            for history in 1..<8 {
                rows.append((0..<3).map { String(history >> $0 & 1) } + [stratum.name, String(counts[history])])
            }
        }
        return try CaptureTableReader().read(header: ["A", "B", "C", "sex", "count"], rows: rows)
    }

    @Test func findsTheTruthOfEachStratum() throws {
        let table = try StratifiedTable(
            reported(
                [("f", 4000, [0.3, 0.2, 0.25]), ("m", 2000, [0.1, 0.3, 0.2]), ("x", 60, [0.2, 0.2, 0.2])], seed: 5))
        let estimate = try StratifiedEstimate(table, threshold: 0.001, replicates: 100, seed: 1)
        #expect(estimate.strata.map(\.values) == [["f"], ["m"], ["x"]])
        #expect(abs(estimate.strata[0].estimate - 4000) < 300)
        #expect(abs(estimate.strata[1].estimate - 2000) < 300)
        #expect(abs(estimate.strata[2].estimate - 60) < 45)
        #expect(estimate.total.interval.contains(6060))
        #expect(estimate.spreadOfLists > 0.1)
    }

    @Test func addsUpToTheTotal() throws {
        let table = try StratifiedTable(
            reported([("f", 900, [0.3, 0.2, 0.2]), ("m", 700, [0.2, 0.3, 0.2])], seed: 6))
        let estimate = try StratifiedEstimate(table, threshold: 0.02, replicates: 20, seed: 1)
        let sum = estimate.margins.reduce(0) { $0 + $1.estimate }
        #expect(abs(sum - estimate.total.estimate) < 1e-9 * sum)
        #expect(estimate.strata.reduce(0) { $0 + $1.registered } == estimate.total.registered)
    }

    /// Nothing to borrow from: the estimate is that of the table itself.
    @Test func leavesASingleStratumAsItIs() throws {
        let table = try StratifiedTable(reported([("f", 3000, [0.3, 0.2, 0.25])], seed: 7))
        let estimate = try StratifiedEstimate(table, threshold: 0.001, replicates: 5, seed: 1)
        let whole = try #require(estimate.unstratified.estimate)
        #expect(abs(estimate.total.estimate - whole) < 0.01 * whole)
    }

    /// Strata cut at random differ by chance only: their spread is small, and they share the whole in proportion.
    @Test func poolsStrataThatAreAlike() throws {
        let chances = [0.3, 0.25, 0.2]
        let table = try StratifiedTable(
            reported((1...6).map { ("s\($0)", 300, chances) }, seed: 8))
        let estimate = try StratifiedEstimate(table, threshold: 0.001, replicates: 5, seed: 1)
        #expect(estimate.spreadOfLists < 0.15)
        let alone = estimate.alone.compactMap { $0 }
        let pooledError = estimate.strata.reduce(0) { $0 + abs($1.estimate - 300) }
        #expect(pooledError < alone.reduce(0) { $0 + abs($1 - 300) })
    }

    @Test func givesARateForEvery100000() throws {
        let rate = try Rate(37, 20...74, population: 200_000)
        #expect(rate.estimate == 18.5 && rate.interval == 10...37)
        #expect(throws: StatisticsFailure.self) { try Rate(37, 20...74, population: 12) }
    }
}
