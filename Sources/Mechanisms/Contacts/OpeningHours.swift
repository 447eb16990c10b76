import Foundation
package import Vocabulary

// Goals, in order: (1) what a line of hours says is never guessed at: what cannot be read is refused when it is entered;
// (2) one spelling, which a person on call reads without a key; (3) a holiday is a day like another, with hours of its own.

/// On which days of the week a contact point answers from when until when, by its own clock (decision 0220).
///
/// Rules, apart by semicolons or lines: `mo-th 08:30-12:30, 13:30-17:00; fr 08:30-14:00; sa 22:00-06:00; holidays closed`.
/// `always` is every hour of every day, holidays too. A day that no rule names is a day off, and so are holidays.
package struct OpeningHours: Hashable, Sendable {
    package enum Day: String, Sendable, CaseIterable {
        case monday = "mo"
        case tuesday = "tu"
        case wednesday = "we"
        case thursday = "th"
        case friday = "fr"
        case saturday = "sa"
        case sunday = "su"
        case holidays

        package static let week: [Day] = Array(allCases.prefix(7))

        /// The day of the week on which a date falls.
        package init(of date: CalendarDate) {
            // 1970-01-01 was a Thursday.
            let place = (Int(date.daysSinceEpoch) + 3) % 7
            self = Day.week[place < 0 ? place + 7 : place]
        }
    }

    /// Days that are not here are days off.
    package let spans: [Day: [OpeningSpan]]

    /// Every hour of every day.
    package var isAlways: Bool { Day.allCases.allSatisfy { spans[$0] == [.wholeDay] } }

    /// Days with the same hours, one after another in the week, and holidays: what a table has as lines. Days off are
    /// not among them.
    package var lines: [(first: Day, last: Day, spans: [OpeningSpan])] {
        var lines: [(first: Day, last: Day, spans: [OpeningSpan])] = []
        var isBroken = true
        for day in Day.week {
            guard let spans = spans[day] else {
                isBroken = true
                continue
            }
            if !isBroken, let open = lines.last, open.spans == spans {
                lines[lines.count - 1].last = day
            } else {
                lines.append((day, day, spans))
            }
            isBroken = false
        }
        if let spans = spans[.holidays] { lines.append((.holidays, .holidays, spans)) }
        return lines
    }
}

extension OpeningHours: LosslessStringConvertible {
    /// Nil for what cannot be read, for a day that two rules name, and for hours in which nobody ever answers.
    package init?(_ text: String) {
        let rules = text.lowercased().split { $0 == ";" || $0.isNewline }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        var spans: [Day: [OpeningSpan]] = [:]
        var named: Set<Day> = []
        for rule in rules {
            if rule == "always" {
                guard rules.count == 1 else { return nil }
                spans = Dictionary(uniqueKeysWithValues: Day.allCases.map { ($0, [OpeningSpan.wholeDay]) })
                break
            }
            let parts = rule.split(separator: " ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, let days = OpeningHours.days(parts[0]), let read = OpeningHours.spans(parts[1]),
                named.isDisjoint(with: days)
            else { return nil }
            named.formUnion(days)
            for day in days where !read.isEmpty { spans[day] = read }
        }
        guard !spans.isEmpty else { return nil }
        self.spans = spans
    }

    package var description: String {
        if isAlways { return "always" }
        return lines.map { line in
            let days = line.first == line.last ? line.first.rawValue : "\(line.first.rawValue)-\(line.last.rawValue)"
            return "\(days) \(line.spans.map(\.description).joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    /// Spans in their order, none for `closed`; nil where one cannot be read, or two overlap.
    static func spans(_ text: String) -> [OpeningSpan]? {
        guard text != "closed" else { return [] }
        let read = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { OpeningSpan($0.trimmingCharacters(in: .whitespaces)) }
        let spans = read.compactMap(\.self).sorted { $0.from < $1.from }
        guard !spans.isEmpty, spans.count == read.count,
            zip(spans, spans.dropFirst()).allSatisfy({ $0.end <= $1.from.minute })
        else { return nil }
        return spans
    }

    /// `mo`, `mo-fr`, `sa,su`, `holidays`; a stretch does not go over the end of the week.
    private static func days(_ text: String) -> Set<Day>? {
        var days: Set<Day> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Day(rawValue: String($0)) }
            switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
            case (1, let day?, _): days.insert(day)
            case (2, let first?, let last?):
                guard let from = Day.week.firstIndex(of: first), let to = Day.week.firstIndex(of: last), from < to
                else { return nil }
                days.formUnion(Day.week[from...to])
            default: return nil
            }
        }
        return days.isEmpty ? nil : days
    }
}
