import Vocabulary

/// Picks the rows by which a person who has several is counted.
///
/// The first in the period decides; of two, the first is the one that was over earlier, so a source that only knows the
/// year never goes before one that knows the day. A row whose period is coarser than the one asked for counts only where
/// nothing of the person is known inside it, and a row without a period only where nothing else of the person counts:
/// a vague record never adds a person whom a precise one has already counted.
struct FirstInPeriod {
    /// Nil for once in all.
    private let precision: Period.Precision?
    private let periods: PeriodColumn
    /// By number of a period: the period asked for that it lies in, as a number; -1 where that is not known.
    private let asked: [Int32]
    /// Persons with more records than this are rare, and comparing each with each would take its square.
    private static let mostCompared = 24

    /// - Parameter precision: Of the periods in each of which a person counts once; nil for once in all.
    init(precision: Period.Precision?, periods: PeriodColumn) {
        self.precision = precision
        self.periods = periods
        asked = periods.periods.map { period in
            guard let period else { return -1 }
            guard let precision else { return 0 }
            return period.coarsened(to: precision)?.start.daysSinceEpoch ?? -1
        }
    }

    /// 1 for rows that count, 0 for the others, by row after `rows.lowerBound`.
    ///
    /// - Parameters:
    ///   - group: By row; rows of one group are together.
    ///   - mayCount: Whether a row belongs to the population.
    func choose(_ rows: Range<Int>, group: [Int32], mayCount: (Int) -> Bool) -> [UInt8] {
        let numbers = rows.map { periods.column[$0] }
        // 1 for rows of the population at first; those that give way to another are then taken out.
        var chosen = rows.map { mayCount($0) ? UInt8(1) : 0 }
        var start = 0
        while start < rows.count {
            var end = start + 1
            while end < rows.count, group[rows.lowerBound + end] == group[rows.lowerBound + start] { end += 1 }
            let member = start..<end
            if member.count > FirstInPeriod.mostCompared || member.contains(where: { asked[numbers[$0]] < 0 }) {
                let kept = choose(member.filter { chosen[$0] == 1 }, numbers)
                for row in member { chosen[row] = kept.contains(row) ? 1 : 0 }
            } else {
                leaveFirst(member, numbers, &chosen)
            }
            start = end
        }
        return chosen
    }

    /// The common case, without a list made for it: every row lies in a known period, and of two in the same one the
    /// later gives way.
    private func leaveFirst(_ member: Range<Int>, _ numbers: [Int], _ chosen: inout [UInt8]) {
        for row in member where chosen[row] == 1 {
            for other in member
            where other != row && chosen[other] == 1 && asked[numbers[other]] == asked[numbers[row]] {
                if (numbers[other], other) < (numbers[row], row) {
                    chosen[row] = 0
                    break
                }
            }
        }
    }

    private func choose(_ rows: [Int], _ numbers: [Int]) -> Set<Int> {
        let dated = rows.compactMap { row in periods.periods[numbers[row]].map { (row: row, period: $0) } }
            .sorted { (numbers[$0.row], $0.row) < (numbers[$1.row], $1.row) }
        guard let first = dated.first else { return Set(rows.prefix(1)) }
        guard let precision else { return [first.row] }
        var counted: [(row: Int, period: Period)] = []
        // The precise ones first, then the vague, from the finer to the coarser.
        let vague = dated.filter { $0.period.precision < precision }
        for entry in dated.filter({ $0.period.precision >= precision })
            + vague.sorted(by: { $0.period.precision > $1.period.precision })
        {
            let asked = entry.period.coarsened(to: precision) ?? entry.period
            if !counted.contains(where: { asked.contains($0.period) }) { counted.append((entry.row, asked)) }
        }
        return Set(counted.map(\.row))
    }
}
