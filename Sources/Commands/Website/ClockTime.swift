import ArgumentParser

/// A time of day, `06:30`.
struct ClockTime: ExpressibleByArgument {
    /// Of the day, 0 to 1439.
    let minute: Int

    /// Before offices open in Europe and Africa.
    static let usual = ClockTime(minute: 5 * 60)

    private init(minute: Int) { self.minute = minute }

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 24, minutes < 60
        else { return nil }
        self.init(minute: hours * 60 + minutes)
    }

    var defaultValueDescription: String {
        let padded = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : String($0) }
        return padded.joined(separator: ":")
    }
}
