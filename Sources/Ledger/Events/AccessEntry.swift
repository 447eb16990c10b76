/// What happened at the door of the register, for the ledger to keep: who signed in, what was refused, what was revoked.
///
/// It carries ids and codes only: no sign-in name, no address, no secret, no text that somebody typed.
package struct AccessEntry: Hashable, Sendable {
    /// What happened; the `kind` of the event. A word that is written once is never given another meaning.
    package enum Kind: String, Sendable, CaseIterable {
        case accountMade = "account-made"
        case accountChanged = "account-changed"
        case accountLocked = "account-locked"
        case accountUnlocked = "account-unlocked"
        case accountClosed = "account-closed"
        case signedIn = "signed-in"
        case signInFailed = "sign-in-failed"
        /// Too many failures: further tries are refused for a while. Written once for each such while.
        case heldOff = "held-off"
        case refused
        case signedOut = "signed-out"
        case sessionRevoked = "session-revoked"
        case mandateTaken = "mandate-taken"
        case passwordSet = "password-set"
        case secondFactorSet = "second-factor-set"
        case secondFactorRemoved = "second-factor-removed"
        case recoveryCodesMade = "recovery-codes-made"
        case recoveryCodeUsed = "recovery-code-used"
        /// Asked for by one administrator, for another to agree to.
        case linkAsked = "link-asked"
        case linkMade = "link-made"
        case linkUsed = "link-used"
        case tokenMade = "token-made"
        case tokenRevoked = "token-revoked"
        case identityLinked = "identity-linked"
        case identityUnlinked = "identity-unlinked"
        case providerKept = "provider-kept"
        case providerRemoved = "provider-removed"
        /// Asked for by the one whose account it is; nothing is sent there before it was proved to be theirs.
        case mailAddressKept = "mail-address-kept"
        case mailAddressProved = "mail-address-proved"
        case mailAddressRemoved = "mail-address-removed"
        /// A letter went out that says how much is due; of nobody anything.
        case reminderSent = "reminder-sent"
    }

    package let kind: Kind
    /// Whose doing: an account's id, `shell-<uid>`, or ``nobody`` where no account proved to be who it said.
    package let account: String
    /// The account that it happened to, where that is not `account` itself or was not proved.
    package let subject: String?
    /// Codes that say more, by name: `refusal` → `N101`, `mandate` → the id of a record.
    package let particulars: [String: String]

    /// `account` of an entry behind which no account stands.
    package static let nobody = "nobody"

    package init(_ kind: Kind, by account: String, about subject: String? = nil, _ particulars: [String: String] = [:])
    {
        self.kind = kind
        self.account = account
        self.subject = subject
        self.particulars = particulars
    }
}
