package import Vocabulary

/// How far a sign-in has come: what the person is to be asked next.
package enum SignIn: Sendable {
    /// The password was right: now a code of the authenticator, or a recovery code.
    case needsSecondFactor(PendingSignIn)
    /// The password was right, the account must have a second factor and has none: it is set up now.
    case mustSetUpSecondFactor(PendingSignIn)
    /// It is they: which of their mandates do they act through? One that has a single one need not be asked.
    case chooseMandate(PendingSignIn)
    case signedIn(StartedSession)
}

/// A sign-in that is under way. Its secret changes with every step and opens nothing but the next one.
package struct PendingSignIn: Sendable {
    package enum Stage: String, Sendable, CaseIterable {
        case secondFactor = "second-factor"
        case setUp = "set-up"
        case mandate
    }

    package let secret: Secret
    package let account: Account
    package let stage: Stage
    /// After that it is to be begun again.
    package let endsAt: Timestamp

    /// What comes next.
    package var step: SignIn {
        switch stage {
        case .secondFactor: .needsSecondFactor(self)
        case .setUp: .mustSetUpSecondFactor(self)
        case .mandate: .chooseMandate(self)
        }
    }
}
