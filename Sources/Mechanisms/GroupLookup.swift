import Vocabulary

/// The register with what the group has decided so far on top.
struct GroupLookup<Base: Register>: Register {
    private(set) var drafts: [EventDraft] = []
    private let register: Base
    /// Of the one whose commands they are.
    private let account: String
    /// By record: the place of its last draft. A row may stand for thousands of persons, so nothing is searched.
    private var last: [RecordID: Int] = [:]
    /// By draft: the place of the one before on the same record; -1 for the first.
    private var previous: [Int] = []

    init(register: Base, commands: Int, account: String) {
        self.register = register
        self.account = account
        drafts.reserveCapacity(commands)
        previous.reserveCapacity(commands)
        last.reserveCapacity(commands)
    }

    mutating func append(_ draft: EventDraft) {
        previous.append(last[draft.record] ?? -1)
        last[draft.record] = drafts.count
        drafts.append(draft)
    }

    func state(of record: RecordID) throws -> RecordState? {
        var own: [EventDraft] = []
        var place = last[record] ?? -1
        while place >= 0 {
            own.append(drafts[place])
            place = previous[place]
        }
        guard let first = own.last else { return try register.state(of: record) }
        guard var state = first.version == 1 ? RecordState(opening: first) : try register.state(of: record) else {
            return nil
        }
        for draft in own.reversed() where draft.version > state.version { state.apply(draft) }
        return state
    }

    func mechanism(of record: RecordID) throws -> String? {
        try last[record].map { drafts[$0].mechanism } ?? register.mechanism(of: record)
    }

    func isLinked(_ record: RecordID, from mechanism: String, field: String) throws -> Bool {
        if drafts.contains(where: { $0.mechanism == mechanism && $0.changes[field] == .link(record) }) { return true }
        return try register.isLinked(record, from: mechanism, field: field)
    }

    func records(of mechanism: String, naming record: RecordID, in field: String) throws -> [RecordState] {
        let before = try register.records(of: mechanism, naming: record, in: field).map(\.record)
        let touched = drafts.filter { $0.mechanism == mechanism && $0.changes[field] != nil }.map(\.record)
        return try Set(before + touched).sorted().compactMap(state).filter {
            $0.fields[field]?.linked.contains(record) == true
        }
    }

    func steps(of record: RecordID) throws -> [StepTaken] {
        let here = drafts.filter { $0.record == record }.map {
            StepTaken($0.kind, by: account, changes: $0.changes)
        }
        return try register.steps(of: record) + here
    }

    func isBeside(_ record: RecordID, _ other: RecordID) throws -> Bool {
        let isBesideHere = drafts.contains { draft in
            let named = draft.changes.values.flatMap(\.linked)
            return named.contains(record) && named.contains(other)
        }
        return try isBesideHere || register.isBeside(record, other)
    }
}
