package import Vocabulary

/// A release or a notice that was taken back: it stays where it was frozen, and nothing rests on it any more.
package struct Withdrawal: Hashable, Sendable {
    package let number: Int
    package let on: CalendarDate
    /// For the public.
    package let reason: String

    package init(number: Int, on day: CalendarDate, reason: String) {
        (self.number, on, self.reason) = (number, day, reason)
    }

    /// Those of some numbers, the first of each.
    static func byNumber(_ withdrawn: [Withdrawal], of numbers: [Int]) -> [Int: Withdrawal] {
        let known = Set(numbers)
        return Dictionary(
            withdrawn.filter { known.contains($0.number) }.map { ($0.number, $0) },
            uniquingKeysWith: { first, _ in first })
    }
}
