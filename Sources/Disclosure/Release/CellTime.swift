import Tables
import Vocabulary

/// When the cells of a table are counted: the finest of their time coordinates and of the table's own period.
///
/// One figure can be reached by two ways: as `quarter=2023-Q3` of a table of all quarters, and as the total of a table
/// that was asked for with the period 2023-Q3. Time is therefore a coordinate of the cell, not of the table.
struct CellTime: Sendable {
    /// What one cell of the grid is in time.
    struct Reading {
        /// Nil for all of the time that the register covers.
        var period: Period?
        /// Dimensions of the table that `period` stands for, so that they are no coordinates of their own.
        var absorbed: Set<Int> = []
    }

    private struct TimeDimension {
        let place: Int
        let precision: Period.Precision
        /// By digit; nil for the total and for codes that are no period, such as `unknown`.
        let periods: [Period?]
    }

    private let tablePeriod: Period?
    private let dimensions: [TimeDimension]

    init(period: Period?, dimensions: [Dimension]) {
        tablePeriod = period
        self.dimensions = dimensions.enumerated().compactMap { place, dimension in
            let precision: Period.Precision? =
                switch dimension.name {
                case "year": .year
                case "quarter": .quarter
                case "month": .month
                default: nil
                }
            return precision.map {
                TimeDimension(
                    place: place, precision: $0, periods: [nil] + dimension.categories.map { Period($0.code) })
            }
        }
    }

    func reading(of gridCell: Int, in grid: CellGrid) -> Reading {
        var reading = Reading(period: tablePeriod)
        for dimension in dimensions {
            guard let period = dimension.periods[grid.digit(of: gridCell, in: dimension.place)] else { continue }
            if let found = reading.period, !found.contains(period) { continue }
            reading.period = period
        }
        guard let found = reading.period else { return reading }
        for dimension in dimensions {
            let digit = grid.digit(of: gridCell, in: dimension.place)
            if digit == 0 {
                // A total over years is nothing more than the one year that the quarter is in.
                if dimension.precision <= found.precision { reading.absorbed.insert(dimension.place) }
            } else if let period = dimension.periods[digit], period.contains(found) {
                reading.absorbed.insert(dimension.place)
            }
        }
        return reading
    }
}
