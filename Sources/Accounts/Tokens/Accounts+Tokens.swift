package import Access
import Crypto
import Ledger
package import Vocabulary

extension Accounts {
    /// A token for a program that acts for somebody who is signed in; needs a fresh proof.
    ///
    /// - Parameter key: Of the form that asks for it: the same form sent twice is one token, and the text that was shown
    ///   last is the one that works.
    /// - Returns: The text to be shown once, and what is kept.
    /// - Throws: ``AccountRefusal/proofTooOld``, ``AccountRefusal/tokenLifeNotAllowed(maximumDays:)``.
    package func makeToken(
        _ label: String, scope: Scope, until end: Timestamp, in secret: Secret, at now: Timestamp, key: String? = nil
    ) throws -> (text: String, token: APIToken) {
        try change { connection, entries in
            let session = try session(secret, at: now, connection)
            try requireFreshProof(session, at: now)
            guard end > now, end.since(now) <= Int64(settings.longestTokenLifeDays) * AccountSettings.day else {
                return .failure(.tokenLifeNotAllowed(maximumDays: settings.longestTokenLifeDays))
            }
            let random =
                key.map { Array(keys.token("\(session.id)\u{0}\($0)", of: "token of a form").prefix(10)) }
                ?? SymmetricKey(size: .init(bitCount: 80)).withUnsafeBytes { Array($0) }
            let token = APIToken(
                id: Base32.text(random).lowercased(), account: session.account, label: String(label.prefix(120)),
                mandate: session.mandate, scope: scope, madeAt: now, endsAt: end, usedAt: nil, revokedAt: nil)
            let tokenSecret = Secret.random()
            let inserted = try connection.execute(
                TokenTable.insert,
                [
                    .text(token.id), .bytes(tokenSecret.hash), .text(token.account.description),
                    .bytes(try keys.seal(token.label, for: "token label \(token.id)")), .optional(token.mandate),
                    .text(scope.stored), .moment(now), .moment(end),
                ])
            guard inserted == 1 else { return .failure(.tokenNotValid) }
            entries.append(AccessEntry(.tokenMade, by: token.account.description, ["token": token.id]))
            return .success((APIToken.text(id: token.id, secret: tokenSecret), token))
        }
    }

    /// The token that a program shows, and that it was used now.
    ///
    /// - Throws: ``AccountRefusal/tokenNotValid``, whatever is wrong with it; ``AccountRefusal/heldOff(until:)`` for an
    ///   address from which too many wrong ones came.
    package func token(_ text: String, from visitor: Visitor, at now: Timestamp) throws -> APIToken {
        let parts = APIToken.parts(of: text)
        let found = try store.read { connection -> APIToken? in
            guard let parts, let (token, hash) = try row(parts.id, connection), areEqual(hash, parts.secret.hash),
                token.revokedAt == nil, now < token.endsAt, now.since(token.madeAt) >= -settings.clockTolerance,
                try AccountTable.find(token.account, keys, connection)?.state == .active
            else { return nil }
            return token
        }
        guard let found else { return try refuseToken(parts?.id, visitor, now) }
        if found.usedAt.map({ now.since($0) >= AccountSettings.minute }) ?? true {
            try store.write { connection in
                _ = try connection.execute(TokenTable.updateUsed, [.moment(now), .text(found.id)])
            }
        }
        return found
    }

    /// All tokens of an account, revoked ones too.
    package func tokens(of account: Account.ID) throws -> [APIToken] {
        try store.read { connection in
            try connection.all(TokenTable.selectOfAccount, [.text(account.description)]) {
                try TokenTable.read($0, keys).token
            }
        }
    }

    /// - Throws: ``AccountRefusal/tokenNotValid`` where the account has no such token that still works.
    package func revokeToken(_ id: String, of account: Account.ID, by actor: String, at now: Timestamp) throws {
        try change { connection, entries -> Result<Void, AccountRefusal> in
            let count = try connection.execute(
                TokenTable.revoke, [.moment(now), .text(id), .text(account.description)])
            guard count == 1 else { return .failure(.tokenNotValid) }
            entries.append(AccessEntry(.tokenRevoked, by: actor, about: account.description, ["token": id]))
            return .success(())
        }
    }

    private func row(_ id: String, _ connection: any StoreConnection) throws -> (token: APIToken, hash: [UInt8])? {
        try connection.first(TokenTable.select, [.text(id)]) { try TokenTable.read($0, keys) }
    }

    private func refuseToken(_ id: String?, _ visitor: Visitor, _ now: Timestamp) throws -> APIToken {
        try change { connection, entries in
            let bucket = AttemptBucket.unknownSecrets(visitor.address)
            if let refusal = try heldOff([bucket], at: now, connection, &entries) { return .failure(refusal) }
            try countFailure([bucket], at: now, connection)
            let known = try id.flatMap { try row($0, connection)?.token }
            entries.append(
                AccessEntry(
                    .refused, by: AccessEntry.nobody, about: known?.account.description,
                    ["refusal": AccountRefusal.tokenNotValid.code]))
            return .failure(.tokenNotValid)
        }
    }
}
