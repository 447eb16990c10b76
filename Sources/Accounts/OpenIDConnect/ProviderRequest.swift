import Ledger
import Vocabulary

/// Somebody who was sent to a provider, as it was kept meanwhile.
struct ProviderRequest {
    let provider: String
    let nonce: String
    let verifier: String
    let redirect: String
    /// Who wants to link the identity; nil for a sign-in.
    let account: Account.ID?
}

extension Accounts {
    /// The request that an answer belongs to. It is used up, whatever comes of it.
    ///
    /// - Throws: ``AccountRefusal/answerNotExpected``.
    func takeRequest(_ answer: ProviderAnswer, browser: Secret?, at now: Timestamp) throws -> ProviderRequest {
        try change { connection, entries in
            guard let state = Secret(answer.state), let browser,
                let (request, hash, madeAt) = try self.request(state, connection)
            else { return refused(&entries) }
            try connection.execute(ProviderRequestTable.delete, [.bytes(state.hash)])
            let age = now.since(madeAt)
            guard areEqual(hash, browser.hash), age >= -settings.clockTolerance, age < settings.signInLimit else {
                return refused(&entries)
            }
            return .success(request)
        }
    }

    private func request(
        _ state: Secret, _ connection: any StoreConnection
    ) throws -> (request: ProviderRequest, browser: [UInt8], madeAt: Timestamp)? {
        let table = "provider_request"
        return try connection.first(ProviderRequestTable.select, [.bytes(state.hash)]) { row in
            let name = row.text(1)
            let request = ProviderRequest(
                provider: name, nonce: try keys.text(row.byteArray(2), for: "nonce \(name)", table: table),
                verifier: try keys.text(row.byteArray(3), for: "verifier \(name)", table: table),
                redirect: row.text(4), account: row.optionalText(5).flatMap { Account.ID($0) })
            return (request, row.byteArray(0), try row.moment(6, table: table))
        }
    }

    private func refused(_ entries: inout [AccessEntry]) -> Result<ProviderRequest, AccountRefusal> {
        entries.append(
            AccessEntry(.refused, by: AccessEntry.nobody, ["refusal": AccountRefusal.answerNotExpected.code]))
        return .failure(.answerNotExpected)
    }
}
