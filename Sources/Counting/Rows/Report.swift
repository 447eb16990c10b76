import Vocabulary

/// An organisation that has at least one row in a period.
struct Report: Hashable, Sendable {
    /// Its number; -1 for rows that no organisation signed.
    let organisation: Int
    /// Nil where the row has no period.
    let period: Period?
    /// Whether it has a row there on which somebody decided.
    let isDecided: Bool
    /// First and last day of the period: asked for often, and slow to work out each time.
    private let days: ClosedRange<Int32>?

    init(organisation: Int, period: Period?, isDecided: Bool) {
        self.organisation = organisation
        self.period = period
        self.isDecided = isDecided
        days = period.map { $0.start.daysSinceEpoch...$0.end.daysSinceEpoch }
    }

    /// Whether it may be of `asked`: its period overlaps with it. A report without a period is of none.
    func overlaps(_ asked: ClosedRange<Int32>) -> Bool { days?.overlaps(asked) ?? false }

    /// Days put together to months, each organisation and month once.
    static func byMonth(_ reports: [Report]) -> [Report] {
        Set(
            reports.map { report in
                Report(
                    organisation: report.organisation, period: report.period.map { $0.coarsened(to: .month) ?? $0 },
                    isDecided: report.isDecided)
            }
        ).sorted { left, right in
            if left.organisation != right.organisation { return left.organisation < right.organisation }
            guard let first = left.period, let second = right.period, first != second else {
                return (left.period == nil ? 0 : 1, left.isDecided ? 1 : 0)
                    < (right.period == nil ? 0 : 1, right.isDecided ? 1 : 0)
            }
            return first < second
        }
    }
}
