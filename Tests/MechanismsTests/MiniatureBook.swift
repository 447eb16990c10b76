import Access
import Mechanisms
import Vocabulary

/// A book small enough to read: one mechanism with every kind of field, one that it links to.
enum MiniatureBook {
    static let colours = CodeList(
        name: "colours", version: "1", source: "test",
        codes: [
            Code(id: "red"), Code(id: "green"),
            Code(id: "old", isRetired: true),
        ])

    static let box = Mechanism(
        "box", chapter: .network, serves: [], fields: [.text("label")], states: ["there"],
        transitions: [.opening(to: "there", by: [.coordinator])])

    static func mechanism(
        fields: [Field]? = nil, states: [String] = ["new", "done"], transitions: [Transition]? = nil,
        subject: Mechanism.Subject = .nobody
    ) -> Mechanism {
        Mechanism(
            "thing", chapter: .register, serves: [], subject: subject,
            fields: fields ?? [
                .text("note"), .code("colour", list: "colours", required: true), .codes("colours", list: "colours"),
                .period("from"), .period("until"), .integer("size", in: 1...9), .boolean("open"),
                .link("box", to: "box"), .links("boxes", to: "box"),
            ],
            states: states,
            transitions: transitions ?? [
                .opening(to: "new", by: [.coordinator], needs: [InOrder("from", before: "until")]),
                .step(
                    "finish", from: ["new"], to: "done", by: [.coordinator],
                    needs: [ReasonGiven(), Filled("note"), NeverEarlier("until")],
                    computes: [CountedDate("until", after: "from", clock: "grace")]),
            ])
    }

    static func labels(for mechanisms: [Mechanism]) -> Labels {
        var keys = ["codes.colours.red": "Red", "codes.colours.green": "Green", "codes.colours.old": "Old"]
        for mechanism in mechanisms {
            keys[TextKey.title(mechanism.name)] = mechanism.name
            for field in mechanism.fields { keys[TextKey.field(mechanism.name, field.name)] = field.name }
            for state in mechanism.states { keys[TextKey.state(mechanism.name, state)] = state }
            for step in mechanism.transitions {
                keys[TextKey.transition(mechanism.name, step.name)] = step.name
                for need in step.needs { keys[TextKey.guardWord(type(of: need).key)] = type(of: need).key }
            }
        }
        return Labels(["en": keys])
    }

    static func book(
        _ mechanism: Mechanism = mechanism(), labels: Labels? = nil, clocks: [String: Int] = ["grace": 10],
        overlay: CountryOverlay? = nil
    ) throws(BookFailure) -> Book {
        try Book(
            mechanisms: [box, mechanism], codeLists: [colours].compactMap { $0 }, mappings: [], bucketRules: [],
            clocks: clocks, labels: labels ?? self.labels(for: [box, mechanism]), overlay: overlay)
    }
}

/// A register held in memory.
struct MemoryRegister: Register {
    var records: [RecordID: RecordState] = [:]
    var taken: [RecordID: [StepTaken]] = [:]

    func steps(of record: RecordID) -> [StepTaken] { taken[record] ?? [] }
    func records(of mechanism: String, naming record: RecordID, in field: String) -> [RecordState] {
        records.values.filter { $0.mechanism == mechanism && $0.fields[field] == .link(record) }
    }
    func state(of record: RecordID) -> RecordState? { records[record] }
    func mechanism(of record: RecordID) -> String? { records[record]?.mechanism }
    func isLinked(_ record: RecordID, from mechanism: String, field: String) -> Bool {
        records.values.contains { $0.mechanism == mechanism && $0.fields[field] == .link(record) }
    }
    func isBeside(_ record: RecordID, _ other: RecordID) -> Bool {
        records.values.contains { third in
            let named = third.fields.values.flatMap(\.linked)
            return named.contains(record) && named.contains(other)
        }
    }

    mutating func take(_ drafts: [EventDraft]) {
        for draft in drafts {
            if records[draft.record] == nil {
                records[draft.record] = RecordState(opening: draft)
            } else {
                records[draft.record]?.apply(draft)
            }
        }
    }
}

func leave(_ function: FunctionKind = .coordinator) throws -> Grant {
    // Any grant will do here: what the book itself lets a function do is what these tests look at.
    let keeper = Actor(account: "test", function: .systemOperator, organisation: nil)
    let grant = try Policy().decide(keeper, .importRecords, for: .administration).get()
    return function == .systemOperator ? grant : try writing(as: function)
}

private func writing(as function: FunctionKind) throws -> Grant {
    let actor = Actor(account: "test", function: function, organisation: nil)
    let attempts = Purpose.allCases.flatMap { purpose in Action.allCases.map { (purpose, $0) } }
    for (purpose, action) in attempts {
        for matter in Matter.allCases {
            let target = Target(matter, relations: [.own])
            if case .success(let grant) = Policy().decide(actor, action, on: target, for: purpose) { return grant }
        }
    }
    throw AccessRefusal.notPermitted(function: function, action: .write, purpose: .protection)
}
