/// How often something may fail, and how long it is then held off. Times are in milliseconds.
package struct AttemptRule: Hashable, Sendable {
    /// Failures that cost nothing.
    let free: Int
    /// After the first failure beyond; doubled by each further one.
    let first: Int64
    let longest: Int64

    /// 0 while failures are free.
    func delay(after failures: Int) -> Int64 {
        guard failures > free else { return 0 }
        let doublings = min(failures - free - 1, 30)
        return min(longest, first << Int64(doublings))
    }
}

/// What failures are counted by.
enum AttemptBucket {
    /// One name from one address: somebody who forgot, or who guesses at one account.
    case nameFromAddress(String, String)
    /// One name from anywhere: many who guess at one account together. Mild, so that nobody can lock a colleague out.
    case name(String)
    /// One address, any name: one who tries one password on many.
    case address(String)
    /// The password of somebody who is signed in already: old ones, and fresh proofs.
    case password(Account.ID)
    /// The second factor of one account.
    case secondFactor(Account.ID)
    /// Links, tokens and sign-ins that were never made here, by address.
    case unknownSecrets(String)

    var rule: AttemptRule {
        let (second, minute, hour) = (AccountSettings.second, AccountSettings.minute, AccountSettings.hour)
        return switch self {
        case .nameFromAddress: AttemptRule(free: 4, first: 30 * second, longest: hour)
        case .name: AttemptRule(free: 20, first: minute, longest: 15 * minute)
        case .address: AttemptRule(free: 40, first: minute, longest: hour)
        case .password, .secondFactor: AttemptRule(free: 4, first: minute, longest: hour)
        case .unknownSecrets: AttemptRule(free: 40, first: minute, longest: hour)
        }
    }

    func token(_ keys: AccountKeys) -> [UInt8] {
        switch self {
        case .nameFromAddress(let name, let address):
            keys.token("\(name)\u{0}\(AddressBucket.of(address))", of: "attempts name from address")
        case .name(let name): keys.token(name, of: "attempts name")
        case .address(let address): keys.token(AddressBucket.of(address), of: "attempts address")
        case .password(let account): keys.token(account.description, of: "attempts password")
        case .secondFactor(let account): keys.token(account.description, of: "attempts second factor")
        case .unknownSecrets(let address): keys.token(AddressBucket.of(address), of: "attempts unknown secrets")
        }
    }
}
