import Ledger
package import Vocabulary

extension Accounts {
    /// Who sets up a second factor: somebody who must before they come in, or somebody who is in.
    package enum SettingUp: Sendable {
        case whileSigningIn(Secret)
        /// Needs a fresh proof of the password.
        case signedIn(Secret)
    }

    /// A new secret, shown once; it counts for nothing until ``confirmSecondFactor(_:for:at:)``.
    ///
    /// - Parameter issuer: What the authenticator shows beside the sign-in name: the register's own name.
    /// - Throws: ``AccountRefusal/secondFactorNotInThisState`` where there is one: it is removed first.
    package func beginSecondFactor(
        for who: SettingUp, issuer: String, at now: Timestamp
    ) throws -> SecondFactorSetUp {
        try change { connection, _ in
            let account = try owner(of: who, at: now, connection)
            guard !account.hasSecondFactor else { return .failure(.secondFactorNotInThisState) }
            let password = OneTimePassword.random()
            let sealed = try keys.seal(password.secret, for: SecondFactorTable.use(account.id))
            try connection.execute(
                SecondFactorTable.upsert, [.text(account.id.description), .bytes(sealed), .null, .integer(0)])
            return .success(SecondFactorSetUp(password, account: account.signInName, issuer: issuer))
        }
    }

    /// Confirms the second factor with its first code. The recovery codes are shown now and never again.
    ///
    /// - Returns: Ten recovery codes, and what comes next in the sign-in; nil for those who are signed in.
    package func confirmSecondFactor(
        _ code: String, for who: SettingUp, at now: Timestamp
    ) throws -> (recoveryCodes: [String], next: SignIn?) {
        try change { connection, entries in
            let account = try owner(of: who, at: now, connection)
            let row = try SecondFactorTable.find(account.id, keys, connection)
            guard let row, !row.isConfirmed else { return .failure(.secondFactorNotInThisState) }
            let bucket = AttemptBucket.secondFactor(account.id)
            if let refusal = try heldOff([bucket], at: now, connection, &entries) { return .failure(refusal) }
            guard let step = row.password.step(of: code.filter { $0 != " " }, at: now, after: row.lastStep) else {
                try countFailure([bucket], at: now, connection)
                return .failure(.wrongCode)
            }
            let id = StoredValue.text(account.id.description)
            try connection.execute(SecondFactorTable.useStep, [.integer(step), id])
            try connection.execute(SecondFactorTable.confirm, [.moment(now), id])
            try forgetFailures([bucket], connection)
            entries.append(AccessEntry(.secondFactorSet, by: account.id.description))
            let codes = try makeRecoveryCodes(of: account.id, connection, &entries)
            guard case .whileSigningIn(let secret) = who else { return .success((codes, nil)) }
            let pending = try self.pending(secret, at: now, connection)
            return .success((codes, try advance(pending, to: .mandate, connection).step))
        }
    }

    /// Ten new recovery codes; the old ones are good no more. Needs a fresh proof.
    package func renewRecoveryCodes(in secret: Secret, at now: Timestamp) throws -> [String] {
        try change { connection, entries in
            let account = try owner(of: .signedIn(secret), at: now, connection)
            guard account.hasSecondFactor else { return .failure(.secondFactorNotInThisState) }
            return .success(try makeRecoveryCodes(of: account.id, connection, &entries))
        }
    }

    /// How many recovery codes are left.
    package func recoveryCodesLeft(of account: Account.ID) throws -> Int {
        try store.read { connection in
            try connection.first(RecoveryCodeTable.countLeft, [.text(account.description)]) { Int($0.integer(0)) } ?? 0
        }
    }

    /// Takes the second factor away: by an administrator for somebody who has lost everything. Sessions are over.
    /// An account that must have one sets up another at the next sign-in.
    package func removeSecondFactor(of account: Account.ID, by actor: String) throws {
        try Accounts.refuseOwn(account, of: actor)
        try change { connection, entries -> Result<Void, AccountRefusal> in
            let id = StoredValue.text(account.description)
            guard try connection.execute(SecondFactorTable.delete, [id]) > 0 else {
                return .failure(.secondFactorNotInThisState)
            }
            for statement in [
                RecoveryCodeTable.deleteOfAccount, SessionTable.deleteOfAccount, SignInTable.deleteOfAccount,
            ] {
                try connection.execute(statement, [id])
            }
            entries.append(AccessEntry(.secondFactorRemoved, by: actor, about: account.description))
            return .success(())
        }
    }

    /// Within a transaction: whether the code is right, which uses it up; a refusal where it is not.
    func checkSecondFactor(
        _ typed: String, of account: Account.ID, at now: Timestamp, _ connection: any StoreConnection,
        _ entries: inout [AccessEntry]
    ) throws -> AccountRefusal? {
        let bucket = AttemptBucket.secondFactor(account)
        if let refusal = try heldOff([bucket], at: now, connection, &entries) { return refusal }
        let id = StoredValue.text(account.description)
        if let plain = RecoveryCode.plain(typed) {
            let hash = StoredValue.bytes(RecoveryCode.hash(plain, of: account, keys))
            if try connection.execute(RecoveryCodeTable.use, [.moment(now), id, hash]) == 1 {
                try forgetFailures([bucket], connection)
                entries.append(AccessEntry(.recoveryCodeUsed, by: account.description))
                return nil
            }
        } else if let row = try SecondFactorTable.find(account, keys, connection), row.isConfirmed,
            let step = row.password.step(of: typed.filter { $0 != " " }, at: now, after: row.lastStep)
        {
            try connection.execute(SecondFactorTable.useStep, [.integer(step), id])
            try forgetFailures([bucket], connection)
            return nil
        }
        try countFailure([bucket], at: now, connection)
        let refusal = AccountRefusal.wrongCode
        entries.append(
            AccessEntry(
                .signInFailed, by: AccessEntry.nobody, about: account.description, ["refusal": refusal.code]))
        return refusal
    }

    private func owner(
        of who: SettingUp, at now: Timestamp, _ connection: any StoreConnection
    ) throws -> Account {
        switch who {
        case .whileSigningIn(let secret):
            let pending = try pending(secret, at: now, connection)
            guard pending.stage == .setUp else { throw AccountRefusal.signInOver }
            return pending.account
        case .signedIn(let secret):
            let session = try session(secret, at: now, connection)
            try requireFreshProof(session, at: now)
            return try present(session.account, connection)
        }
    }

    private func makeRecoveryCodes(
        of account: Account.ID, _ connection: any StoreConnection, _ entries: inout [AccessEntry]
    ) throws -> [String] {
        let id = StoredValue.text(account.description)
        try connection.execute(RecoveryCodeTable.deleteOfAccount, [id])
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.random() }
        for plain in codes.compactMap(RecoveryCode.plain) {
            try connection.execute(
                RecoveryCodeTable.insert, [id, .bytes(RecoveryCode.hash(plain, of: account, keys))])
        }
        entries.append(AccessEntry(.recoveryCodesMade, by: account.description))
        return codes
    }
}
