/// A count as printed: known, or withheld and known only to lie between two limits.
package struct CountRange: Hashable, Sendable {
    package let lower: Int
    package let upper: Int

    package init(_ lower: Int, _ upper: Int) {
        self.lower = min(lower, upper)
        self.upper = max(lower, upper)
    }

    package init(_ count: Int) { self.init(count, count) }

    package var isKnown: Bool { lower == upper }
    package var width: Int { upper - lower + 1 }

    /// Reads `12`, `12.0`, `<5` (1 to 4), `1-4`, `1–4`, and the markers of withheld counts (1 to one below the
    /// threshold).
    ///
    /// - Returns: nil for anything else: a text, a negative or a broken number.
    package init?(_ text: String, threshold: Int) {
        let trimmed = text.trimmingSpaces()
        let number = trimmed.hasSuffix(".0") ? String(trimmed.dropLast(2)) : trimmed
        if let count = Int(number), count >= 0, count <= 1 << 33 {
            self.init(count)
        } else if trimmed.first == "<", let limit = Int(trimmed.dropFirst().description.trimmingSpaces()), limit >= 2 {
            self.init(1, limit - 1)
        } else if ["c", "*", "x", "..", ":c"].contains(trimmed.lowercased()), threshold >= 2 {
            self.init(1, threshold - 1)
        } else {
            let parts = trimmed.replacing("–", with: "-").split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let lower = Int(parts[0].description.trimmingSpaces()),
                let upper = Int(parts[1].description.trimmingSpaces()), lower >= 0, lower <= upper, upper <= 1 << 33
            else { return nil }
            self.init(lower, upper)
        }
    }
}

extension String {
    func trimmingSpaces() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
