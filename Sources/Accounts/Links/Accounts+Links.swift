import Ledger
package import Vocabulary

extension Accounts {
    /// A link for somebody to set their password; an older one of the account is good no more.
    ///
    /// - Parameter second: Who asked for it, where another had to agree: both stand in the ledger.
    /// - Throws: ``AccountRefusal/noSuchAccount(account:)``, ``AccountRefusal/locked``, ``AccountRefusal/closed``,
    ///   ``AccountRefusal/ownAccount``.
    package func makeLink(
        _ purpose: OneTimeLink.Purpose, for id: Account.ID, by actor: String, askedBy second: String? = nil,
        at now: Timestamp
    ) throws -> MadeLink {
        try Accounts.refuseOwn(id, of: actor)
        return try change { connection, entries in
            let account = try present(id, connection)
            switch account.state {
            case .active: break
            case .locked: return .failure(.locked)
            case .closed: return .failure(.closed)
            }
            let secret = Secret.random()
            try connection.execute(
                LinkTable.upsert,
                [.text(id.description), .bytes(secret.hash), .text(purpose.rawValue), .moment(now)])
            var particulars = ["purpose": purpose.rawValue]
            particulars["asked-by"] = second
            entries.append(AccessEntry(.linkMade, by: actor, about: id.description, particulars))
            let link = OneTimeLink(account: account, purpose: purpose, endsAt: now.adding(settings.linkLife))
            return .success(MadeLink(secret: secret, link: link))
        }
    }

    /// Writes down that somebody asked for a link that another administrator must agree to.
    package func noteAsked(for id: Account.ID, removingSecondFactor: Bool, by actor: String) throws {
        try change { _, entries -> Result<Void, AccountRefusal> in
            entries.append(
                AccessEntry(
                    .linkAsked, by: actor, about: id.description,
                    ["second-factor": removingSecondFactor ? "removed" : "kept"]))
            return .success(())
        }
    }

    /// What a link is for, without using it up.
    ///
    /// - Throws: ``AccountRefusal/linkNotValid`` where it was used, replaced, is over, or was never made;
    ///   ``AccountRefusal/heldOff(until:)`` for an address from which too many were tried.
    package func link(_ secret: Secret, from visitor: Visitor, at now: Timestamp) throws -> OneTimeLink {
        try change { connection, entries in
            let bucket = AttemptBucket.unknownSecrets(visitor.address)
            if let refusal = try heldOff([bucket], at: now, connection, &entries) { return .failure(refusal) }
            if let link = try goodLink(secret, at: now, connection) { return .success(link) }
            try countFailure([bucket], at: now, connection)
            let refusal = AccountRefusal.linkNotValid
            entries.append(AccessEntry(.refused, by: AccessEntry.nobody, ["refusal": refusal.code]))
            return .failure(refusal)
        }
    }

    /// Within a transaction: uses a link up.
    ///
    /// - Returns: What it was for; nil where it is good no more.
    func useLink(
        _ secret: Secret, at now: Timestamp, _ connection: any StoreConnection
    ) throws -> OneTimeLink.Purpose? {
        guard let link = try goodLink(secret, at: now, connection),
            try connection.execute(LinkTable.delete, [.bytes(secret.hash)]) == 1
        else { return nil }
        return link.purpose
    }

    private func goodLink(
        _ secret: Secret, at now: Timestamp, _ connection: any StoreConnection
    ) throws -> OneTimeLink? {
        let row = try connection.first(LinkTable.select, [.bytes(secret.hash)]) { row in
            (Account.ID(row.text(0)), OneTimeLink.Purpose(rawValue: row.text(1)), try row.moment(2, table: "link"))
        }
        guard let row else { return nil }
        guard case (let id?, let purpose?, let madeAt) = row else { throw AccountRefusal.damaged(table: "link") }
        let age = now.since(madeAt)
        guard age >= -settings.clockTolerance, age < settings.linkLife,
            let account = try AccountTable.find(id, keys, connection), account.state == .active
        else { return nil }
        return OneTimeLink(account: account, purpose: purpose, endsAt: madeAt.adding(settings.linkLife))
    }
}
