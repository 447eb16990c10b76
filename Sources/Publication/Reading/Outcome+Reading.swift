package import Disclosure

extension ReleasedTable.Outcome {
    /// Whether the reader is told that there is a figure, but not which.
    package var isWithheld: Bool { self == .withheldPrimary || self == .withheldComplementary }

    /// The count, where it is published.
    package var count: Int? {
        if case .published(let count) = self { count } else { nil }
    }
}
