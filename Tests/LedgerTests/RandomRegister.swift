import Access
import Ledger
import Mechanisms
import NumericMethods
import Vocabulary

/// A register of random records and, beside it, what a plain reading of the book says about each of them.
struct RandomRegister {
    struct Record {
        let id: RecordID
        let number: Int64
        let mechanism: Mechanism
        let account: String
        let organisation: RecordID
        var version: Int
        var state: String
        var fields: [String: FieldValue]

        func linked(_ field: String) -> [RecordID] {
            switch fields[field] {
            case .link(let id): [id]
            case .links(let ids): ids
            default: []
            }
        }
    }

    let register: TestRegister
    private(set) var records: [Record] = []
    private var random: SeededGenerator
    private var next: UInt64 = 1
    let organisations: [RecordID]
    let posts: [RecordID]
    static let accounts = ["anna", "ben", "cleo"]

    init(seed: UInt64, events: Int) throws {
        random = SeededGenerator(seed: seed)
        register = try TestRegister(rules: SmallBook.rules)
        organisations = (1...4).map { Draft.id(900_000 + $0) }
        posts = (1...3).map { Draft.id(910_000 + $0) }
        for _ in 0..<events {
            if records.count > 20, Int.random(in: 0..<3, using: &random) == 0 { try change() } else { try open() }
        }
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private mutating func open() throws {
        let mechanism = pick(SmallBook.mechanisms)
        next += 1
        let state = pick(mechanism.states)
        var fields: [String: FieldValue] = [:]
        for field in mechanism.fields where Int.random(in: 0..<5, using: &random) > 0 {
            fields[field.name] = value(of: field)
        }
        let (account, organisation) = (pick(RandomRegister.accounts), pick(organisations))
        let draft = draft(Draft.id(next), mechanism, version: 1, state, fields)
        let written = try register.ledger.append([draft], under: grant(account, organisation))
        guard case .written(let number) = written else { throw NotWritten() }
        records.append(
            Record(
                id: draft.record, number: number, mechanism: mechanism, account: account, organisation: organisation,
                version: 1, state: state, fields: fields))
    }

    private mutating func change() throws {
        let place = Int.random(in: 0..<records.count, using: &random)
        var record = records[place]
        record.version += 1
        record.state = pick(record.mechanism.states)
        var changes: [String: FieldValue] = [:]
        for field in record.mechanism.fields where Int.random(in: 0..<2, using: &random) == 0 {
            changes[field.name] = value(of: field)
        }
        record.fields.merge(changes) { _, new in new }
        let draft = draft(record.id, record.mechanism, version: record.version, record.state, changes)
        _ = try register.ledger.append([draft], under: grant(pick(RandomRegister.accounts), pick(organisations)))
        records[place] = record
    }

    private func draft(
        _ id: RecordID, _ mechanism: Mechanism, version: Int, _ state: String, _ changes: [String: FieldValue]
    ) -> EventDraft {
        EventDraft(
            mechanism: mechanism.name, record: id, version: version, kind: version == 1 ? "open" : "correct",
            state: state, changes: changes, identityFields: mechanism.identityFields.intersection(changes.keys),
            person: id, effective: .day(TestRegister.now.day))
    }

    private func grant(_ account: String, _ organisation: RecordID) throws -> Grant {
        let actor = Actor(account: account, function: .caseworker, organisation: organisation)
        return try Policy().decide(actor, .write, on: Target(.victims, relations: [.own]), for: .protection).get()
    }

    private mutating func value(of field: Field) -> FieldValue {
        switch field.kind {
        case .text: .text(pick(["Álder 1", "alder 2", "Birch", "Cedar"]))
        case .code(let list): .code(list == "bases" ? pick(["consent", "public-task"]) : pick(["a", "b", "c"]))
        case .codes: .codes(pick([["a"], ["b", "c"], []]))
        case .period: .period(.day(TestRegister.now.day.adding(days: Int.random(in: -3...3, using: &random))))
        case .link(let target): link(to: target)
        case .links(let target): .links(Array(Set([record(of: target), record(of: target)].compactMap(\.self))))
        case .integer, .boolean: .boolean(true)
        }
    }

    private mutating func link(to target: String) -> FieldValue {
        switch target {
        case "organisation": .link(pick(organisations))
        case "function": .link(pick(posts))
        default: .link(record(of: target) ?? pick(organisations))
        }
    }

    private mutating func record(of mechanism: String) -> RecordID? {
        let fitting = records.filter { mechanism == Field.anyMechanism || $0.mechanism.name == mechanism }
        return fitting.isEmpty ? nil : pick(fitting).id
    }

    struct NotWritten: Error {}
}

/// The plain reading: every record looked at, nothing indexed.
extension RandomRegister {
    func relations(of actor: Actor, to record: Record) -> Set<Relation> {
        var held: Set<Relation> = [.none]
        if case .everybody = actor.supervises { held.insert(.supervised) }
        for (relation, holder) in standings(record) {
            if relation == .own, holder == actor.post?.description { held.insert(.own) }
            if relation == .emergency, holder == actor.account { held.insert(.emergency) }
            if relation == .ownOrganisation {
                if holder == actor.organisation?.description { held.insert(.ownOrganisation) }
                if case .organisations(let below) = actor.supervises,
                    below.contains(where: { $0.description == holder })
                {
                    held.insert(.supervised)
                }
            }
            if relation == .sharedByConsent || relation == .sharedByLaw, holder == actor.organisation?.description {
                held.insert(relation)
            }
        }
        return held
    }

    private func standings(_ record: Record) -> [(Relation, String)] {
        let declared = record.mechanism.owner.flatMap { record.linked($0).first }
        var found: [(Relation, String)] = [(.ownOrganisation, (declared ?? record.organisation).description)]
        for source in records {
            for standing in source.mechanism.standings where reaches(standing, from: source, record) {
                let holder: String? =
                    switch standing.holder {
                    case .organisation(let field), .post(let field): source.linked(field).first?.description
                    case .author: source.account
                    case .bearer: source.id.description
                    }
                if let holder, let relation = relation(standing, of: source) { found.append((relation, holder)) }
            }
        }
        return found
    }

    private func reaches(_ standing: Standing, from source: Record, _ record: Record) -> Bool {
        if let states = standing.whileIn, !states.contains(source.state) { return false }
        if let field = standing.until, case .period(let until)? = source.fields[field],
            until.end < TestRegister.now.day
        {
            return false
        }
        return source.id == record.id
            ? standing.toItself : standing.toLinked.contains { source.linked($0).contains(record.id) }
    }

    private func relation(_ standing: Standing, of source: Record) -> Relation? {
        switch standing.rests {
        case .on(let relation): return relation
        case .onBasis(let field, let consentField):
            guard case .code(let basis)? = source.fields[field] else { return nil }
            if basis != "consent" { return .sharedByLaw }
            let consent = source.linked(consentField).first.flatMap { id in records.first { $0.id == id } }
            guard let consent, consent.state == "given" else { return nil }
            if case .period(let until)? = consent.fields["until"], until.end < TestRegister.now.day { return nil }
            return .sharedByConsent
        }
    }

    /// The records that a query has, newest first.
    func matching(_ query: RecordQuery) -> [Record] {
        let matching = records.filter { record in
            guard record.mechanism.name == query.mechanism else { return false }
            if let states = query.states, !states.contains(record.state) { return false }
            let shown = query.filters.compactMap { record.mechanism.field($0.field)?.sensitivity }.max() ?? .open
            let isClosed = record.mechanism.closedStates.contains(record.state)
            return query.reach.showing(shown).clause(
                for: relations(of: query.reach.actor, to: record), isClosed: isClosed)
                != nil && query.filters.allSatisfy { meets($0, record) }
        }
        return matching.sorted { $0.number > $1.number }
    }

    private func meets(_ filter: RecordQuery.Filter, _ record: Record) -> Bool {
        switch (filter, record.fields[filter.field]) {
        case (.codes(_, let wanted), .code(let code)?): wanted.contains(code)
        case (.codes(_, let wanted), .codes(let codes)?): codes.contains { wanted.contains($0) }
        case (.days(_, let from, let through), .period(let period)?):
            (from.map { period.start >= $0 } ?? true) && (through.map { period.start <= $0 } ?? true)
        case (.linked(_, let target), _): record.linked(filter.field).contains(target)
        case (.text(_, let prefix), .text(let text)?):
            text.lowercased().replacing("á", with: "a").hasPrefix(prefix.lowercased())
        default: false
        }
    }
}
