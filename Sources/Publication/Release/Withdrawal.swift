package import Vocabulary

/// A release that was taken back: it stays where it was frozen, and no figure rests on it any more.
package struct Withdrawal: Hashable, Sendable {
    package let number: Int
    package let on: CalendarDate
    /// For the public.
    package let reason: String

    package init(number: Int, on day: CalendarDate, reason: String) {
        (self.number, on, self.reason) = (number, day, reason)
    }
}
