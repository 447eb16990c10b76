package import Vocabulary

extension ReminderDispatcher {
    /// Minutes between two looks at the clock, and between two tries where a letter did not go out.
    private static let look = 1
    private static let again = 15

    /// Sends once a day from a time of day on, and again until everything is out, until the task that runs it is cancelled.
    ///
    /// - Parameters:
    ///   - minute: Of the day, in universal time.
    ///   - now: The clock.
    ///   - report: Gets one line for each round in which something was sent or failed.
    package func run(
        from minute: Int, by actor: String, now: @escaping @Sendable () -> Timestamp,
        report: @escaping @Sendable (String) -> Void
    ) async {
        var done: CalendarDate?
        while !Task.isCancelled {
            let moment = now()
            var pause = Self.look
            if Self.isTime(moment, from: minute, done: done) {
                do {
                    let round = try await send(on: moment.day, at: moment, by: actor)
                    if round.hasFailures { pause = Self.again } else { done = moment.day }
                    if let line = round.line { report(line) }
                } catch is CancellationError { return } catch {
                    pause = Self.again
                    report((error as? any CodedFailure)?.description ?? String(reflecting: type(of: error)))
                }
            }
            try? await Task.sleep(for: .seconds(60 * pause))
        }
    }

    /// Whether today's round is still to be made.
    static func isTime(_ moment: Timestamp, from minute: Int, done: CalendarDate?) -> Bool {
        let ofDay = (moment.milliseconds - Int64(moment.day.daysSinceEpoch) * 86_400_000) / 60_000
        return done != moment.day && ofDay >= Int64(minute)
    }
}

extension ReminderRound {
    /// For a log: how many letters, and how many did not go out; nil where nothing was to be said.
    package var line: String? {
        let failed = lines.count { if case .failed = $0.outcome { true } else { false } }
        guard sent > 0 || failed > 0 || brokenOff != nil else { return nil }
        return "Reminders: \(sent) letters sent, \(failed) not." + (brokenOff.map { " \($0)" } ?? "")
    }
}
