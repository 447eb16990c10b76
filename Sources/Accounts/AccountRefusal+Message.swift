extension AccountRefusal {
    /// English, for the shell and for logs; pages say it in their own languages by the code.
    package var message: String {
        switch self {
        case .wrongCredentials, .heldOff, .locked, .wrongCode, .signInOver, .sessionOver, .closed, .proofTooOld:
            atTheDoor
        case .passwordTooShort, .passwordTooLong, .passwordTooCommon, .passwordNamesPerson: aboutThePassword
        case .unknownProvider, .providerUnusable, .answerNotExpected, .identityRefused, .identityNotLinked,
            .identityLinkedAlready:
            aboutTheProvider
        default: aboutTheAccount
        }
    }

    private var atTheDoor: String {
        switch self {
        case .heldOff(let until):
            "Too many tries have failed. Nothing is looked at before \(until). Try again then; if you forgot the "
                + "password, ask your administrator for a one-time link."
        case .locked: "Your administrator has locked this account. Ask them to unlock it."
        case .wrongCode:
            "The code is not right, is over, or was used before. Wait for the next code and type it, or use one of "
                + "your recovery codes. Check that the clock of your telephone is right."
        case .signInOver: "This sign-in was begun too long ago. Start again."
        case .sessionOver: "You are not signed in, or no longer. Sign in again; what you wrote is kept as a draft."
        case .closed: "This account is closed. Ask your administrator if that is a mistake."
        case .proofTooOld: "Give your password again first: what you ask for needs a fresh proof that it is you."
        default:
            "The sign-in name or the password is not right. Check both, also the keyboard's language and capital "
                + "letters, and try again."
        }
    }

    private var aboutThePassword: String {
        switch self {
        case .passwordTooShort(let minimum):
            "The password is too short. Use at least \(minimum) characters; four unrelated words are a good one."
        case .passwordTooLong(let maximum): "The password is too long. Use at most \(maximum) characters."
        case .passwordNamesPerson: "The password contains your own name. Choose one that does not."
        default:
            "The password is made of words and patterns that are tried first. Choose another; four unrelated words "
                + "are a good one."
        }
    }

    private var aboutTheProvider: String {
        switch self {
        case .unknownProvider(let name): "No provider of identities is called “\(name)”. List them first."
        case .providerUnusable(let reason):
            "The provider of identities cannot be used (\(reason.rawValue)). Sign in with your password, and tell "
                + "your administrator."
        case .identityRefused(let reason):
            "The provider's word about you was not accepted (\(reason.rawValue)). Start again; if it happens twice, "
                + "tell your administrator."
        case .identityNotLinked:
            "This identity is linked to no account here. Sign in with your password and link it, or ask your "
                + "administrator."
        case .identityLinkedAlready: "This identity is linked to an account already. Unlink it there first."
        default: "This answer of the provider belongs to no sign-in that was begun here. Start again."
        }
    }

    private var aboutTheAccount: String {
        switch self {
        case .linkNotValid: "This link was used, replaced, or is older than a day. Ask for a new one."
        case .tokenNotValid: "The token is not valid, or no longer. Make a new one in your account."
        case .outsideScope: "The token was not made for this. Make one with a scope that reaches so far."
        case .nameTaken: "Another account has this sign-in name. Choose another."
        case .malformedName:
            "A sign-in name has 2 to 64 letters, digits, dots, hyphens, underscores or @, and begins with a letter "
                + "or digit. Choose another."
        case .noSuchAccount(let account): "There is no account “\(account)”. List them with `rapporteur account list`."
        case .secondFactorNotInThisState:
            "A second factor is set up already, or none is. Look at the account, then remove or set it up first."
        case .tokenLifeNotAllowed(let days): "A token must end later than now and within \(days) days."
        case .ownAccount: "This is your own account. Another administrator does this for you."
        case .secondAdministratorNeeded:
            "This link alone would let somebody in to what names persons. It was asked for; within an hour another "
                + "administrator must agree."
        case .accountsOfAnotherRegister:
            "`accounts.sqlite` does not belong to this register's keys. Nothing was changed. Bring together the files "
                + "of one register."
        case .damaged(let table):
            "A row of “\(table)” in `accounts.sqlite` cannot be read. Restore the last copy of that file."
        default: "Refused. Ask your administrator."
        }
    }
}
