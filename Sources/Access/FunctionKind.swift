/// The kinds of posts that the policy knows. A person acts through a mandate for a post, never in their own name.
package enum FunctionKind: String, Sendable, CaseIterable, Hashable {
    case caseworker
    case competentAuthority = "competent-authority"
    case liaisonOfficer = "liaison-officer"
    case coordinator
    /// Evaluates; sees pseudonymised facts and counts, never an identity.
    case rapporteur
    case dataProtectionOfficer = "data-protection-officer"
    /// Keeps the machine: backups, verification, imports under a source description; reads no record.
    case systemOperator = "system-operator"
    /// Anybody, signed in or not: released figures only.
    case `public`
}
