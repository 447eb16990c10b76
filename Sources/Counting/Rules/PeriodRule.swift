/// Which date puts a unit into a year, a quarter or a month.
package enum PeriodRule: String, Sendable, CaseIterable, Hashable {
    /// When it was registered: `registered-on` of an episode, `opened-on` of a case.
    case registration
    /// When its present status was decided.
    case identification
    /// When the exploitation began: `started-on` of the incident.
    case exploitation
}
