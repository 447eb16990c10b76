import Accounts
import Synchronization
import Vocabulary

/// Links that one administrator asked for and that wait for another: decision 0153. They pass within an hour, and with
/// the house; whoever asked asks again.
final class AskedLinks: Sendable {
    struct Request: Sendable, Hashable {
        let account: Account.ID
        let asker: String
        let removesSecondFactor: Bool
        let at: Timestamp
        /// Who agreed: the same click twice gives them the link twice, of which the last is good.
        var agreed: String?
    }

    private static let life: Int64 = 60 * 60 * 1000
    private let kept = Mutex<[Account.ID: Request]>([:])

    func ask(_ request: Request) { kept.withLock { $0[request.account] = request } }

    /// The request that waits for an account; nil where there is none, or it has passed.
    func request(for account: Account.ID, at now: Timestamp) -> Request? {
        all(at: now).first { $0.account == account }
    }

    /// Agrees to a request of the same kind that somebody else made; nil where there is none to agree to.
    func agree(to account: Account.ID, removing: Bool, by actor: String, at now: Timestamp) -> Request? {
        kept.withLock { kept in
            guard let request = kept[account], AskedLinks.isGood(request, now), request.asker != actor,
                request.removesSecondFactor == removing, request.agreed ?? actor == actor
            else { return nil }
            kept[account]?.agreed = actor
            return request
        }
    }

    /// Those that wait, the oldest first.
    func all(at now: Timestamp) -> [Request] {
        kept.withLock { Array($0.values) }.filter { $0.agreed == nil && AskedLinks.isGood($0, now) }.sorted {
            $0.at < $1.at
        }
    }

    private static func isGood(_ request: Request, _ now: Timestamp) -> Bool {
        (0..<life).contains(now.milliseconds - request.at.milliseconds)
    }
}
