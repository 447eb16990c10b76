import Access
package import Accounts
package import Registry
import Mechanisms
package import Vocabulary

/// Looks visitors up among the accounts, and asks the directory at each request through which post they act.
package struct AccountsDesk: VisitorDesk {
    private let accounts: Accounts
    private let directory: @Sendable () -> Directory

    /// - Parameter directory: Organisations, posts and mandates as they are now.
    package init(_ accounts: Accounts, directory: @escaping @Sendable () -> Directory) {
        self.accounts = accounts
        self.directory = directory
    }

    /// As the protocol says; a wrong token throws ``Accounts/AccountRefusal/heldOff(until:)`` after too many.
    package func visitor(
        session: String?, token: String?, from address: String, at moment: Timestamp
    ) async throws -> Visitor {
        try await Waiting.run {
            if let token { return try bearer(of: token, from: address, at: moment) }
            guard let secret = session.flatMap({ Secret($0) }) else { return .anybody }
            return try holder(of: secret, at: moment)
        }
    }

    private func bearer(of text: String, from address: String, at moment: Timestamp) throws -> Visitor {
        do {
            let token = try accounts.token(text, from: .init(address: address, device: ""), at: moment)
            let actor = actor(token.account, mandate: token.mandate, at: moment)
            return .signedIn(
                SignedIn(
                    actor: actor.within(token.scope), name: token.label, key: "token \(token.id)", formSecret: nil))
        } catch AccountRefusal.tokenNotValid { return .anybody }
    }

    /// A cookie is that of a session or of a sign-in that is under way.
    private func holder(of secret: Secret, at moment: Timestamp) throws -> Visitor {
        let formSecret = Array(accounts.formToken(for: secret).utf8)
        do {
            let session = try accounts.session(secret, at: moment)
            let name = try accounts.account(session.account).displayName
            let actor = actor(session.account, mandate: session.mandate, at: moment)
            return .signedIn(
                SignedIn(
                    actor: actor, name: name, key: "session \(session.id)", formSecret: formSecret))
        } catch AccountRefusal.sessionOver {}
        do {
            let pending = try accounts.pendingSignIn(secret, at: moment)
            return .arriving(Arrival(stage: pending.stage, formSecret: formSecret))
        } catch AccountRefusal.signInOver { return .anybody }
    }

    /// Whoever holds no mandate, or no longer the one that they acted through, may see to their own account only.
    private func actor(_ account: Account.ID, mandate: String?, at moment: Timestamp) -> Actor {
        let id = account.description
        let record = mandate.flatMap { RecordID($0) }
        return record.flatMap { directory().actor(id, through: $0, on: moment.day) }
            ?? Actor(account: id, function: .public, organisation: nil)
    }
}
