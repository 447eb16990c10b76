/// What two records can be to one another: the classes of the mixture that is fitted.
enum PairClass: Int, CaseIterable {
    /// One person.
    case same
    /// Two persons of one household or one incident: they share a family name, an address, a place, a telephone.
    case related
    /// Two persons of one origin: their names are of one language, and so more alike than chance would have it.
    case compatriots

    /// Whether pairs of the class agree in a field more often than any two persons. Where they do not, the class takes
    /// the shares of two persons, so that it can never explain away what tells persons apart.
    func shares(_ role: Role) -> Bool {
        switch self {
        case .same: true
        case .related: ![.given, .birth, .document, .sex].contains(role)
        case .compatriots: [.given, .family, .nationality, .sex, .place].contains(role)
        }
    }

    /// Whether a rare value in common speaks for the class more than a common one. Compatriots meet in a name by chance,
    /// relatives because they have it from one another.
    var inheritsValues: Bool { self != .compatriots }

    /// Of pairs of one person, the largest share that is wholly different in a field: a class with more is no such class.
    static func mostDifferent(_ role: Role) -> Double {
        switch role {
        case .birth, .document: 0.3
        case .given, .family: 0.4
        default: 0.5
        }
    }

    /// Pairs to begin with, for each record.
    var startingPairs: Double {
        switch self {
        case .same: 0.1
        case .related: 0.3
        case .compatriots: 0.3
        }
    }
}

/// A figure for each ``PairClass``: the same, related, compatriots; the fourth place is not used.
typealias ClassBits = SIMD4<Float>
