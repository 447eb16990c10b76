/// What one text in a column of counts says.
enum PlainValue: Hashable {
    case count(Int)
    /// Withheld, and below this number; nil for of any size.
    case withheld(below: Int?)
    case notReported
    case unreadable

    init(_ text: String, layout: PlainLayout) {
        let trimmed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        let lowered = trimmed.lowercased()
        if let count = PlainValue.count(trimmed) {
            self = .count(count)
        } else if let limit = PlainValue.limit(trimmed) {
            self = .withheld(below: limit)
        } else if layout.withheld.contains(trimmed) || layout.withheld.contains(lowered) {
            self = .withheld(below: nil)
        } else if layout.notReported.contains(trimmed) || layout.notReported.contains(lowered) {
            self = .notReported
        } else {
            self = .unreadable
        }
    }

    /// Digits, with commas, points, spaces or apostrophes between groups of three.
    private static func count(_ text: String) -> Int? {
        if text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) { return Int(text) }
        let groups = text.split(omittingEmptySubsequences: false) { ",. '\u{A0}\u{202F}’".contains($0) }
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        let digits = groups.joined()
        return digits.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? Int(digits) : nil
    }

    /// `<5`, `< 5`, `≤4`, `<=4`: the number that it is below.
    private static func limit(_ text: String) -> Int? {
        for (sign, more) in [("<=", 1), ("≤", 1), ("<", 0)] where text.hasPrefix(sign) {
            return count(String(text.dropFirst(sign.count).drop(while: \.isWhitespace))).map { $0 + more }
        }
        return nil
    }
}
