import Ledger
package import Vocabulary

/// How an account stands at a moment, for those who keep accounts.
package enum AccountStanding: Hashable, Sendable {
    /// Nobody has ever signed in to it.
    case waiting
    case active
    /// Too many tries failed, from wherever: no further one is looked at before then.
    case heldOff(until: Timestamp)
    case locked
    case closed
}

extension Accounts {
    /// How an account stands. What is counted for one network address alone is not seen: it passes within an hour.
    package func standing(of account: Account, at now: Timestamp) throws -> AccountStanding {
        switch account.state {
        case .closed: return .closed
        case .locked: return .locked
        case .active: break
        }
        let buckets: [AttemptBucket] = [
            .name(SignInName(typed: account.signInName).folded), .password(account.id), .secondFactor(account.id),
        ]
        if let until = try store.read({ try held(buckets, at: now, $0) }) { return .heldOff(until: until) }
        return account.lastSignInAt == nil ? .waiting : .active
    }
}
