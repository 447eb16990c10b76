package import Access
package import Accounts
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
    package let stage: PendingSignIn.Stage
    /// The sign-in's secret for forms.
    package let formSecret: [UInt8]

    package init(stage: PendingSignIn.Stage, formSecret: [UInt8]) {
        self.stage = stage
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
    /// How far a token reaches; nil for a session. The policy holds it; who asks before can tell it by its own name.
    package var scope: Scope? { actor.scope }

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
    ///
    /// - Parameter address: From where it is brought: wrong tokens are counted by it.
    func visitor(
        session: String?, token: String?, from address: String, at moment: Timestamp
    ) async throws -> Visitor
}

/// A house in which nobody signs in: the public site alone.
package struct NoVisitorDesk: VisitorDesk {
    package init() {}

    package func visitor(
        session: String?, token: String?, from address: String, at moment: Timestamp
    ) async throws -> Visitor { .anybody }
}
