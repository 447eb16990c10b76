package import Tables
package import Vocabulary

/// A table that may be published: what the gate made of a `CountTable`. Nobody else can make one.
package struct ReleasedTable: Sendable {
    /// What the reader of one cell sees.
    package enum Outcome: Hashable, Sendable {
        /// The true count.
        case published(Int)
        /// Withheld because the count itself is small (or zero, where zeros are protected).
        case withheldPrimary
        /// Withheld because a primary one could be computed from it.
        case withheldComplementary
        /// Nobody reported on it: neither zero nor withheld.
        case notReported
    }

    package struct Cell: Hashable, Sendable {
        /// Place of the category in each dimension; nil for the total over it.
        package let coordinates: [Int?]
        package let outcome: Outcome
    }

    package let name: String
    package let unit: CountingUnit
    package let period: Period?
    package let dimensions: [Dimension]
    /// All cells, margins and totals included, totals before parts, in the order of the categories.
    package let cells: [Cell]
    package let rule: ProtectionRule
    /// What the attack audit of the whole set found; always a pass, kept for the method note.
    package let audit: AuditSummary
    package let coverage: Coverage
    package let provenance: Provenance
    private let strides: [Int]

    init(
        table: CountTable, cells: [Cell], rule: ProtectionRule, audit: AuditSummary
    ) {
        name = table.name
        unit = table.unit
        period = table.period
        dimensions = table.dimensions
        self.cells = cells
        self.rule = rule
        self.audit = audit
        coverage = table.coverage
        provenance = table.provenance
        var strides = [Int](repeating: 1, count: dimensions.count)
        for place in dimensions.indices.dropLast().reversed() {
            strides[place] = strides[place + 1] * (dimensions[place + 1].categories.count + 1)
        }
        self.strides = strides
    }

    /// What the reader sees at the category given in each dimension, nil for the total over it.
    ///
    /// - Returns: Nil where there is no such cell: as many places as dimensions are needed.
    package func outcome(at coordinates: [Int?]) -> Outcome? {
        guard coordinates.count == dimensions.count else { return nil }
        var place = 0
        for (dimension, category) in coordinates.enumerated() {
            guard category.map(dimensions[dimension].categories.indices.contains) ?? true else { return nil }
            place += ((category ?? -1) + 1) * strides[dimension]
        }
        return cells[place].outcome
    }
}
