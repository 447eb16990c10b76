/// What one row of the columns stands for.
package enum RowKind: String, Sendable, CaseIterable, Hashable {
    /// A status episode of a person.
    case episode
    /// A person in an incident, or a victim in a case.
    case involvement
    case incident
    case file
    /// An organisation that sent something in a period.
    case report
}
