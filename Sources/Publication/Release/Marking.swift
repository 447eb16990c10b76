/// Who may be given a document; printed on every page and in every file that leaves the house.
package enum Marking: String, Sendable, CaseIterable, Codable {
    /// Anybody.
    case `public`
    /// The authorities that work with the rapporteur.
    case limited
    /// The rapporteur's staff.
    case restricted
}
