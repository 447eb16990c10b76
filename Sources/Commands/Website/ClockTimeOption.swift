import ArgumentParser
import Vocabulary

extension ClockTime: ExpressibleByArgument {
    /// Before offices open in Europe and Africa.
    static let usual = ClockTime(minute: 5 * 60) ?? .midnight
}
