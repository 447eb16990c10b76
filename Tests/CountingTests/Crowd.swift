import Mechanisms
import NumericMethods
import TestKit
import Vocabulary

/// A synthetic population as events, from a seed: an organisation each at first, then four events a person;
/// every twentieth person is in the files of two organisations.
struct Crowd {
    private var generator: SeededGenerator
    private var remaining: Int
    private var sequence: Int64 = 0
    private var organisations: [RecordID] = []
    private var hasBegun = false

    private static let kinds = ["ngo", "law-enforcement", "health-service", "central-government", "local-government"]
    private static let sexes = ["female", "male", "male", "other", "unknown"]
    private static let countries = ["AL", "FR", "GB", "NG", "RO", "VN", "stateless", "unknown"]
    private static let forms = [
        "sexual-exploitation", "forced-labour", "domestic-servitude", "criminal-activities", "organ-removal", "unknown",
    ]
    private static let ages = ["child", "adult", "adult", "unknown"]

    init(seed: UInt64, persons: Int) {
        generator = SeededGenerator(seed: seed)
        remaining = persons
    }

    /// The next events, whole persons at a time; nil after the last.
    mutating func next(atMost count: Int) -> [Event]? {
        var events: [Event] = []
        if !hasBegun {
            hasBegun = true
            for number in 0..<60 {
                let id = record()
                organisations.append(id)
                events.append(
                    event(
                        "organisation", id, "active",
                        [
                            "name": .text("Office \(number)"), "registers": .boolean(true),
                            "kind": .code(Crowd.kinds[number % Crowd.kinds.count]),
                        ]))
            }
        }
        while remaining > 0, events.count + 4 <= count {
            remaining -= 1
            append(to: &events)
        }
        return events.isEmpty ? nil : events
    }

    private mutating func append(to events: inout [Event]) {
        let (person, incident, episode) = (record(), record(), record())
        let start = CalendarDate(daysSinceEpoch: 18_262 + Int32(pick(1461)))
        events.append(
            event(
                "person", person, "registered",
                ["sex": .code(any(Crowd.sexes)), "citizenships": .codes([any(Crowd.countries)])]))
        events.append(
            event(
                "incident", incident, "recorded",
                [
                    "persons": .links([person]), "forms": .codes([any(Crowd.forms)]),
                    "phenomenon": .code("trafficking"),
                    "started-on": .period(Period(.year, holding: start)),
                ]))
        let organisation = FieldValue.link(organisations[pick(organisations.count)])
        events.append(
            event(
                "status-episode", episode, "potential",
                [
                    "person": .link(person), "incident": .link(incident), "registering-organisation": organisation,
                    "referred-by": organisation, "registered-on": .period(.day(start)),
                    "age-group-at-exploitation": .code(any(Crowd.ages)),
                ]))
        if remaining % 20 == 0 {
            // Known to a second organisation: counted once a year all the same.
            let second = organisations[pick(organisations.count)]
            events.append(
                event(
                    "status-episode", record(), "potential",
                    [
                        "person": .link(person), "incident": .link(incident), "registering-organisation": .link(second),
                        "registered-on": .period(.day(start)), "age-group-at-exploitation": .code("adult"),
                    ]))
            return
        }
        events.append(
            event("status-episode", episode, "presumed", ["decided-on": .period(.day(start.adding(days: 5)))]))
    }

    private mutating func pick(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
    private mutating func any(_ codes: [String]) -> String { codes[pick(codes.count)] }
    private mutating func record() -> RecordID { RecordID(high: generator.next(), low: generator.next()) }

    private mutating func event(
        _ mechanism: String, _ record: RecordID, _ state: String, _ changes: [String: FieldValue]
    ) -> Event {
        sequence += 1
        return Event(
            sequence: sequence, recordedAt: Timestamp(milliseconds: sequence), account: "a", function: "caseworker",
            organisation: nil,
            draft: EventDraft(
                mechanism: mechanism, record: record, version: 1, kind: "opened", state: state, changes: changes,
                effective: .day(CalendarDate(daysSinceEpoch: 19_000))))
    }
}
