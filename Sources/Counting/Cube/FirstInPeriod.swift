import Vocabulary

/// Picks the rows by which a person who has several is counted.
///
/// The first in the period decides; of two, the first is the one that was over earlier, so a source that only knows the
/// year never goes before one that knows the day. A row whose period is coarser than the one asked for counts only where
/// nothing of the person is known inside it, and a row without a period only where nothing else of the person counts:
/// a vague record never adds a person whom a precise one has already counted.
struct FirstInPeriod {
    /// Nil for once in all.
    let precision: Period.Precision?
    let periods: PeriodColumn

    /// 1 for rows that count, 0 for the others, by row after `rows.lowerBound`.
    ///
    /// - Parameters:
    ///   - group: By row; rows of one group are together.
    ///   - mayCount: Whether a row belongs to the population.
    func choose(_ rows: Range<Int>, group: [Int32], mayCount: (Int) -> Bool) -> [UInt8] {
        var chosen = [UInt8](repeating: 0, count: rows.count)
        var start = rows.lowerBound
        while start < rows.upperBound {
            var end = start + 1
            while end < rows.upperBound, group[end] == group[start] { end += 1 }
            for row in choose((start..<end).filter(mayCount)) { chosen[row - rows.lowerBound] = 1 }
            start = end
        }
        return chosen
    }

    private func choose(_ rows: [Int]) -> [Int] {
        guard rows.count > 1 else { return rows }
        let dated = rows.compactMap { row in periods.periods[periods.column[row]].map { (row: row, period: $0) } }
            .sorted { ($0.period.end, $0.period.start, $0.row) < ($1.period.end, $1.period.start, $1.row) }
        guard let first = dated.first else { return [rows[0]] }
        guard let precision else { return [first.row] }
        var counted: [(row: Int, period: Period)] = []
        // The precise ones first, then the vague, from the finer to the coarser.
        for entry in dated.filter({ $0.period.precision >= precision })
            + dated.filter({ $0.period.precision < precision }).sorted(by: { $0.period.precision > $1.period.precision }
            )
        {
            let asked = entry.period.coarsened(to: precision) ?? entry.period
            if !counted.contains(where: { asked.contains($0.period) }) { counted.append((entry.row, asked)) }
        }
        return counted.map(\.row)
    }
}
