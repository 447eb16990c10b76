package import Vocabulary

/// Somebody who is signed in at one browser. What they may do is asked of the mandates at every request.
package struct Session: Hashable, Sendable, Identifiable {
    /// By which a session is named in lists and revoked; it lets nobody in.
    package struct ID: Hashable, Sendable, LosslessStringConvertible {
        package let description: String

        /// 22 characters of the base64url alphabet.
        package init?(_ text: String) {
            guard Base64URL.bytes(text)?.count == 16 else { return nil }
            description = text
        }
    }

    package let id: ID
    package let account: Account.ID
    /// Id of the mandate's record that the person acts through; nil where they have chosen none.
    package let mandate: String?
    /// What the person would know the browser by, as the door said it: `Firefox, Linux`.
    package let device: String
    package let madeAt: Timestamp
    /// The last request, to the minute.
    package let usedAt: Timestamp
    /// When the password was last given.
    package let provedAt: Timestamp
}

/// A session that begins, or goes on under another secret: the door sends the secret as a cookie and forgets it.
package struct StartedSession: Sendable {
    package let secret: Secret
    package let session: Session
}

/// Who stands at the door, as far as it can see.
package struct Visitor: Sendable {
    /// The network address; IPv6 is counted by its first 64 bits, which one household has.
    package let address: String
    /// A short word for the browser, shown to the person in the list of their sessions.
    package let device: String

    package init(address: String, device: String) {
        self.address = address
        self.device = String(device.prefix(120))
    }
}
