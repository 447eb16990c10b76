import Foundation
package import Vocabulary

/// Days on which a contact point keeps other hours than on its weekdays and holidays: they come before both.
///
/// A line each: `2026-12-24 08:00-12:00`, `2026-12-31 closed`, `2026-08-03/2026-08-21 closed`.
package struct SpecialDays: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package let first: CalendarDate
        package let last: CalendarDate
        /// None where nobody answers.
        package let spans: [OpeningSpan]
    }

    package let lines: [Line]

    package static let none = SpecialDays(lines: [])

    private init(lines: [Line]) { self.lines = lines }

    /// The hours of a day; nil where it is no special one. Of two lines the later one counts.
    package func spans(on date: CalendarDate) -> [OpeningSpan]? {
        lines.last { $0.first <= date && date <= $0.last }?.spans
    }

    /// Nil where a line cannot be read.
    package init?(_ text: String) {
        var lines: [Line] = []
        for line in text.lowercased().split(whereSeparator: { $0 == ";" || $0.isNewline }) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty { continue }
            let parts = line.split(separator: " ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, let spans = OpeningHours.spans(parts[1]) else { return nil }
            let days = parts[0].split(separator: "/", omittingEmptySubsequences: false).map { CalendarDate(String($0)) }
            guard (1...2).contains(days.count), let first = days.first ?? nil, let last = days.last ?? nil,
                first <= last
            else { return nil }
            lines.append(Line(first: first, last: last, spans: spans))
        }
        self.init(lines: lines)
    }

    /// A line each, apart by semicolons: `2026-12-24 08:00-12:00; 2026-12-31 closed`.
    package var description: String { lines.map(\.description).joined(separator: "; ") }
}

extension SpecialDays.Line {
    package var description: String {
        let days = first == last ? "\(first)" : "\(first)/\(last)"
        return "\(days) \(spans.isEmpty ? "closed" : spans.map(\.description).joined(separator: ", "))"
    }
}
