/// Who is counted, by the status that is in force.
package enum Population: String, Sendable, CaseIterable, Hashable {
    /// Any episode, whatever became of it.
    case referred
    /// Presumed, identified, or declined to be identified: “registered” as Eurostat defines it (crim_thb metadata).
    case registered
    case potential, presumed, identified, declined
    case notIdentified = "not-identified"
    /// Registered, with a link to an earlier episode.
    case retrafficked = "re-trafficked"
    /// Victims in case files, whether or not an episode was opened for them.
    case inCases = "in-cases"
    /// Every record of its kind.
    case all

    /// Statuses that belong to it; nil where the status plays no part.
    var statuses: Set<StatusCode>? {
        switch self {
        case .referred, .inCases, .all: nil
        case .registered, .retrafficked: [.presumed, .identified, .declined]
        case .potential: [.potential]
        case .presumed: [.presumed]
        case .identified: [.identified]
        case .declined: [.declined]
        case .notIdentified: [.notIdentified]
        }
    }

    /// Whether it can be told only where somebody decided: of referrals without decisions it is “not reported”, not zero.
    var restsOnDecisions: Bool {
        switch self {
        case .referred, .potential, .inCases, .all: false
        case .registered, .presumed, .identified, .declined, .notIdentified, .retrafficked: true
        }
    }
}
