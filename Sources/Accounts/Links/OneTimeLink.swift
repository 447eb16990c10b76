package import Vocabulary

/// An address that lets one person set their password, once, within a day. Somebody hands it to them in person or by a
/// way that they trust.
package struct OneTimeLink: Sendable {
    package enum Purpose: String, Sendable, CaseIterable {
        /// The first account of a register, made in the shell.
        case firstAdministrator = "first-administrator"
        case invitation
        case passwordReset = "password-reset"
    }

    package let account: Account
    package let purpose: Purpose
    package let endsAt: Timestamp
}

/// A link that was made just now, with the secret that is shown once.
package struct MadeLink: Sendable {
    package let secret: Secret
    package let link: OneTimeLink

    /// The end of the address, after the site's own.
    package var path: String { "/account/link/\(secret.text)" }
}
