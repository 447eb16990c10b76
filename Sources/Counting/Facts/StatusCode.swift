/// The states of a status episode, in the order in which columns number them.
enum StatusCode: UInt8, CaseIterable, Sendable {
    case signalled, potential, presumed, identified, notIdentified, declined, withdrawn

    /// The state's name in the book of mechanisms.
    var name: String { self == .notIdentified ? "not-identified" : "\(self)" }

    init?(name: String) {
        switch name {
        case "signalled": self = .signalled
        case "potential": self = .potential
        case "presumed": self = .presumed
        case "identified": self = .identified
        case "not-identified": self = .notIdentified
        case "declined": self = .declined
        case "withdrawn": self = .withdrawn
        default: return nil
        }
    }
}
