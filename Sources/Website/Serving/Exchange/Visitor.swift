package import Access
package import Vocabulary

/// Who asks, as far as the house knows.
package enum Visitor: Sendable {
    /// Nobody that the house knows.
    case anybody
    /// Somebody between two steps of the way in: no function yet, and no right.
    case arriving(Arrival)
    /// Somebody who acts through a post.
    case signedIn(SignedIn)

    /// In whose name the policy is asked.
    package var actor: Actor {
        if case .signedIn(let visitor) = self { visitor.actor } else { .anybody }
    }

    /// Whose forms these are; nil where no session carries them.
    var formSecret: [UInt8]? {
        switch self {
        case .anybody: nil
        case .arriving(let arrival): arrival.formSecret
        case .signedIn(let visitor): visitor.formSecret
        }
    }
}

/// Somebody who is on the way in.
package struct Arrival: Sendable {
    /// What is asked next.
    package enum Step: String, Sendable {
        /// The six digits of an authenticator, or a recovery code.
        case secondFactor = "second-factor"
        /// A second factor must be set up before anything else.
        case secondFactorSetUp = "second-factor-set-up"
        /// A password must be chosen before anything else.
        case newPassword = "new-password"
        /// The post through which they act, where they hold several.
        case mandate
    }

    package let account: String
    package let step: Step
    /// The session's secret for forms.
    package let formSecret: [UInt8]

    package init(account: String, step: Step, formSecret: [UInt8]) {
        self.account = account
        self.step = step
        self.formSecret = formSecret
    }
}

/// Somebody who is signed in, by a session or by a token.
package struct SignedIn: Sendable {
    package let actor: Actor
    /// As the frame of the pages shows it: the login name and the post.
    package let name: String
    /// Names the session or token to the rate limit; tells nothing else and opens nothing.
    package let key: String
    /// The session's secret for forms; nil for a token, which no browser sends by itself.
    package let formSecret: [UInt8]?

    package init(actor: Actor, name: String, key: String, formSecret: [UInt8]?) {
        self.actor = actor
        self.name = name
        self.key = key
        self.formSecret = formSecret
    }
}

/// Where visitors are looked up: the seam to the room of accounts.
package protocol VisitorDesk: Sendable {
    /// Who brings this session cookie or this bearer token; `.anybody` where neither is known, valid and alive.
    ///
    /// Asked at each request, so that whoever leaves is out at once.
    func visitor(session: String?, token: String?, at moment: Timestamp) async throws -> Visitor
}

/// A house in which nobody signs in: the public site alone.
package struct NoVisitorDesk: VisitorDesk {
    package init() {}

    package func visitor(session: String?, token: String?, at moment: Timestamp) async throws -> Visitor { .anybody }
}
