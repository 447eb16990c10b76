import Mechanisms
import Vocabulary

/// Makes the commands of mapped rows.
struct CommandAssembler {
    let plan: MappingPlan
    let sourceName: String
    let fingerprint: Fingerprint
    var mint: IdentifierMint
    /// The record of each person that carries the person's origin; nil where a row makes no person records.
    private let anchor: Int?
    private var ids: [[RecordID?]] = []

    init(_ plan: MappingPlan, sourceName: String, fingerprint: @escaping Fingerprint, mint: IdentifierMint) {
        self.plan = plan
        self.sourceName = sourceName
        self.fingerprint = fingerprint
        self.mint = mint
        let ofPersons = plan.records.indices.filter { plan.records[$0].repetition == .eachPerson }
        anchor = ofPersons.first { plan.records[$0].condition == nil } ?? ofPersons.first
    }

    /// The origins of a row: of each person, and of each record that the row opens once.
    ///
    /// Persons have the ordinals 1…n, the row's own records 0, -1, …: a row that grew from two persons to three finds
    /// its two again, and the case that they share.
    func origins(of mapped: MappedRow) -> RowOrigins {
        let rows = OriginSpace.rows(source: sourceName)
        let persons = anchor == nil ? [] : (1...max(1, mapped.people)).map { fingerprint(rows, mapped.key, $0) }
        let shared = plan.records.indices.filter { plan.records[$0].repetition == .eachRow }
        guard anchor == nil || plan.people != nil else { return RowOrigins(persons: persons, shared: [:]) }
        let ofRow = shared.enumerated().map { ($1, fingerprint(rows, mapped.key, -$0)) }
        return RowOrigins(persons: persons, shared: Dictionary(ofRow, uniquingKeysWith: { first, _ in first }))
    }

    /// The commands for what is new in a row.
    ///
    /// - Parameters:
    ///   - once: Records opened once for a name, all those that the row names among them.
    ///   - known: Records that the register has for origins of this row.
    mutating func commands(
        for mapped: MappedRow, _ origins: RowOrigins, once: OnceRecords, known: [Origin: RecordID] = [:]
    ) -> [Command] {
        // Mapping has seen to it that there is a period.
        guard case .period(let effective)? = mapped.values[plan.effective] else { return [] }
        ids.removeAll(keepingCapacity: true)
        var commands: [Command] = []
        commands.reserveCapacity(plan.records.count * origins.persons.count)
        for (number, record) in plan.records.enumerated() {
            guard isOpened(record, mapped) else {
                ids.append([])
                continue
            }
            switch record.repetition {
            case .eachValue:
                ids.append([onceName(number, mapped).flatMap { once.ids[$0] }])
            case .eachRow:
                let origin = origins.shared[number]
                let isKnown = origin.flatMap { known[$0] }
                ids.append([isKnown ?? mint.next()])
                if isKnown == nil, let id = ids[number][0] {
                    commands.append(command(id, number, 0, mapped, effective, origin))
                }
            case .eachPerson:
                ids.append(origins.persons.map { known[$0] == nil ? mint.next() : nil })
                for person in origins.persons.indices {
                    guard let id = ids[number][person] else { continue }
                    let origin = number == anchor ? origins.persons[person] : nil
                    commands.append(command(id, number, person, mapped, effective, origin))
                }
            }
        }
        return commands
    }

    /// The command that opens a record for a name; it may link to other once-only records that the row names before it.
    mutating func opening(
        _ name: OnceRecords.Name, _ mapped: MappedRow, origin: Origin, once: OnceRecords
    ) -> Command? {
        guard case .period(let effective)? = mapped.values[plan.effective] else { return nil }
        ids = plan.records.indices.map { number in
            onceName(number, mapped).flatMap { once.ids[$0] }.map { [$0] } ?? []
        }
        return command(mint.next(), name.record, 0, mapped, effective, origin)
    }

    /// The name of a once-only record in this row; nil where the row names none.
    func onceName(_ record: Int, _ mapped: MappedRow) -> OnceRecords.Name? {
        guard let slot = plan.records[record].onceSlot, case .text(let text)? = mapped.values[slot] else { return nil }
        return OnceRecords.Name(record: record, text: text)
    }

    /// The names of all once-only records in this row.
    func onceNames(_ mapped: MappedRow) -> [OnceRecords.Name] {
        plan.onceRecords.compactMap { isOpened(plan.records[$0], mapped) ? onceName($0, mapped) : nil }
    }

    /// The origin of a once-only record: the same for every source where two sources may name one organisation.
    func origin(of name: OnceRecords.Name) -> Origin {
        let record = plan.records[name.record]
        if case .eachValue(_, inRegister: true) = record.repetition {
            return fingerprint(.registerNames(mechanism: record.mechanism), RegisterName.key(of: name.text), 0)
        }
        return fingerprint(.names(mechanism: record.mechanism, source: sourceName), Array(name.text.utf8), 0)
    }

    func isOpened(_ record: MappingPlan.Record, _ mapped: MappedRow) -> Bool {
        record.condition.map { mapped.values[$0] != nil } ?? true
    }

    private func command(
        _ id: RecordID, _ number: Int, _ person: Int, _ mapped: MappedRow, _ effective: Period, _ origin: Origin?
    ) -> Command {
        let record = plan.records[number]
        var changes = [String: FieldValue](minimumCapacity: record.fields.count)
        for field in record.fields {
            switch field.value {
            case .slot(let slot): if let value = mapped.values[slot] { changes[field.name] = value }
            case .link(let target):
                if let id = linked(target, from: record, person) { changes[field.name] = .link(id) }
            case .links(let targets):
                let all = targets.flatMap { allLinked($0, from: record, person) }
                if !all.isEmpty { changes[field.name] = .links(all) }
            }
        }
        var transition = "open"
        if case .text(let name)? = mapped.values[record.transition] { transition = name }
        return Command(
            mechanism: record.mechanism, record: id, transition: transition,
            changes: changes, effective: effective, origin: origin)
    }

    /// The record of this row that a link goes to: the same person's where both are persons' records.
    private func linked(_ target: Int, from record: MappingPlan.Record, _ person: Int) -> RecordID? {
        let isSamePerson = plan.records[target].repetition == .eachPerson && record.repetition == .eachPerson
        let place = isSamePerson ? person : 0
        return place < ids[target].count ? ids[target][place] : nil
    }

    /// All records that a link goes to: those of all persons from a record of the whole row.
    private func allLinked(_ target: Int, from record: MappingPlan.Record, _ person: Int) -> [RecordID] {
        if record.repetition == .eachPerson { return linked(target, from: record, person).map { [$0] } ?? [] }
        return ids[target].compactMap(\.self)
    }
}

/// The origins that one row has.
struct RowOrigins {
    /// Of persons 1…n.
    let persons: [Origin]
    /// Of records of the whole row, by their number in the plan.
    let shared: [Int: Origin]

    var all: [Origin] { persons + shared.values }

    /// Of a row that opens nothing.
    static let none = RowOrigins(persons: [], shared: [:])
}
