package import Vocabulary

/// N100–N199: what accounts refuse.
///
/// Up to N120 the words are for whoever stands at the door, and none of them tells whether an account exists.
package enum AccountRefusal: CodedFailure, Hashable {
    /// N101: the sign-in name or the password is not right, or there is no such account.
    case wrongCredentials
    /// N102: too many tries failed; further ones are not even looked at until then.
    case heldOff(until: Timestamp)
    /// N103: the credentials are right, and an administrator locked the account.
    case locked
    /// N104: the code of the second factor is wrong, over, or was used before.
    case wrongCode
    /// N105: the sign-in was begun too long ago, or is not at this step.
    case signInOver
    /// N106: there is no such session, or no more.
    case sessionOver
    /// N107: the password is too short.
    case passwordTooShort(minimum: Int)
    /// N108: the password is too long.
    case passwordTooLong(maximum: Int)
    /// N109: the password is made of words and patterns that everybody tries first.
    case passwordTooCommon
    /// N110: the password contains the person's own name or sign-in name.
    case passwordNamesPerson
    /// N111: the one-time link is unknown, used, replaced or over.
    case linkNotValid
    /// N112: the token is unknown, revoked or over.
    case tokenNotValid
    /// N113: the token's scope does not reach this far.
    case outsideScope
    /// N114: another account has this sign-in name.
    case nameTaken
    /// N115: no sign-in name can look like this.
    case malformedName
    /// N116: there is no such account.
    case noSuchAccount(account: String)
    /// N117: a second factor is set up already, or none is.
    case secondFactorNotInThisState
    /// N118: what is asked for needs the password again, given within the last minutes.
    case proofTooOld
    /// N119: a token must end later than now and within the longest time allowed.
    case tokenLifeNotAllowed(maximumDays: Int)
    /// N120: the account is closed for good.
    case closed
    /// N121: no such provider of identities is set up.
    case unknownProvider(name: String)
    /// N122: the provider's answer cannot be used.
    case providerUnusable(reason: ProviderFault)
    /// N123: the provider's answer belongs to no sign-in that was begun here.
    case answerNotExpected
    /// N124: the provider's identity token is refused.
    case identityRefused(reason: IdentityFault)
    /// N125: nobody here is linked to this identity.
    case identityNotLinked
    /// N126: the identity is linked to an account already.
    case identityLinkedAlready
    /// N127: administrators do this for others, never for their own account.
    case ownAccount
    /// N128: the link alone would let somebody in to persons' names: another administrator must agree.
    case secondAdministratorNeeded
    /// N190: the accounts belong to another register, or its key is another.
    case accountsOfAnotherRegister
    /// N191: a row that this program did not write, or that was damaged since.
    case damaged(table: String)

    /// As the cases above say it.
    package var code: String {
        switch self {
        case .wrongCredentials: "N101"
        case .heldOff: "N102"
        case .locked: "N103"
        case .wrongCode: "N104"
        case .signInOver: "N105"
        case .sessionOver: "N106"
        case .passwordTooShort: "N107"
        case .passwordTooLong: "N108"
        case .passwordTooCommon: "N109"
        case .passwordNamesPerson: "N110"
        case .linkNotValid: "N111"
        case .tokenNotValid: "N112"
        case .outsideScope: "N113"
        case .nameTaken: "N114"
        case .malformedName: "N115"
        case .noSuchAccount: "N116"
        case .secondFactorNotInThisState: "N117"
        case .proofTooOld: "N118"
        case .tokenLifeNotAllowed: "N119"
        case .closed: "N120"
        case .unknownProvider: "N121"
        case .providerUnusable: "N122"
        case .answerNotExpected: "N123"
        case .identityRefused: "N124"
        case .identityNotLinked: "N125"
        case .identityLinkedAlready: "N126"
        case .ownAccount: "N127"
        case .secondAdministratorNeeded: "N128"
        case .accountsOfAnotherRegister: "N190"
        case .damaged: "N191"
        }
    }
}
