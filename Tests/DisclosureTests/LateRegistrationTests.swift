import NumericMethods
import Tables
import TestKit
import Testing

@testable import Disclosure

/// Two editions of one table, subtracted from each other.
struct LateRegistrationTests {
    private let gate = Gate(rule: ProtectionRule())

    /// The 3 and its rectangle are withheld; 2 of the 12 that the row gained would follow for one of them.
    @Test func withholdsWhatWouldLeaveASmallChangeByItself() throws {
        let first = [[3, 20, 40], [30, 40, 50], [60, 70, 80]]
        let earlier = try gate.release([CountTable.matrix("t", "row", "column", first)])
        let open = (0..<3).filter { if case .published = earlier[0].outcome(at: [0, $0]) { true } else { false } }
        let printed = try #require(open.first)
        var second = first
        second[0][0] += 2
        second[0][printed] += 10
        second[1][1] += 40
        second[2][2] += 40
        second[2][0] += 40
        let later = try gate.release([CountTable.matrix("t", "row", "column", second)], earlier: earlier)
        #expect(try smallDifferences(earlier[0], later[0], first, second) == 0)
    }

    /// One to three in a hundred are registered late, as offices see it.
    @Test(arguments: 0..<12)
    func leavesNoLateRegistrationByItself(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let first = (0..<6).map { _ in (0..<5).map { _ in Int.random(in: 0...40, using: &generator) } }
        let second = first.map { line in
            line.map {
                $0 + (Int.random(in: 0..<4, using: &generator) == 0 ? Int.random(in: 1...9, using: &generator) : 0)
            }
        }
        let earlier = try gate.release([CountTable.matrix("t", "row", "column", first)])
        let later = try gate.release([CountTable.matrix("t", "row", "column", second)], earlier: earlier)
        #expect(try smallDifferences(earlier[0], later[0], first, second) == 0)
        for (then, now) in zip(earlier[0].cells, later[0].cells) {
            if case .published = then.outcome { continue }
            if case .published = now.outcome { Issue.record("published what was withheld") }
        }
    }

    /// Cells whose difference a reader of both editions pins to 1 to 4.
    private func smallDifferences(
        _ earlier: ReleasedTable, _ later: ReleasedTable, _ first: [[Int]], _ second: [[Int]]
    ) throws -> Int {
        let linked = try LinkedTables([CountTable.matrix("t", "row", "column", second)])
        var system = AdditiveSystem(cells: linked.counts.count)
        for (place, cell) in linked.frames[0].cells.enumerated() {
            if case .published(let then) = earlier.cells[place].outcome,
                case .published(let now) = later.cells[place].outcome
            {
                system.fix(Int(cell), at: now - then)
            } else {
                system.required[Int(cell)] = 4
            }
        }
        system.equations = linked.equations
        let outcome = Attack(system: system).run()
        return system.required.indices.count { outcome.lower[$0] >= 1 && outcome.upper[$0] < 5 }
    }
}
