/// A set of linked tables that is asked for as one, and released as one.
package struct TableDefinition: Sendable {
    /// One table: an indicator and what it is broken down by.
    package struct Part: Hashable, Sendable {
        /// Code of an indicator in ``IndicatorBook``.
        package let indicator: String
        /// In the order of the table's dimensions; the total and all margins are sums of its cells.
        package let breakdowns: [Breakdown]

        /// `referrals-by-quarter-organisation-kind-forms`.
        package var name: String { ([indicator, "by"] + breakdowns.map(\.rawValue)).joined(separator: "-") }
    }

    /// Its name in commands and addresses; texts are under `site.tables.<name>`.
    package let name: String
    /// In the order in which they are released.
    package let parts: [Part]
    /// What asks for it, in words that a page may quote.
    package let basis: String
    /// Whether what asks for it was read at its source.
    package let isVerified: Bool

    private init(_ name: String, parts: [Part], basis: String, isVerified: Bool) {
        self.name = name
        self.parts = parts
        self.basis = basis
        self.isVerified = isVerified
    }

    /// The published structure of the United Kingdom's National Referral Mechanism: referrals by kind of responder.
    package static let referrals = TableDefinition(
        "referrals",
        parts: [Breakdown.forms, .ageGroup, .sex, .citizenship].map {
            Part(indicator: "referrals", breakdowns: [.quarter, .organisationKind, $0])
        },
        basis: "Home Office, National Referral Mechanism statistics, quarterly tables", isVerified: true)

    /// What Directive 2011/36/EU asks of registered victims; the article is quoted from memory and marked so.
    package static let registeredVictims = TableDefinition(
        "registered-victims",
        parts: [
            [.year, .registeringOrganisation, .sex, .ageGroup], [.year, .citizenshipGroup, .sex, .ageGroup],
            [.year, .citizenship], [.year, .euForm, .sex, .ageGroup],
        ].map { Part(indicator: "registered-victims", breakdowns: $0) },
        basis: "Directive 2011/36/EU as amended by Directive (EU) 2024/1712, Article 19a(2)(a)", isVerified: false)

    /// Every indicator of the THB Index that can be counted, over time: persons by year, since a person counts once in a
    /// year and the last quarters would always look low; all others by quarter.
    package static let index = TableDefinition(
        "index",
        parts: IndicatorBook.index.filter { !$0.breakdowns.isEmpty }.map { indicator in
            Part(indicator: indicator.code, breakdowns: indicator.once == .year ? [.year] : [.quarter])
        },
        basis: "B85; S2:10", isVerified: true)

    /// Victims in cases by the first and the last country of their way. Nothing of it is seen but through a release: a route
    /// of a few persons is withheld like any small count.
    package static let routes = TableDefinition(
        "routes", parts: [Part(indicator: "victims-in-cases", breakdowns: [.routeFrom, .routeTo])],
        basis: "B54; S3:36", isVerified: true)

    /// Indicator 16.2.2 of the Sustainable Development Goals: victims detected, by sex, age and form. Its first table is one
    /// of the index: what both say of a year is one count (decision 0260).
    package static let developmentGoals = TableDefinition(
        "sdg-16-2-2",
        parts: [[.year], [.year, .sex, .ageGroup, .unodcForm]].map {
            Part(indicator: "registered-victims", breakdowns: $0)
        },
        basis: "B77; S4:220; series VC_HTF_DETV of the United Nations, persons and not the rate by population",
        isVerified: false)

    /// Every ready table.
    package static let all = [referrals, registeredVictims, index, routes, developmentGoals]

    /// - Throws: ``CountingFailure/unknownTable(_:existing:)`` with all names.
    package static func named(_ name: String) throws(CountingFailure) -> TableDefinition {
        guard let found = all.first(where: { $0.name == name }) else {
            throw .unknownTable(name, existing: all.map(\.name))
        }
        return found
    }
}
