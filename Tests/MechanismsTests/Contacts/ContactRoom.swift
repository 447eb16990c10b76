import Mechanisms
import Testing
import Vocabulary

/// Contact points as tests write them.
enum ContactRoom {
    static func id(_ number: Int) -> RecordID {
        let digits = String(number)
        let text = "00000000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        guard let id = RecordID(text) else { preconditionFailure("an id of tests") }
        return id
    }

    static func state(_ number: Int, _ mechanism: String, _ state: String, _ fields: [String: FieldValue])
        -> RecordState
    {
        let day = CalendarDate(daysSinceEpoch: 20_000)
        return RecordState(
            opening: EventDraft(
                mechanism: mechanism, record: id(number), version: 1, kind: "enter", state: state, changes: fields,
                effective: .day(day)))
    }

    static func contact(
        _ number: Int, _ hours: String = "mo-fr 09:00-17:00", zone: String = "Europe/Berlin", country: String = "DE",
        tasks: [String] = ["referral"], languages: [String] = ["eng"], special: String? = nil, priority: Int? = nil,
        post: Int? = nil, next: Int? = nil
    ) throws -> ContactPoint {
        var fields: [String: FieldValue] = [
            "title": .text("Contact \(number)"), "organisation": .link(id(900)), "country": .code(country),
            "tasks": .codes(tasks), "languages": .codes(languages), "telephone": .text("+00 \(number)"),
            "time-zone": .text(zone), "hours": .text(hours),
        ]
        fields["special-days"] = special.map(FieldValue.text)
        fields["priority"] = priority.map(FieldValue.integer)
        fields["post"] = post.map { .link(id($0)) }
        fields["next"] = next.map { .link(id($0)) }
        return try #require(ContactPoint(state(number, "contact-point", "active", fields)))
    }

    static func holiday(_ day: String, country: String = "DE", yearly: Bool = false) throws -> Holiday {
        let date = try #require(CalendarDate(day))
        let fields: [String: FieldValue] = [
            "country": .code(country), "name": .text("Feast of Kites"), "day": .period(.day(date)),
            "yearly": .boolean(yearly),
        ]
        return try #require(Holiday(state(800, "holiday", "kept", fields)))
    }

    static func moment(_ text: String) throws -> Timestamp { try #require(Timestamp("\(text):00.000Z")) }
}
