import Mechanisms
import Publication
import Registry
import Vocabulary

/// What a letter says of reminders: kinds of things, how many, which day; never a name, a title, or what is in a record.
struct ReminderLetter: Sendable {
    let subject: String
    let text: String

    /// Lines of a letter; what is beyond stands in the calendar.
    static let mostLines = 20

    /// - Parameters:
    ///   - origin: Where the house stands; empty where it does not know.
    init(_ reminders: [Reminder], on day: CalendarDate, _ wording: Wording, origin: String) {
        let texts = wording.texts
        let own = reminders.filter { $0.stage != .escalation }
        let others = reminders.filter { $0.stage == .escalation }
        subject = texts.counted("calendar.letter.subject", reminders.count)
        var parts = [texts["calendar.letter.lead"]]
        parts += ReminderLetter.part(own, "calendar.letter.own", on: day, wording)
        parts += ReminderLetter.part(others, "calendar.letter.supervised", on: day, wording)
        let place = origin.isEmpty ? texts["calendar.letter.where"] : "\(origin)\(CalendarPaths.home)"
        parts += [texts.filled("calendar.letter.see", ["place": place]), texts["calendar.letter.why"]]
        text = parts.joined(separator: "\n\n") + "\n"
    }

    private static func part(
        _ reminders: [Reminder], _ key: String, on day: CalendarDate, _ wording: Wording
    ) -> [String] {
        guard !reminders.isEmpty else { return [] }
        struct Group: Hashable {
            let kind: String
            let latest: CalendarDate

            func distance(from day: CalendarDate) -> Int32 { abs(latest.daysSinceEpoch - day.daysSinceEpoch) }
        }
        let groups = Dictionary(grouping: reminders) {
            Group(kind: $0.obligation.kind, latest: $0.obligation.latest)
        }.sorted { left, right in
            // The nearest days first: what has been late for years is known, and what is due tomorrow may not be.
            (left.key.distance(from: day), left.key.latest, left.key.kind)
                < (right.key.distance(from: day), right.key.latest, right.key.kind)
        }
        var lines = groups.prefix(mostLines).map { group, members in
            "- "
                + wording.texts.filled(
                    "calendar.letter.line",
                    [
                        "kind": wording.owed(group.kind), "count": wording.texts.number(members.count),
                        "day": wording.texts.day(group.latest),
                        "distance": wording.distance(to: group.latest, from: day),
                    ])
        }
        if groups.count > mostLines {
            lines.append(wording.texts.counted("calendar.letter.more", groups.count - mostLines))
        }
        return [([wording.texts[key]] + lines).joined(separator: "\n")]
    }
}

extension Wording {
    /// What kind of thing is owed: that of a record, or one of those that are none.
    func owed(_ kind: String) -> String {
        texts.text("calendar.kinds.\(kind)") ?? book.mechanism(kind).map(title) ?? kind
    }
}
