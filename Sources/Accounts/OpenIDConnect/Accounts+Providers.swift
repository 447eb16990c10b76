import Ledger
import Vocabulary

extension Accounts {
    /// Sets up a provider, or changes it.
    ///
    /// - Parameter clientSecret: What the provider gave; nil for a client without one. Kept sealed.
    package func keep(_ provider: Provider, clientSecret: String?, by actor: String) throws {
        try change { connection, entries -> Result<Void, AccountRefusal> in
            let sealed = try clientSecret.map { try keys.seal($0, for: "client secret \(provider.name)") }
            try connection.execute(
                ProviderTable.upsert,
                [
                    .text(provider.name), .text(provider.issuer), .text(provider.clientID),
                    sealed.map(StoredValue.bytes) ?? .null, .text(provider.providesSecondFactor ? "provided" : "asked"),
                ])
            entries.append(AccessEntry(.providerKept, by: actor, ["provider": provider.name]))
            return .success(())
        }
    }

    /// All providers, by name.
    package func providers() throws -> [Provider] {
        try store.read { try $0.all(ProviderTable.selectAll) { try provider($0).provider } }
    }

    /// Takes a provider away, and every link to it: nobody comes in by it any more.
    package func removeProvider(_ name: String, by actor: String) throws {
        try change { connection, entries -> Result<Void, AccountRefusal> in
            guard try connection.execute(ProviderTable.delete, [.text(name)]) == 1 else {
                return .failure(.unknownProvider(name: name))
            }
            try connection.execute(IdentityTable.deleteOfProvider, [.text(name)])
            entries.append(AccessEntry(.providerRemoved, by: actor, ["provider": name]))
            return .success(())
        }
    }

    /// Names of the providers by which an account may come in.
    package func linkedProviders(of account: Account.ID) throws -> [String] {
        try store.read { try $0.all(IdentityTable.selectOfAccount, [.text(account.description)]) { $0.text(0) } }
    }

    /// - Throws: ``AccountRefusal/identityNotLinked``.
    package func unlink(_ provider: String, from account: Account.ID, by actor: String) throws {
        try change { connection, entries -> Result<Void, AccountRefusal> in
            let count = try connection.execute(
                IdentityTable.delete, [.text(account.description), .text(provider)])
            guard count == 1 else { return .failure(.identityNotLinked) }
            entries.append(
                AccessEntry(.identityUnlinked, by: actor, about: account.description, ["provider": provider]))
            return .success(())
        }
    }

    /// A provider with its secret.
    func provider(named name: String) throws -> (provider: Provider, clientSecret: String?) {
        let found = try store.read { try $0.first(ProviderTable.select, [.text(name)]) { try provider($0) } }
        guard let found else { throw AccountRefusal.unknownProvider(name: name) }
        return found
    }

    private func provider(_ row: any StoredRow) throws -> (provider: Provider, clientSecret: String?) {
        let provider = try Provider(
            name: row.text(0), issuer: row.text(1), clientID: row.text(2),
            providesSecondFactor: row.text(4) == "provided"
        )
        let secret =
            row.kind(3) == .null
            ? nil : try keys.text(row.byteArray(3), for: "client secret \(provider.name)", table: "provider")
        return (provider, secret)
    }
}
