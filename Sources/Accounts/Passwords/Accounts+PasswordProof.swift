import Ledger
import Vocabulary

extension Accounts {
    /// Whose password somebody claims to know.
    enum Claim {
        case name(SignInName)
        case account(Account.ID)
    }

    /// A password that was tried, before anything is concluded from it.
    struct PasswordProof {
        let outcome: PasswordKeeping.Outcome
        /// Nil where nobody has the name.
        let account: Account.ID?
        /// What it was checked against; nil where there was none.
        let kept: PasswordHash?
        let buckets: [AttemptBucket]
    }

    /// Tries a password outside any transaction, since that takes half a second.
    ///
    /// The try is counted as a failure before it is made, and forgiven when it succeeds: a thousand tries at the same
    /// moment are a thousand, not one.
    func prove(
        _ text: PasswordText, as claim: Claim, countedBy buckets: [AttemptBucket], at now: Timestamp
    ) throws -> PasswordProof {
        let (account, kept) = try change {
            connection, entries -> Result<(Account.ID?, PasswordHash?), AccountRefusal> in
            if let refusal = try heldOff(buckets, at: now, connection, &entries) { return .failure(refusal) }
            try countFailure(buckets, at: now, connection)
            let account =
                switch claim {
                case .name(let name): try AccountTable.find(name, keys, connection)?.id
                case .account(let id): id
                }
            return .success((account, try account.flatMap { try PasswordTable.find($0, keys, connection) }))
        }
        return PasswordProof(
            outcome: try passwords.check(text, against: kept), account: account, kept: kept, buckets: buckets)
    }

    /// Within a transaction: the account whose password was proved, or the refusal; noted for the ledger where refused.
    func conclude(
        _ proof: PasswordProof, at now: Timestamp, _ connection: any StoreConnection, _ entries: inout [AccessEntry]
    ) throws -> Result<Account, AccountRefusal> {
        func refused(_ refusal: AccountRefusal) -> Result<Account, AccountRefusal> {
            entries.append(
                AccessEntry(
                    .signInFailed, by: AccessEntry.nobody, about: proof.account?.description,
                    ["refusal": refusal.code]))
            return .failure(refusal)
        }
        // Changed while it was being checked: the answer is about a password that is no longer theirs.
        guard proof.outcome != .wrong, let id = proof.account,
            try PasswordTable.find(id, keys, connection) == proof.kept
        else { return refused(.wrongCredentials) }
        try forgive(proof.buckets, connection)
        let account = try present(id, connection)
        switch account.state {
        case .active: break
        case .locked: return refused(.locked)
        case .closed: return refused(.closed)
        }
        if case .rightButOutdated(let hash) = proof.outcome {
            let sealed = try keys.seal(hash.bytes, for: PasswordTable.use(id))
            try connection.execute(PasswordTable.replace, [.bytes(sealed), .text(id.description)])
        }
        return .success(account)
    }
}
