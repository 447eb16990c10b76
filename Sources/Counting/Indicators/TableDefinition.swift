/// A set of linked tables that is asked for as one: the same indicator, broken down in several ways.
package struct TableDefinition: Sendable {
    /// Its name in commands and addresses; texts are under `site.tables.<name>`.
    package let name: String
    package let indicator: String
    /// One table each; the total and all margins are sums of its cells.
    package let breakdowns: [[Breakdown]]
    /// What obliges to it, in words that a page may quote.
    package let basis: String
    /// Whether the legal text was read at its source.
    package let isVerified: Bool

    /// What Directive 2011/36/EU asks of registered victims; the article is quoted from memory and marked so.
    package static let registeredVictims = TableDefinition(
        name: "registered-victims", indicator: "registered-victims",
        breakdowns: [
            [.year, .registeringOrganisation, .sex, .ageGroup],
            [.year, .citizenshipGroup, .sex, .ageGroup],
            [.year, .citizenship],
            [.year, .euForm, .sex, .ageGroup],
        ],
        basis: "Directive 2011/36/EU as amended by Directive (EU) 2024/1712, Article 19a(2)(a)", isVerified: false)

    /// The published structure of the United Kingdom's National Referral Mechanism: referrals by kind of first responder.
    package static let referrals = TableDefinition(
        name: "referrals", indicator: "referrals",
        breakdowns: [
            [.quarter, .organisationKind, .forms], [.quarter, .organisationKind, .ageGroup],
            [.quarter, .organisationKind, .sex], [.quarter, .organisationKind, .citizenship],
        ],
        basis: "Home Office, National Referral Mechanism statistics, quarterly tables", isVerified: true)

    package static let all = [referrals, registeredVictims]

    /// - Throws: ``CountingFailure/unknownTable(_:existing:)`` with all names.
    package static func named(_ name: String) throws(CountingFailure) -> TableDefinition {
        guard let found = all.first(where: { $0.name == name }) else {
            throw .unknownTable(name, existing: all.map(\.name))
        }
        return found
    }

    /// The name of one of its tables: `referrals-by-quarter-organisation-kind-forms`.
    package func name(of breakdowns: [Breakdown]) -> String {
        ([name, "by"] + breakdowns.map(\.rawValue)).joined(separator: "-")
    }
}
