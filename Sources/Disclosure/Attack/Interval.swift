/// The whole numbers that a withheld cell can still be for somebody who has read everything published.
package struct Interval: Hashable, Sendable {
    package let lower: Int
    /// Nil where nothing published limits it.
    package let upper: Int?

    package init(lower: Int, upper: Int?) {
        self.lower = lower
        self.upper = upper
    }

    /// Upper end minus lower end; nil where there is no upper end.
    package var width: Int? { upper.map { $0 - lower } }

    /// Whether it is at least `width` wide.
    package func isAtLeast(_ width: Int) -> Bool { self.width.map { $0 >= width } ?? true }
}

extension Interval: CustomStringConvertible {
    package var description: String { upper.map { "\(lower)...\($0)" } ?? "\(lower)..." }
}
