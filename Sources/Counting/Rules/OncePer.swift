/// Within what a person is counted once, whoever else has a file on them.
package enum OncePer: String, Sendable, CaseIterable, Hashable {
    /// Every record counts.
    case record
    /// Once a year: the first in the year decides every breakdown, so quarters add up to the year.
    case year = "person-year"
    /// Once a quarter; quarters do not add up to a year.
    case quarter = "person-quarter"
    /// Once in all: the first ever.
    case overall = "person"
    /// Once in each period asked for: that of the finest period breakdown, else that of the filter, else in all.
    case askedPeriod = "asked-period"
}
