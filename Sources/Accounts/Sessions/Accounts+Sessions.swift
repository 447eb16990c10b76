import Crypto
import Ledger
package import Vocabulary

extension Accounts {
    /// The session of a cookie, and that it was used now. Asked at every request.
    ///
    /// - Throws: ``AccountRefusal/sessionOver``: unknown, signed out, revoked, too old, idle for too long, or of an
    ///   account that is not active; also where the clock was set back behind its last use.
    package func session(_ secret: Secret, at now: Timestamp) throws -> Session {
        let session = try store.read { try self.session(secret, at: now, $0) }
        // Written to the minute only: a page with many parts must not be many writes.
        if now.since(session.usedAt) >= AccountSettings.minute {
            try store.write { connection in
                _ = try connection.execute(SessionTable.updateUsed, [.moment(now), .bytes(secret.hash)])
            }
        }
        return session
    }

    /// The sessions of an account that are not over, for the person and for administrators.
    package func sessions(of account: Account.ID, at now: Timestamp) throws -> [Session] {
        try store.read { connection in
            try connection.all(SessionTable.selectOfAccount, [.text(account.description)]) {
                try SessionTable.read($0, keys)
            }.filter { isAlive($0, at: now) }
        }
    }

    /// Ends the session of a cookie. No refusal where it is over already.
    package func signOut(_ secret: Secret) throws {
        try change { connection, entries -> Result<Void, AccountRefusal> in
            let session = try connection.first(SessionTable.select, [.bytes(secret.hash)]) {
                try SessionTable.read($0, keys)
            }
            guard let session else { return .success(()) }
            try connection.execute(SessionTable.delete, [.bytes(secret.hash)])
            entries.append(AccessEntry(.signedOut, by: session.account.description))
            return .success(())
        }
    }

    /// Ends one session of an account, or all of them, or all but one.
    ///
    /// - Returns: How many were ended.
    @discardableResult
    package func revokeSessions(_ which: RevokedSessions, of account: Account.ID, by actor: String) throws -> Int {
        try change { connection, entries in
            let id = StoredValue.text(account.description)
            let count =
                switch which {
                case .one(let session):
                    try connection.execute(SessionTable.deleteByID, [.text(session.description), id])
                case .allBut(let session):
                    try connection.execute(SessionTable.deleteOthers, [id, .text(session.description)])
                case .all: try connection.execute(SessionTable.deleteOfAccount, [id])
                }
            if count > 0 {
                entries.append(
                    AccessEntry(.sessionRevoked, by: actor, about: account.description, ["count": String(count)]))
            }
            return .success(count)
        }
    }

    /// Acts through another mandate from here on. The secret changes, as whenever rights change: the old one is over.
    ///
    /// - Parameter mandate: Id of the mandate's record; the caller has asked the directory whether it is theirs today.
    package func take(mandate: String?, in secret: Secret, at now: Timestamp) throws -> StartedSession {
        try change { connection, entries in
            let started = try renew(secret, at: now, mandate: .some(mandate), connection)
            entries.append(
                AccessEntry(.mandateTaken, by: started.session.account.description, ["mandate": mandate ?? "none"]))
            return .success(started)
        }
    }

    /// Whether the password was given within the last minutes: asked before rights are raised or credentials changed.
    ///
    /// - Throws: ``AccountRefusal/proofTooOld``.
    package func requireFreshProof(_ session: Session, at now: Timestamp) throws(AccountRefusal) {
        let age = now.since(session.provedAt)
        guard age >= -settings.clockTolerance, age <= settings.proofLimit else { throw .proofTooOld }
    }

    /// The secret that forms carry against forged requests; bound to the session's secret and kept nowhere.
    package func formToken(for secret: Secret) -> String { Base64URL.text(secret.derived("form token 1")) }

    /// Compared in the same time whether or not it is right.
    package func isFormToken(_ text: String, for secret: Secret) -> Bool {
        areEqual(Array(text.utf8), Array(formToken(for: secret).utf8))
    }
}

/// Which sessions are to end.
package enum RevokedSessions: Hashable, Sendable {
    case one(Session.ID)
    case allBut(Session.ID)
    case all
}
