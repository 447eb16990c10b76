import Access
import Synchronization
import Vocabulary

/// For what somebody works now, session by session, where their function works for more than one purpose.
///
/// In memory alone: after a restart, and in a new session, everybody works for what their function is for (decision
/// 0165).
final class ChosenPurposes: Sendable {
    private struct Choice {
        let purpose: Purpose
        let madeAt: Timestamp
    }

    private let choices = Mutex<[String: Choice]>([:])

    /// In milliseconds: no session is longer.
    private static let longest: Int64 = 10 * 3_600_000

    /// The purpose that every page of this visitor is for; never one for which the function does nothing.
    func purpose(of visitor: Visitor, at now: Timestamp, under policy: Policy) -> Purpose {
        guard case .signedIn(let who) = visitor else { return visitor.actor.function.purpose }
        let usual = who.actor.function.purpose
        guard let choice = choices.withLock({ $0[who.key] }),
            now.milliseconds - choice.madeAt.milliseconds < Self.longest,
            policy.purposes(of: who.actor.function).contains(choice.purpose)
        else { return usual }
        return choice.purpose
    }

    func choose(_ purpose: Purpose, for who: SignedIn, at now: Timestamp) {
        choices.withLock { choices in
            choices = choices.filter { now.milliseconds - $0.value.madeAt.milliseconds < Self.longest }
            choices[who.key] = Choice(purpose: purpose, madeAt: now)
        }
    }
}
