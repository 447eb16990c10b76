package import Vocabulary

/// Counts of one unit, before protection: true figures, for the staff who may see them and for the gate.
///
/// Holds the leaves only; margins are sums of leaves and are formed where they are needed, so they cannot disagree.
/// Missing is not zero: a leaf without a cell is a counted zero, unless `notReported` covers it.
package struct CountTable: Sendable {
    /// One leaf count: the place of its category in each dimension, in the order of the dimensions.
    package struct Cell: Hashable, Sendable {
        package let coordinates: [Int]
        /// In the unit of the table; more than 0.
        package let count: Int

        package init(coordinates: [Int], count: Int) {
            self.coordinates = coordinates
            self.count = count
        }
    }

    /// Its name in commands, files and addresses: `victims-by-organisation`.
    package let name: String
    package let unit: CountingUnit
    /// All of the time that it covers.
    package let period: Period?
    package let dimensions: [Dimension]
    /// In the order of their coordinates, without zeros.
    package let cells: [Cell]
    /// Parts that nobody reported on: a category per dimension, nil for all of them.
    package let notReported: [[Int?]]
    /// Units that may belong to `period` and may not, since their source gave a coarser one or none; in no cell.
    package let unplaced: Int
    package let coverage: Coverage
    package let provenance: Provenance

    package init(
        name: String, unit: CountingUnit, period: Period?, dimensions: [Dimension], cells: [Cell],
        notReported: [[Int?]] = [], coverage: Coverage, provenance: Provenance, unplaced: Int = 0
    ) {
        self.name = name
        self.unit = unit
        self.period = period
        self.dimensions = dimensions
        // A cube comes in order and without zeros; to look is a tenth of the work of sorting a quarter of a million cells.
        let isInOrder =
            cells.allSatisfy { $0.count != 0 }
            && zip(cells, cells.dropFirst()).allSatisfy { $0.coordinates.lexicographicallyPrecedes($1.coordinates) }
        self.cells =
            isInOrder
            ? cells
            : cells.filter { $0.count != 0 }.sorted { $0.coordinates.lexicographicallyPrecedes($1.coordinates) }
        self.notReported = notReported
        self.coverage = coverage
        self.provenance = provenance
        self.unplaced = unplaced
    }

    /// The sum of all leaves, in the unit of the table.
    package var total: Int { cells.reduce(0) { $0 + $1.count } }
}

/// Who reported, of those who should have.
package struct Coverage: Hashable, Sendable {
    /// Names of the organisations whose records the count rests on, sorted.
    package let reporting: [String]
    /// Names of the organisations that had a mandate to register and sent nothing for the period, sorted.
    package let silent: [String]

    package init(reporting: [String], silent: [String]) {
        self.reporting = reporting.sorted()
        self.silent = silent.sorted()
    }
}

/// Enough to make the same bytes again.
package struct Provenance: Hashable, Sendable {
    /// Name and version of the counting rule: `registered-persons 1`. Tables of one rule, ledger position and day in force
    /// count the same units: an attacker puts them side by side, and so does the gate.
    package let rule: String
    /// Names and versions of the rules that put units into the buckets of single breakdowns: `eu-form 1`.
    package let breakdownRules: [String]
    /// The ledger counted up to here, this event included.
    package let ledgerPosition: Int64
    /// Hash of that event, hexadecimal; empty for a table that no ledger made.
    package let ledgerHash: String
    /// What was in force on this day; nil for the latest.
    package let effectiveOn: CalendarDate?

    package init(
        rule: String, breakdownRules: [String] = [], ledgerPosition: Int64, ledgerHash: String,
        effectiveOn: CalendarDate? = nil
    ) {
        self.rule = rule
        self.breakdownRules = breakdownRules
        self.ledgerPosition = ledgerPosition
        self.ledgerHash = ledgerHash
        self.effectiveOn = effectiveOn
    }
}
