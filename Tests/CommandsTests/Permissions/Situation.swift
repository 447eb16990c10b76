import Access

/// How the posts of one house came to stand to a record, or came to stand to it no more.
enum Situation: Hashable, Sendable {
    /// One post of the house answers for it; the house itself has nothing to do with it.
    case own(FunctionKind)
    case ownOrganisation
    /// The consent is given, for this person, this purpose and this receiver, and has not run out.
    case sharedByConsent
    case consentWithdrawn, consentExpired, consentForAnotherPurpose, consentForAnotherReceiver, consentOfAnother
    case sharedByLaw
    case shareDeclined, shareWithdrawn, shareExpired
    case supervised
    case emergency, emergencyOver, emergencyOfAnother
    case stranger

    static let all: [Situation] =
        [
            .ownOrganisation, .sharedByConsent, .consentWithdrawn, .consentExpired, .consentForAnotherPurpose,
            .consentForAnotherReceiver, .consentOfAnother, .sharedByLaw, .shareDeclined, .shareWithdrawn, .shareExpired,
            .supervised, .emergency, .emergencyOver, .emergencyOfAnother, .stranger,
        ] + PermissionWorld.functions.map { .own($0) }

    /// What it comes to for the post of that function.
    func relation(for function: FunctionKind) -> Relation {
        switch self {
        case .own(let only): only == function ? .own : .none
        case .ownOrganisation: .ownOrganisation
        case .sharedByConsent: .sharedByConsent
        case .sharedByLaw: .sharedByLaw
        case .supervised: .supervised
        case .emergency: .emergency
        default: .none
        }
    }

    /// Whether it comes of a share, whatever became of it.
    var isOfShare: Bool { shareState != nil }

    /// Whether the share names a consent.
    var restsOnConsent: Bool {
        switch self {
        case .sharedByConsent, .consentWithdrawn, .consentExpired, .consentForAnotherPurpose,
            .consentForAnotherReceiver, .consentOfAnother:
            true
        default: false
        }
    }

    /// The state of the share that it comes of; nil where it comes of none.
    var shareState: String? {
        switch self {
        case .shareDeclined: "declined"
        case .shareWithdrawn: "withdrawn"
        case .sharedByLaw, .shareExpired: "acknowledged"
        default: restsOnConsent ? "offered" : nil
        }
    }
}
