/// How long things last and how hard they are to guess. Times are in milliseconds.
package struct AccountSettings: Sendable {
    /// A session without a request for so long is over.
    package var idleLimit: Int64 = 20 * Self.minute
    /// A session older than this is over, used or not.
    package var absoluteLimit: Int64 = 10 * Self.hour
    /// Between the first step of a sign-in and the last.
    package var signInLimit: Int64 = 10 * Self.minute
    /// For what needs a fresh proof: how long one counts as fresh.
    package var proofLimit: Int64 = 5 * Self.minute
    package var linkLife: Int64 = 24 * Self.hour
    package var longestTokenLifeDays = 366
    /// Clocks of servers are corrected now and then; a moment further back than this is a clock that was set back.
    package var clockTolerance: Int64 = 2 * Self.minute
    package var passwordCost: ScryptCost = .standard
    package var passwordLengths = 12...256

    package static let second: Int64 = 1000
    package static let minute: Int64 = 60 * second
    package static let hour: Int64 = 60 * minute
    package static let day: Int64 = 24 * hour

    /// As in docs/handbook/accounts.md.
    package init() {}
}
