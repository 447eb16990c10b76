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
    }
}

/// The stated protection of a release.
package struct ProtectionRule: Hashable, Sendable {
    /// Counts from 1 to one below it are withheld.
    package let threshold: Int
    /// Withhold zeros too.
    package let protectsZeros: Bool
    /// The narrowest interval of values that a withheld cell may be pinned to, as upper end minus lower end.
    package let minimumWidth: Int

    package init(threshold: Int = 5, protectsZeros: Bool = false, minimumWidth: Int? = nil) {
        self.threshold = threshold
        self.protectsZeros = protectsZeros
        self.minimumWidth = minimumWidth ?? max(1, threshold - 1)
    }
}

/// What an attacker who reads everything published can do to the withheld cells.
package struct AuditSummary: Hashable, Sendable {
    package let cells: Int
    package let withheld: Int
    package let exactlyRecoverable: Int
    /// Pinned to an interval narrower than the rule's `minimumWidth`, exact ones not counted here.
    package let narrow: Int
    /// Published sums that do not add up.
    package let inconsistent: Int

    package init(cells: Int, withheld: Int, exactlyRecoverable: Int, narrow: Int, inconsistent: Int) {
        self.cells = cells
        self.withheld = withheld
        self.exactlyRecoverable = exactlyRecoverable
        self.narrow = narrow
        self.inconsistent = inconsistent
    }
}
