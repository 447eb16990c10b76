import Ledger
package import Vocabulary

extension Accounts {
    /// The first step: name and password.
    ///
    /// A name that nobody has takes the same way and the same work as a wrong password, is counted and held off alike.
    ///
    /// - Throws: ``AccountRefusal/wrongCredentials``, ``AccountRefusal/heldOff(until:)``; ``AccountRefusal/locked`` and
    ///   ``AccountRefusal/closed`` only where the password is right.
    package func signIn(name: String, password: String, from visitor: Visitor, at now: Timestamp) throws -> SignIn {
        let name = SignInName(typed: name)
        let proof = try prove(
            PasswordText(password), as: .name(name),
            countedBy: [
                .nameFromAddress(name.folded, visitor.address), .name(name.folded), .address(visitor.address),
            ], at: now)
        return try change { connection, entries in
            switch try conclude(proof, at: now, connection, &entries) {
            case .failure(let refusal): .failure(refusal)
            case .success(let account):
                .success(try begin(account, stage: self.stage(after: account), at: now, connection).step)
            }
        }
    }

    /// The second step, where there is one: six digits of the authenticator, or a recovery code.
    ///
    /// - Throws: ``AccountRefusal/wrongCode``, ``AccountRefusal/heldOff(until:)``, ``AccountRefusal/signInOver``.
    package func proveSecondFactor(_ code: String, in secret: Secret, at now: Timestamp) throws -> SignIn {
        try change { connection, entries in
            let pending = try self.pending(secret, at: now, connection)
            guard pending.stage == .secondFactor else { return .failure(.signInOver) }
            if let refusal = try checkSecondFactor(code, of: pending.account.id, at: now, connection, &entries) {
                return .failure(refusal)
            }
            return .success(try advance(pending, to: .mandate, connection).step)
        }
    }

    /// The last step: the session begins, under a secret that nobody has seen before.
    ///
    /// - Parameter mandate: Id of the mandate's record, which the caller has found among theirs today; nil for somebody
    ///   without any, who can see to their own account only.
    package func finish(
        _ secret: Secret, mandate: String?, from visitor: Visitor, at now: Timestamp
    ) throws -> StartedSession {
        try change { connection, entries in
            let pending = try self.pending(secret, at: now, connection)
            guard pending.stage == .mandate else { return .failure(.signInOver) }
            try connection.execute(SignInTable.delete, [.bytes(secret.hash)])
            let id = pending.account.id
            let started = try start(id, mandate: mandate, device: visitor.device, at: now, connection)
            try connection.execute(AccountTable.updateSignedIn, [.moment(now), .text(id.description)])
            entries.append(AccessEntry(.signedIn, by: id.description, ["mandate": mandate ?? "none"]))
            return .success(started)
        }
    }

    /// A sign-in under way, for the page that asks for its next step.
    ///
    /// - Throws: ``AccountRefusal/signInOver``.
    package func pendingSignIn(_ secret: Secret, at now: Timestamp) throws -> PendingSignIn {
        try store.read { try pending(secret, at: now, $0) }
    }

    /// Gives up a sign-in that is under way.
    package func abandon(_ secret: Secret) throws {
        try store.write { connection in _ = try connection.execute(SignInTable.delete, [.bytes(secret.hash)]) }
    }

    /// Proves again that it is they, before rights are raised or credentials changed. The secret changes.
    ///
    /// - Parameter code: Asked of those who have a second factor.
    package func proveAgain(
        password: String, code: String?, in secret: Secret, from visitor: Visitor, at now: Timestamp
    ) throws -> StartedSession {
        let session = try session(secret, at: now)
        let account = try account(session.account)
        let proof = try prove(
            PasswordText(password), as: .account(session.account), countedBy: [.password(session.account)], at: now)
        return try change { connection, entries in
            if case .failure(let refusal) = try conclude(proof, at: now, connection, &entries) {
                return .failure(refusal)
            }
            if account.hasSecondFactor,
                let refusal = try checkSecondFactor(code ?? "", of: account.id, at: now, connection, &entries)
            {
                return .failure(refusal)
            }
            return .success(try renew(secret, at: now, provedAt: now, connection))
        }
    }
}
