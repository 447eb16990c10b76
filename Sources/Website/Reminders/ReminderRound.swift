package import Mechanisms
package import Vocabulary

/// What became of the reminders of one round, mandate by mandate.
package struct ReminderRound: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case sent
        /// It would have been, were it no trial.
        case wouldBeSent
        /// The holder has given no address: what is due stands in the calendar, and goes out once there is one.
        case noAddress
        /// Tried again with the next round.
        case failed(code: String)
    }

    package struct Line: Sendable, Hashable {
        package let mandate: RecordID
        package let account: String
        /// Reminders that were not sent before.
        package let reminders: Int
        package let outcome: Outcome
    }

    /// Those for whom there was something new, in the order of their mandates.
    package var lines: [Line] = []
    /// Why the round ended before everybody's turn; nil where it did not.
    package var brokenOff: String?

    package var sent: Int { lines.count { $0.outcome == .sent } }

    /// Whether somebody is to be tried again.
    package var hasFailures: Bool {
        brokenOff != nil || lines.contains { if case .failed = $0.outcome { true } else { false } }
    }
}
