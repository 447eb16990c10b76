import Crypto
package import Vocabulary

/// Somebody who may sign in. What they may do there is said by the mandates that name the account's id.
package struct Account: Hashable, Sendable, Identifiable {
    /// An opaque name, `account-` and 26 letters and digits: the only one that the ledger ever sees.
    package struct ID: Hashable, Sendable, LosslessStringConvertible {
        package let description: String

        /// Nil for anything that is not such a name.
        package init?(_ text: String) {
            let letters = text.utf8.dropFirst(ID.prefix.utf8.count)
            guard text.hasPrefix(ID.prefix), letters.count == 26,
                letters.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (50...55).contains($0) })
            else { return nil }
            description = text
        }

        private static let prefix = "account-"

        /// 128 random bits.
        static func random() -> String {
            prefix + Base32.text(SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }).lowercased()
        }

        /// The first 128 bits of an HMAC.
        static func derived(from token: [UInt8]) -> String {
            prefix + Base32.text(Array(token.prefix(16))).lowercased()
        }
    }

    package enum State: String, Sendable, CaseIterable {
        case active
        /// By an administrator, until unlocked: no sign-in, and every session is over.
        case locked
        /// For good; the sign-in name is not given again.
        case closed
    }

    package let id: ID
    /// What the person types; compared without regard to case.
    package let signInName: String
    /// What pages greet the person with.
    package let displayName: String
    /// ISO 639-1.
    package let language: String
    package let state: State
    /// Whether the password alone does not suffice.
    package let requiresSecondFactor: Bool
    /// Whether a second factor is set up and confirmed.
    package let hasSecondFactor: Bool
    /// Whether a password was ever set.
    package let hasPassword: Bool
    package let madeAt: Timestamp
    package let lastSignInAt: Timestamp?
}

/// What a new account is to be.
package struct NewAccount: Sendable {
    package let signInName: String
    package let displayName: String
    package let language: String
    package let requiresSecondFactor: Bool

    package init(signInName: String, displayName: String, language: String, requiresSecondFactor: Bool = true) {
        self.signInName = signInName
        self.displayName = displayName
        self.language = language
        self.requiresSecondFactor = requiresSecondFactor
    }
}
