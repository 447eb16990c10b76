import Vocabulary

/// The periods that a table has a category for.
enum PeriodRange {
    /// A century of months: a mistyped year must not make a table of ten thousand rows.
    private static let longest = 1200

    /// Every period of the filter, or from the first found to the last, without gaps: a quarter in which nobody sent
    /// anything is shown as such.
    static func every(_ precision: Period.Precision, in filter: Period?, found: [Period]) -> [Period] {
        let bounds: (first: Period, last: Period)
        if let filter {
            guard filter.precision <= precision else {
                return Array(Set(found)).sorted()
            }
            bounds = (Period(precision, holding: filter.start), Period(precision, holding: filter.end))
        } else if let first = found.min(), let last = found.max() {
            bounds = (first, last)
        } else {
            return []
        }
        var periods: [Period] = []
        var period = bounds.first
        while period <= bounds.last {
            periods.append(period)
            if periods.count > longest { return Array(Set(found)).sorted() }
            period = period.next
        }
        return periods
    }
}
