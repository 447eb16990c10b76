import Access
import Foundation
import Ledger
import Mechanisms
import SQLiteStore
import Vocabulary

/// A register in a folder of its own, gone with the test that made it.
final class TestRegister {
    let path: String
    private(set) var ledger: Ledger
    /// The fixed moment that the ledger's clock tells.
    static let now = Timestamp(milliseconds: 1_790_000_000_000)

    private let rules: ProjectionRules

    init(rules: ProjectionRules = .none) throws {
        self.rules = rules
        path = FileManager.default.temporaryDirectory.appendingPathComponent("register-\(UUID().uuidString)").path
        ledger = try Ledger.initialise(
            DataFolder.make(at: path).premises(isNew: true), rules: rules, under: TestRegister.grant(.initialise)
        ) { TestRegister.now }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Closes the ledger and opens it again.
    func reopen(for opening: Ledger.Opening = .writing) throws {
        try ledger.close()
        ledger = try TestRegister.open(path, for: opening, rules: rules)
    }

    /// Opens the ledger again after it was closed.
    func reopenAfterClosing(for opening: Ledger.Opening = .writing) throws {
        ledger = try TestRegister.open(path, for: opening, rules: rules)
    }

    static func open(
        _ path: String, for opening: Ledger.Opening = .writing, rules: ProjectionRules = .none
    ) throws -> Ledger {
        let folder = try DataFolder.open(at: path, isReadOnly: !opening.isWriting)
        let premises = try folder.premises(settings: .init(mayBeOlder: opening == .rebuilding))
        return try Ledger.open(premises, for: opening, rules: rules) { TestRegister.now }
    }

    func file(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

    /// Leave for an action, from the first post and purpose that the policy allows it to.
    static func grant(_ action: Action, on record: RecordID? = nil) throws -> Grant {
        for function in FunctionKind.allCases {
            for purpose in Purpose.allCases {
                let actor = Actor(account: "tester", function: function, organisation: Draft.id(900_000))
                let target = action.isAboutRecords ? Target(.victims, record: record, relations: [.own]) : .register
                if case .success(let grant) = Policy().decide(actor, action, on: target, for: purpose) { return grant }
            }
        }
        throw NoSuchGrant()
    }

    /// The reach of a caseworker of the organisation in which everything of the tests is written.
    static func reach(_ action: Action) -> Reach {
        let actor = Actor(account: "tester", function: .caseworker, organisation: Draft.id(900_000))
        return Policy().reach(of: actor, action, .victims, for: .protection)
    }

    struct NoSuchGrant: Error {}
}

/// Drafts as the interpreter would make them.
enum Draft {
    /// The id with this number, the same in every run.
    static func id(_ number: UInt64) -> RecordID {
        RecordID(high: 0x0193_0000_0000_7000 + number << 16, low: 0x8000_0000_0000_0000 | number)
    }

    static func person(_ number: UInt64, name: String? = nil, version: Int = 1, origin: Origin? = nil) -> EventDraft {
        var changes: [String: FieldValue] = ["sex": .code("female"), "citizenships": .codes(["AL", "GB"])]
        if let name { changes["family-name"] = .text(name) }
        return EventDraft(
            mechanism: "person", record: id(number), version: version, kind: version == 1 ? "opened" : "amended",
            state: "registered", changes: changes, identityFields: name == nil ? [] : ["family-name"],
            person: id(number), effective: .day(TestRegister.now.day), origin: origin)
    }

    static func episode(_ number: UInt64, of person: UInt64, version: Int = 1, state: String = "potential")
        -> EventDraft
    {
        EventDraft(
            mechanism: "status-episode", record: id(number), version: version,
            kind: version == 1 ? "opened" : "identify", state: state, changes: ["person": .link(id(person))],
            effective: .day(TestRegister.now.day))
    }
}
