/// The kinds of posts that the policy knows. A person acts through a mandate for a post, never in their own name.
package enum FunctionKind: String, Sendable, CaseIterable, Hashable {
    case caseworker
    case competentAuthority = "competent-authority"
    /// Carries what was shared between organisations and countries, and sees nothing else.
    case liaisonOfficer = "liaison-officer"
    /// Steers; keeps organisations, posts and mandates; acts, and never sees a victim's record.
    case coordinator
    /// Evaluates; sees pseudonymised facts and counts, never an identity.
    case rapporteur
    case dataProtectionOfficer = "data-protection-officer"
    /// Keeps the machine: backups, verification, imports under a source description; reads no record of a person.
    case systemOperator = "system-operator"
    /// Answers the questionnaires that are put to it, by an account or by a link, and sees nothing else.
    case respondent
    /// Anybody, signed in or not: released figures only.
    case `public`

    /// What this function is for, unless it says otherwise.
    package var purpose: Purpose {
        switch self {
        case .caseworker, .competentAuthority, .liaisonOfficer: .protection
        case .coordinator, .respondent: .coordination
        case .rapporteur: .statistics
        case .dataProtectionOfficer: .dataProtection
        case .systemOperator: .administration
        case .public: .publication
        }
    }
}
