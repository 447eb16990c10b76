import Ledger
package import Vocabulary

extension Accounts {
    /// Sets the password of the account that a one-time link was made for, and uses the link up. Every session and
    /// every sign-in of the account is over. It signs nobody in: the person does so now, second factor and all.
    ///
    /// - Throws: ``AccountRefusal/linkNotValid``, or what is wrong with the password; the link then stays good.
    package func setPassword(
        _ password: String, through link: Secret, from visitor: Visitor, at now: Timestamp
    ) throws {
        let account = try self.link(link, from: visitor, at: now).account
        let text = try checked(password, of: account)
        let hash = try passwords.hash(text)
        try change { connection, entries -> Result<Void, AccountRefusal> in
            guard let used = try useLink(link, at: now, connection) else { return .failure(.linkNotValid) }
            try keep(hash, of: account.id, at: now, connection)
            try endEverything(of: account.id, connection)
            try forgetFailures([.name(SignInName(typed: account.signInName).folded)], connection)
            let id = account.id.description
            entries.append(AccessEntry(.linkUsed, by: id, ["purpose": used.rawValue]))
            entries.append(AccessEntry(.passwordSet, by: id))
            return .success(())
        }
    }

    /// Changes the password of somebody who is signed in and gives the old one. Their other sessions are over, and
    /// this one goes on under another secret.
    package func changePassword(
        from old: String, to new: String, in secret: Secret, at now: Timestamp
    ) throws -> StartedSession {
        let session = try session(secret, at: now)
        let account = try account(session.account)
        let text = try checked(new, of: account)
        let proof = try prove(
            PasswordText(old), as: .account(account.id), countedBy: [.password(account.id)], at: now)
        let hash = try passwords.hash(text)
        return try change { connection, entries in
            if case .failure(let refusal) = try conclude(proof, at: now, connection, &entries) {
                return .failure(refusal)
            }
            try keep(hash, of: account.id, at: now, connection)
            let id = StoredValue.text(account.id.description)
            try connection.execute(SessionTable.deleteOthers, [id, .text(session.id.description)])
            try connection.execute(LinkTable.deleteOfAccount, [id])
            entries.append(AccessEntry(.passwordSet, by: account.id.description))
            return .success(try renew(secret, at: now, provedAt: now, connection))
        }
    }

    private func checked(_ password: String, of account: Account) throws -> PasswordText {
        let text = PasswordText(password)
        try passwords.check(new: text, typed: password, names: [account.signInName, account.displayName])
        return text
    }

    private func keep(
        _ hash: PasswordHash, of id: Account.ID, at now: Timestamp, _ connection: any StoreConnection
    ) throws {
        let sealed = try keys.seal(hash.bytes, for: PasswordTable.use(id))
        try connection.execute(PasswordTable.upsert, [.text(id.description), .bytes(sealed), .moment(now)])
    }

    private func endEverything(of id: Account.ID, _ connection: any StoreConnection) throws {
        for statement in [SessionTable.deleteOfAccount, SignInTable.deleteOfAccount, LinkTable.deleteOfAccount] {
            try connection.execute(statement, [.text(id.description)])
        }
    }
}
