/// How an actor stands to a record. Several may hold at once; `none` always does.
package enum Relation: String, Sendable, CaseIterable, Hashable {
    /// The post that answers for the record is the actor's.
    case own
    /// The record belongs to the actor's organisation.
    case ownOrganisation = "own-organisation"
    /// It was shared with the actor's organisation with the person's consent, which still holds.
    case sharedByConsent = "shared-by-consent"
    /// It was shared with the actor's organisation because a law demands or allows it without consent.
    case sharedByLaw = "shared-by-law"
    /// It belongs to an organisation that the actor's organisation supervises.
    case supervised
    /// The actor's account broke the glass less than three hours ago.
    case emergency
    case none

    /// What the relation rests on.
    package var basis: Basis {
        switch self {
        case .sharedByConsent: .consent
        case .sharedByLaw: .law
        default: .none
        }
    }

    /// The relation of those with whom a record is shared.
    package static func shared(_ basis: Basis) -> Relation? {
        switch basis {
        case .consent: .sharedByConsent
        case .law: .sharedByLaw
        case .none: nil
        }
    }
}

/// On what a share rests.
package enum Basis: String, Sendable, CaseIterable, Hashable {
    case consent, law, none
}
