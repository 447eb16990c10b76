/// Whether a model has an answer for a table.
package enum Existence: Int, Sendable, Hashable, CaseIterable {
    /// One finite answer, apart from terms whose lists share nobody, which are minus infinity and handled so.
    case fine = 0
    /// The likelihood rises for ever: some expected number runs to zero or to infinity.
    case noEstimate = 1
    /// More than one set of parameters fits equally well.
    case notIdentified = 2
    /// Both.
    case neither = 3

    init(exists: Bool, isIdentified: Bool) {
        switch (exists, isIdentified) {
        case (true, true): self = .fine
        case (false, true): self = .noEstimate
        case (true, false): self = .notIdentified
        case (false, false): self = .neither
        }
    }

    package var exists: Bool { self == .fine || self == .notIdentified }
    package var isIdentified: Bool { self == .fine || self == .noEstimate }
}
