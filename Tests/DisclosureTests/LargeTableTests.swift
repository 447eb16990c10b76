import NumericMethods
import TestKit
import Testing

@testable import Disclosure

/// Tables of 50,000 cells, held down by counts of work, which are the same on every machine.
struct LargeTableTests {
    /// 223 x 223 with margins, small counts printed as `<5`: some 22,000 withheld cells in one block.
    @Test func settlesAllCellsOfALargeTwoWayTableInFewSolves() throws {
        let report = try PlainAudit(layout: PlainLayout(value: "n")).report(on: [table([223, 223], mean: 20)])
        #expect(report.summary.cells == 50_176)
        #expect(report.summary.withheld > 20_000)
        #expect(report.undecided == 0)
        #expect(report.work.largestBlock > 20_000)
        #expect(report.work.solves < 100)
        #expect(report.work.equationVisits < 5_000)
    }

    /// A skewed table, the small counts of which are printed as `<5`.
    private func table(_ extents: [Int], mean: Int) -> PlainTable {
        var generator = SeededGenerator(seed: 1)
        let shares = extents.map { extent in
            let weights = (0..<extent).map { 1 / Double($0 + 1) }
            let mean = weights.reduce(0, +) / Double(extent)
            return weights.map { $0 / mean }
        }
        var counts = [Int](repeating: 0, count: extents.reduce(1) { $0 * ($1 + 1) })
        for leaf in 0..<extents.reduce(1, *) {
            let digits = digits(leaf, extents)
            var expected = Double(mean)
            for (dimension, digit) in digits.enumerated() { expected *= shares[dimension][digit] }
            let count = Int(expected * Double.random(in: 0...2, using: &generator))
            for summed in 0..<(1 << extents.count) {
                var place = 0
                for (dimension, extent) in extents.enumerated() {
                    place = place * (extent + 1) + (summed >> dimension & 1 == 1 ? extent : digits[dimension])
                }
                counts[place] += count
            }
        }
        let wide = extents.map { $0 + 1 }
        return PlainTable(
            name: "t", header: extents.indices.map { "d\($0)" } + ["n"],
            rows: counts.enumerated().map { place, count in
                let names = zip(digits(place, wide), extents).map { $0 == $1 ? "Total" : "k\($0)" }
                return names + [(1..<5).contains(count) ? "<5" : String(count)]
            })
    }

    private func digits(_ place: Int, _ extents: [Int]) -> [Int] {
        var rest = place
        var digits: [Int] = []
        for extent in extents.reversed() {
            digits.append(rest % extent)
            rest /= extent
        }
        return digits.reversed()
    }
}
