/// The ways in which counts may be broken down; each is exclusive: a unit falls into one category of it.
package enum Breakdown: String, Sendable, CaseIterable, Hashable {
    /// Of the date that the indicator's period rule names. A source that gave a coarser period counts as `unknown`.
    case year, quarter, month
    /// The organisation of the record that counts: of several, the first in the period.
    case registeringOrganisation = "registering-organisation"
    case organisationKind = "organisation-kind"
    case sex
    /// Child or adult when the exploitation happened.
    case ageGroup = "age-group"
    /// Child or adult when the status was decided.
    case ageGroupAtIdentification = "age-group-at-identification"
    /// One known citizenship counts as it, several as `several`.
    case citizenship
    /// National before European Union before other, by any of the citizenships.
    case citizenshipGroup = "citizenship-group"
    /// The exact combination of top-level forms: `forced-labour+criminal-activities`.
    case forms
    /// The top-level form marked as main, else by the stated order of precedence.
    case mainForm = "main-form"
    case euForm = "eu-form"
    case unodcForm = "unodc-form"
    /// The first country of the way on which persons were moved, as its legs say it.
    case routeFrom = "route-from"
    /// The last one.
    case routeTo = "route-to"
    case phenomenon
    case status

    /// Whether its categories are periods.
    var isPeriod: Bool { self == .year || self == .quarter || self == .month }

    /// Those that rows of a kind can be broken down by.
    static func available(for kind: RowKind) -> [Breakdown] {
        switch kind {
        case .episode: allCases
        case .involvement:
            [
                .year, .quarter, .month, .registeringOrganisation, .organisationKind, .sex, .citizenship,
                .citizenshipGroup, .forms, .mainForm, .euForm, .unodcForm, .routeFrom, .routeTo, .phenomenon,
            ]
        case .incident:
            [
                .year, .quarter, .month, .registeringOrganisation, .organisationKind, .forms, .mainForm, .euForm,
                .unodcForm, .routeFrom, .routeTo, .phenomenon,
            ]
        case .file: [.year, .quarter, .month, .registeringOrganisation, .organisationKind, .phenomenon]
        case .report: [.year, .quarter, .month, .registeringOrganisation, .organisationKind]
        }
    }
}
