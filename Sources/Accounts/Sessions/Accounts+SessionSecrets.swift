import Crypto
import Ledger
import Vocabulary

extension Accounts {
    /// Within a transaction: the session of a secret, if it is alive.
    func session(_ secret: Secret, at now: Timestamp, _ connection: any StoreConnection) throws -> Session {
        let session = try connection.first(SessionTable.select, [.bytes(secret.hash)]) {
            try SessionTable.read($0, keys)
        }
        guard let session, isAlive(session, at: now),
            try AccountTable.find(session.account, keys, connection)?.state == .active
        else { throw AccountRefusal.sessionOver }
        return session
    }

    /// A clock that was set back would lengthen every life; a session from the future is over.
    func isAlive(_ session: Session, at now: Timestamp) -> Bool {
        let (idle, age) = (now.since(session.usedAt), now.since(session.madeAt))
        return idle >= -settings.clockTolerance && idle < settings.idleLimit && age < settings.absoluteLimit
    }

    /// Within a transaction: a new session, always under a new secret.
    func start(
        _ account: Account.ID, mandate: String?, device: String, at now: Timestamp, _ connection: any StoreConnection
    ) throws -> StartedSession {
        let random = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        guard let id = Session.ID(Base64URL.text(random)) else { throw AccountRefusal.damaged(table: "session") }
        // What no cookie can open any more need not be kept.
        try connection.execute(SessionTable.deleteBefore, [.moment(now.adding(-settings.absoluteLimit))])
        let session = Session(
            id: id, account: account, mandate: mandate, device: device, madeAt: now, usedAt: now, provedAt: now)
        let secret = Secret.random()
        try SessionTable.insert(session, under: secret, keys, connection)
        return StartedSession(secret: secret, session: session)
    }

    /// Within a transaction: the same session under a new secret.
    ///
    /// - Parameters:
    ///   - mandate: The mandate from here on; as before where it is not given.
    ///   - provedAt: When the password was last given; as before where it is nil.
    func renew(
        _ secret: Secret, at now: Timestamp, mandate: String?? = nil, provedAt: Timestamp? = nil,
        _ connection: any StoreConnection
    ) throws -> StartedSession {
        let old = try session(secret, at: now, connection)
        let session = Session(
            id: old.id, account: old.account, mandate: mandate ?? old.mandate, device: old.device, madeAt: old.madeAt,
            usedAt: now, provedAt: provedAt ?? old.provedAt)
        let next = Secret.random()
        try connection.execute(SessionTable.delete, [.bytes(secret.hash)])
        try SessionTable.insert(session, under: next, keys, connection)
        return StartedSession(secret: next, session: session)
    }
}
