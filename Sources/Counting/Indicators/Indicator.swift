package import Tables

/// What an indicator counts and by which rule, as a declaration: no indicator has code of its own.
package struct Indicator: Sendable {
    /// What a rise of it means by itself.
    package enum Direction: String, Sendable, CaseIterable {
        case higherIsBetter = "higher-is-better"
        case lowerIsBetter = "lower-is-better"
        /// More may be more crime or more looking: neither good nor bad (B100).
        case neither
    }

    /// From what it is counted.
    package enum Source: Sendable {
        /// Rows of a kind that belong to a population; of these only one category of one breakdown, where one is named.
        case records(RowKind, Population, only: Only? = nil)
        /// Nothing in the ledger can say it yet: it is shown as “not reported”, never as zero.
        case notYet
    }

    /// A restriction to one category.
    package struct Only: Sendable {
        /// By what it is restricted.
        package let breakdown: Breakdown
        /// The one category that counts.
        package let code: String
    }

    /// Its name in commands, addresses and files; texts are under `site.indicators.<code>` in the language files.
    package let code: String
    /// Raised when the rule changes; part of every table's provenance.
    package let version: Int
    /// What one of it is; figures of two units are never added.
    package let unit: CountingUnit
    /// Rows and population, or nothing yet.
    package let source: Source
    /// Trafficking or smuggling.
    package let phenomenon: PhenomenonScope
    /// Within what a person counts once.
    package let once: OncePer
    /// Which date decides the period.
    package let periodRule: PeriodRule
    /// How a rise is to be read.
    package let direction: Direction
    /// The mechanism of the book whose records it rests on.
    package let mechanism: String
    /// Where the founding documents ask for it.
    package let reference: String
    /// Whether it is one of the at most 20 of the THB Index.
    package let isInIndex: Bool

    init(
        _ code: String, version: Int = 1, unit: CountingUnit, from source: Source,
        phenomenon: PhenomenonScope = .trafficking, once: OncePer, periodRule: PeriodRule = .registration,
        direction: Direction = .neither, mechanism: String, reference: String, isInIndex: Bool = true
    ) {
        self.code = code
        self.version = version
        self.unit = unit
        self.source = source
        self.phenomenon = phenomenon
        self.once = once
        self.periodRule = periodRule
        self.direction = direction
        self.mechanism = mechanism
        self.reference = reference
        self.isInIndex = isInIndex
    }

    /// What it may be broken down by; nothing where it cannot be counted yet.
    package var breakdowns: [Breakdown] {
        switch source {
        case .records(let kind, _, _): Breakdown.available(for: kind)
        case .notYet: []
        }
    }

    /// Key of its title in the language files; `.definition` and `.caveat` lie beside it.
    package var titleKey: String { "site.indicators.\(code).title" }
    /// Key of its definition.
    package var definitionKey: String { "site.indicators.\(code).definition" }
}
