import NumericMethods
import TestKit
import Testing
import Vocabulary

@testable import Counting

/// Which of a person's records count, worked by hand and by comparing each with each.
struct FirstInPeriodTests {
    private func chosen(_ periods: [String?], within precision: Period.Precision?) -> [Int] {
        let column = PeriodColumn(packed: periods.map { PackedPeriod($0.map(period)).bits })
        let marks = FirstInPeriod(precision: precision, periods: column).choose(
            0..<periods.count, group: periods.map { _ in 7 }, mayCount: { _ in true })
        return marks.indices.filter { marks[$0] == 1 }
    }

    @Test(
        arguments: [
            (["2023-08-01", "2023-02-01", "2023-02-01", "2024-01-01"], .year, [1, 3]),
            (["2023-08-01", "2023-02-01", "2023-09-01"], .quarter, [0, 1]),
            (["2023-08-01", "2023-02-01", nil], nil, [1]),
            // The year may have been any day of it: the quarter was over earlier, so it is the first.
            (["2023", "2023-Q2"], .year, [1]),
            (["2023", "2023-Q2"], .quarter, [1]),
            (["2023", "2022-Q4", "2023", nil], .quarter, [0, 1]),
            // By month, a quarter is vague; it holds the month that is known, and the year holds both.
            (["2023", "2023-Q2", "2023-05"], .month, [2]),
            (["2023", "2023-Q2", "2023-09"], .month, [1, 2]),
            ([nil, nil], .year, [0]),
            ([nil, "2023"], .year, [1]),
        ] as [([String?], Period.Precision?, [Int])])
    func choosesTheFirst(periods: [String?], precision: Period.Precision?, rows: [Int]) {
        #expect(chosen(periods, within: precision) == rows)
    }

    @Test func choosesTheSameForAPersonWithManyRecords() {
        var generator = SeededGenerator(seed: 3)
        let days = (0..<60).map { _ in "2023-0\(1 + generator.next() % 9)-1\(generator.next() % 10)" }
        var firsts: [Int] = []
        for row in days.indices
        where !days.indices.contains(where: { other in
            days[other].prefix(7) == days[row].prefix(7) && (days[other], other) < (days[row], row)
        }) {
            firsts.append(row)
        }
        #expect(firsts.count > 5)
        #expect(chosen(days, within: .month) == firsts)
        // Twenty are compared each with each, sixty are sorted: the same twenty must come out of both.
        let few = Array(days.prefix(20))
        #expect(chosen(few + few + few, within: .month) == chosen(few, within: .month))
    }

    @Test func leavesOutRowsThatDoNotBelongBeforeItChooses() {
        let column = PeriodColumn(packed: ["2023-01", "2023-02"].map { PackedPeriod(period($0)).bits })
        let marks = FirstInPeriod(precision: .year, periods: column).choose(
            0..<2, group: [1, 1], mayCount: { $0 == 1 })
        #expect(marks == [0, 1])
    }
}
