import Ledger
package import Vocabulary

extension Accounts {
    /// Makes an account that nobody can sign in to yet: a one-time link lets its person set a password.
    ///
    /// - Parameters:
    ///   - actor: Who makes it: an account's id or `shell-<uid>`, for the ledger.
    ///   - key: Of the form that asks for it: the same form sent twice gives the same account. Nobody can choose an
    ///     id by it.
    /// - Throws: ``AccountRefusal/malformedName``, ``AccountRefusal/nameTaken``.
    package func make(
        _ new: NewAccount, by actor: String, at now: Timestamp, key: String? = nil
    ) throws -> Account {
        let name = try SignInName(new: new.signInName)
        let derived = key.map { Account.ID.derived(from: keys.token("\(actor)\u{0}\($0)", of: "account of a form")) }
        return try change { connection, entries in
            let token = keys.token(name.folded, of: "sign-in name")
            let taken = try connection.first(AccountTable.selectName, [.bytes(token)]) { $0.text(0) }
            if let taken, taken == derived, let id = Account.ID(taken) { return .success(try present(id, connection)) }
            guard taken == nil, let id = Account.ID(derived ?? Account.ID.random()),
                try AccountTable.find(id, keys, connection) == nil
            else { return .failure(.nameTaken) }
            try connection.execute(
                AccountTable.insert,
                [
                    .text(id.description), .bytes(token),
                    .bytes(try keys.seal(name.shown, for: "sign-in name \(id)")),
                    .bytes(try keys.seal(new.displayName, for: "display name \(id)")),
                    .text(new.language), .text(Account.State.active.rawValue),
                    .text(new.requiresSecondFactor ? "required" : "optional"), .moment(now), .null,
                ])
            entries.append(AccessEntry(.accountMade, by: actor, about: id.description))
            return .success(try self.present(id, connection))
        }
    }

    /// All accounts, closed ones too, in the order of their ids.
    package func all() throws -> [Account] {
        try store.read { try $0.all(AccountTable.selectAll) { try AccountTable.read($0, keys) } }
    }

    /// - Throws: ``AccountRefusal/noSuchAccount(account:)``.
    package func account(_ id: Account.ID) throws -> Account {
        try store.read { try present(id, $0) }
    }

    /// For administrators; nil where nobody has this sign-in name. The door never asks this way.
    package func account(named name: String) throws -> Account? {
        try store.read { try AccountTable.find(SignInName(typed: name), keys, $0) }
    }

    /// Locks, unlocks or closes an account. Locking and closing end its sessions, sign-ins and links at once, and
    /// tokens do not work while it lasts. Unlocking forgets failed tries, also where it was not locked.
    ///
    /// - Throws: ``AccountRefusal/closed`` where it was closed before; ``AccountRefusal/ownAccount``.
    package func set(_ state: Account.State, of id: Account.ID, by actor: String, at now: Timestamp) throws {
        try Accounts.refuseOwn(id, of: actor)
        try change { connection, entries -> Result<Void, AccountRefusal> in
            let account = try present(id, connection)
            guard account.state != .closed else { return .failure(.closed) }
            if state == .active { try forgetFailures(of: account, connection) }
            guard account.state != state else { return .success(()) }
            try connection.execute(AccountTable.updateState, [.text(state.rawValue), .text(id.description)])
            if state != .active {
                for statement in [SessionTable.deleteOfAccount, SignInTable.deleteOfAccount, LinkTable.deleteOfAccount]
                {
                    try connection.execute(statement, [.text(id.description)])
                }
            }
            let kind: AccessEntry.Kind =
                switch state {
                case .active: .accountUnlocked
                case .locked: .accountLocked
                case .closed: .accountClosed
                }
            entries.append(AccessEntry(kind, by: actor, about: id.description))
            return .success(())
        }
    }

    /// Changes what is called, spoken and required; nil leaves a thing as it is.
    package func change(
        _ id: Account.ID, displayName: String? = nil, language: String? = nil, requiresSecondFactor: Bool? = nil,
        by actor: String
    ) throws {
        try change { connection, entries -> Result<Void, AccountRefusal> in
            let account = try present(id, connection)
            let isRequired = requiresSecondFactor ?? account.requiresSecondFactor
            try connection.execute(
                AccountTable.updateParticulars,
                [
                    .bytes(try keys.seal(displayName ?? account.displayName, for: "display name \(id)")),
                    .text(language ?? account.language), .text(isRequired ? "required" : "optional"),
                    .text(id.description),
                ])
            entries.append(AccessEntry(.accountChanged, by: actor, about: id.description))
            return .success(())
        }
    }

    /// Within a transaction: what is counted by the account or its name, wherever from. What is counted by a name from
    /// one address is not found by the account, and passes within an hour.
    private func forgetFailures(of account: Account, _ connection: any StoreConnection) throws {
        let name = SignInName(typed: account.signInName).folded
        try forgetFailures([.name(name), .password(account.id), .secondFactor(account.id)], connection)
    }

    /// Nobody lets themselves in again, nor locks themselves out: another administrator does.
    static func refuseOwn(_ id: Account.ID, of actor: String) throws(AccountRefusal) {
        guard actor != id.description else { throw .ownAccount }
    }

    func present(_ id: Account.ID, _ connection: any StoreConnection) throws -> Account {
        guard let account = try AccountTable.find(id, keys, connection) else {
            throw AccountRefusal.noSuchAccount(account: id.description)
        }
        return account
    }
}
