import Mechanisms
import Vocabulary

/// A short ledger told event by event, without a store: what each test needs to have happened.
struct Story {
    private(set) var events: [Event] = []
    private var next: UInt64 = 0
    private var versions: [RecordID: Int] = [:]

    var position: Int64 { Int64(events.count) }

    /// A record of `mechanism` in its first state.
    @discardableResult
    mutating func open(
        _ mechanism: String, _ state: String, _ changes: [String: FieldValue], on effective: String = "2023-01-01"
    ) -> RecordID {
        next += 1
        let id = RecordID(high: next &* 0x9E37_79B9_7F4A_7C15, low: next)
        change(id, mechanism, state, changes, on: effective)
        return id
    }

    /// A later event on a record.
    mutating func change(
        _ record: RecordID, _ mechanism: String, _ state: String, _ changes: [String: FieldValue] = [:],
        on effective: String = "2023-01-01"
    ) {
        let version = versions[record, default: 0] + 1
        versions[record] = version
        let draft = EventDraft(
            mechanism: mechanism, record: record, version: version, kind: version == 1 ? "opened" : "changed",
            state: state, changes: changes, effective: period(effective))
        events.append(
            Event(
                sequence: Int64(events.count + 1),
                recordedAt: Timestamp(milliseconds: Int64(events.count) * 86_400_000),
                account: "a", function: "caseworker", organisation: nil, draft: draft))
    }

    mutating func organisation(_ name: String, kind: String = "ngo", registers: Bool = true) -> RecordID {
        open(
            "organisation", "active",
            ["name": .text(name), "kind": .code(kind), "registers": .boolean(registers)])
    }

    mutating func person(_ sex: String? = "female", _ citizenships: [String]? = ["NG"]) -> RecordID {
        open(
            "person", "registered",
            fields(["sex": sex.map { .code($0) }, "citizenships": citizenships.map { .codes($0) }]))
    }

    mutating func incident(
        _ persons: [RecordID] = [], forms: [String]? = ["forced-labour"], main: String? = nil,
        phenomenon: String? = "trafficking", file: RecordID? = nil, started: String? = nil
    ) -> RecordID {
        open(
            "incident", "recorded",
            fields([
                "persons": .links(persons), "forms": forms.map { .codes($0) }, "main-form": main.map { .code($0) },
                "phenomenon": phenomenon.map { .code($0) }, "case": file.map { .link($0) },
                "started-on": started.map { .period(period($0)) },
            ]))
    }

    @discardableResult
    mutating func episode(
        _ person: RecordID, by organisation: RecordID?, _ state: String = "presumed",
        on registered: String? = "2023-02-01",
        incident: RecordID? = nil, age: String? = "adult"
    ) -> RecordID {
        open(
            "status-episode", state,
            fields([
                "person": .link(person), "registering-organisation": organisation.map { .link($0) },
                "registered-on": registered.map { .period(period($0)) }, "incident": incident.map { .link($0) },
                "age-group-at-exploitation": age.map { .code($0) },
            ]), on: registered ?? "2023-01-01")
    }

    @discardableResult
    mutating func same(_ first: RecordID, _ second: RecordID) -> RecordID {
        open("same-person", "asserted", ["first": .link(first), "second": .link(second), "basis": .text("same file")])
    }

    private func fields(_ values: [String: FieldValue?]) -> [String: FieldValue] { values.compactMapValues(\.self) }
}

/// A period of a test: a spelling that is wrong is a mistake of the test.
func period(_ text: String) -> Period {
    guard let period = Period(text) else { preconditionFailure("no period: \(text)") }
    return period
}
