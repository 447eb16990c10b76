/// What is counted. A count is always of one named unit; two units are never added or put in one column.
package enum CountingUnit: String, Sendable, CaseIterable, Hashable {
    /// Persons, each once by the counting rule, linked records of one person together.
    case person
    /// Case files.
    case `case`
    /// Events of trafficking or exploitation.
    case incident
    /// Decisions or declarations on the status of a person.
    case statusEpisode = "status-episode"
    /// Referrals received: one person referred twice is two.
    case referral
    /// Organisations, as who reports.
    case organisation
    /// Screenings of persons against agreed criteria.
    case screening
}
