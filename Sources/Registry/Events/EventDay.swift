import Ledger
import Mechanisms
package import Vocabulary

// Goals, in order: (1) a day that was keeps the rule under which it was kept, whatever is said later of days to come; (2) no
// day is stored: each is read from the ledger.

/// One day of an event of the calendar (B95).
package struct EventDay: Sendable, Hashable {
    package let record: RecordID
    package let title: String
    package let day: CalendarDate
    /// A code of the list `recurrences`: how often the rule of this day makes the event come again.
    package let recurrence: Recurrence
    /// Whether its title is meant for everybody.
    package let isPublic: Bool

    /// The day that the rule in force counts from.
    package let since: CalendarDate
}

extension EventDay {
    /// Days of an event within a span, each under the rule that was in force on it.
    ///
    /// The first rule reaches back to its first day, however late it was entered; a later one holds from the day on which
    /// its step took effect.
    ///
    /// - Parameter drafts: The record's events in the order of the ledger.
    static func days(of drafts: [EventDraft], in span: ClosedRange<CalendarDate>) -> [EventDay] {
        guard let opening = drafts.first, drafts.last?.state != "withdrawn" else { return [] }
        let later = drafts.dropFirst().sorted { ($0.effective.start, $0.version) < ($1.effective.start, $1.version) }
        let changes = Set(later.map(\.effective.start)).filter { span.contains($0) && $0 > span.lowerBound }
        let starts = [span.lowerBound] + changes.sorted()
        let nexts = starts.dropFirst().map(Optional.some) + [nil]
        return zip(starts, nexts).flatMap { start, next -> [EventDay] in
            let rule = later.filter { $0.effective.start <= start }.reduce(into: RecordState(opening: opening)) {
                $0.apply($1)
            }
            return rule.days(in: start...(next.map { $0.adding(days: -1) } ?? span.upperBound))
        }
    }
}

extension RecordState {
    fileprivate func days(in span: ClosedRange<CalendarDate>) -> [EventDay] {
        guard state == "kept", let first = firstDay("day"),
            let recurrence = code("recurs").flatMap(Recurrence.init(rawValue:))
        else { return [] }
        return recurrence.days(from: first, in: span).map {
            EventDay(
                record: record, title: text("title") ?? "", day: $0, recurrence: recurrence,
                isPublic: fields["public"] == .boolean(true), since: first)
        }
    }
}

extension Registry {
    /// Days of the events that the one who asks may read, in their order.
    package func eventDays(_ asking: Asking, in span: ClosedRange<CalendarDate>) throws -> [EventDay] {
        try readable("calendar-event", asking).flatMap { event in
            EventDay.days(of: try ledger.history(of: event.record).map(\.draft), in: span)
        }.sorted { ($0.day, $0.title, $0.record) < ($1.day, $1.title, $1.record) }
    }

    /// The days of the year that holds the day, as a list to print.
    func events(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        guard let first = CalendarDate(year: day.year, month: 1, day: 1),
            let last = CalendarDate(year: day.year, month: 12, day: 31)
        else { return OverviewTable(EventDay.columns, []) }
        let rows: [[OverviewCell]] = try eventDays(asking, in: first...last).map { event in
            [
                OverviewCell(.period(.day(event.day))), .text(event.title, record: event.record),
                OverviewCell(.code(event.recurrence.rawValue, of: "recurrences")),
                OverviewCell(.period(.day(event.since))),
            ]
        }
        return OverviewTable(EventDay.columns, rows)
    }
}

extension EventDay {
    fileprivate static let columns = ["day", "event", "recurs", "rule-from"]
}
