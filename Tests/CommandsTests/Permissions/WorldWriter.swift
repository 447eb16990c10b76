import Access
import Foundation
import Ledger
import Mechanisms
import Registry
import Vocabulary

@testable import Commands

/// Writes the records of a ``PermissionWorld`` straight into the ledger: as if they had been imported, in whatever state.
struct WorldWriter {
    struct Houses {
        let home: RecordID
        let other: RecordID
        let supervised: RecordID
        let stranger: RecordID
    }

    let open: OpenRegister
    let book: Book
    let account: String
    private(set) var posts: [FunctionKind: RecordID] = [:]
    private var anchors: [String: RecordID] = [:]
    private var count: UInt64 = 0

    init(open: OpenRegister, book: Book, account: String) {
        self.open = open
        self.book = book
        self.account = account
    }

    static func make(_ place: RegisterFolder, _ book: Book) throws -> OpenRegister {
        try OpenRegister.make(
            at: place, of: book, under: Shell.grant(.systemOperator, .initialise, for: .administration))
    }

    mutating func houses() throws -> Houses {
        let home = try organisation("Home", supervisor: nil)
        let houses = Houses(
            home: home, other: try organisation("Other", supervisor: nil),
            supervised: try organisation("Supervised", supervisor: home),
            stranger: try organisation("Stranger", supervisor: nil))
        for function in PermissionWorld.functions {
            posts[function] = try write(
                "function", "open", ["organisation": .link(home), "kind": .code(function.rawValue)], by: home)
        }
        // What obligatory links point to: nobody here has anything to do with it.
        for name in ["person", "case", "incident", "status-episode", "consent", "function", "mandate"] {
            anchors[name] = try specimen(of: name, in: nil, by: houses.stranger)
        }
        return houses
    }

    mutating func specimens(_ houses: Houses) throws -> [PermissionWorld.Specimen] {
        var specimens: [PermissionWorld.Specimen] = []
        var shared: [Relation: [RecordID]] = [:]
        let authors: [(Relation, RecordID)] = [
            (.ownOrganisation, houses.home), (.sharedByConsent, houses.other), (.sharedByLaw, houses.other),
            (.supervised, houses.supervised), (.none, houses.stranger),
        ]
        for mechanism in book.mechanisms {
            for state in mechanism.states {
                for (relation, author) in authors {
                    let record = try specimen(of: mechanism.name, in: state, by: author)
                    if relation.basis != .none { shared[relation, default: []].append(record) }
                    specimens.append(
                        .init(record: record, mechanism: mechanism, state: state, relation: relation, onlyFor: nil))
                }
                specimens += try personal(mechanism, state, houses)
                let record = try specimen(of: mechanism.name, in: state, by: houses.stranger)
                _ = try write("break-glass", "broken", ["about": .link(record)], by: houses.stranger, as: account)
                specimens.append(
                    .init(record: record, mechanism: mechanism, state: state, relation: .emergency, onlyFor: nil))
            }
        }
        try share(shared, houses)
        return specimens
    }

    /// Those that one post alone answers for.
    private mutating func personal(
        _ mechanism: Mechanism, _ state: String, _ houses: Houses
    ) throws -> [PermissionWorld.Specimen] {
        var specimens: [PermissionWorld.Specimen] = []
        for function in PermissionWorld.functions {
            for standing in mechanism.standings where standing.rests == .on(.own) {
                guard case .post(let field) = standing.holder, let post = posts[function] else { continue }
                let record = try specimen(
                    of: mechanism.name, in: state, by: houses.stranger, changes: [field: .link(post)])
                specimens.append(
                    .init(record: record, mechanism: mechanism, state: state, relation: .own, onlyFor: function))
            }
        }
        return specimens
    }

    private mutating func share(_ records: [Relation: [RecordID]], _ houses: Houses) throws {
        guard let person = anchors["person"] else { return }
        let consent = try write(
            "consent", "given",
            [
                "person": .link(person), "purpose": .code("protection"), "given-on": .period(.day(day)),
            ], by: houses.other)
        for (relation, shared) in records.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            var changes: [String: FieldValue] = [
                "packet": .code("victim-data"), "records": .links(shared), "receiver": .link(houses.home),
                "purpose": .code("protection"), "marking": .code("named"),
                "expires-on": .period(.day(OpenRegister.clock().day.adding(days: 30))),
            ]
            changes["basis"] = .code(relation == .sharedByConsent ? "consent" : "legal-obligation")
            if relation == .sharedByConsent { changes["consent"] = .link(consent) }
            _ = try write("share", "offered", changes, by: houses.other)
        }
    }

    private mutating func organisation(_ name: String, supervisor: RecordID?) throws -> RecordID {
        var changes: [String: FieldValue] = ["name": .text(name), "kind": .code("ngo")]
        changes["supervised-by"] = supervisor.map(FieldValue.link)
        return try write("organisation", "active", changes, by: nil)
    }

    private mutating func specimen(
        of name: String, in state: String?, by author: RecordID, changes extra: [String: FieldValue] = [:]
    ) throws -> RecordID {
        guard let mechanism = book.mechanism(name) else {
            throw CommandFailure.unknownName(kind: "mechanism", name: name, known: [])
        }
        let reaching = Set(mechanism.standings.flatMap(\.fields))
        var changes: [String: FieldValue] = [:]
        for field in mechanism.fields
        where !reaching.contains(field.name) || field.isRequired || field.sensitivity > .open {
            changes[field.name] = value(of: field, in: mechanism, author: author)
        }
        if let owner = mechanism.owner { changes[owner] = .link(author) }
        return try write(name, state ?? mechanism.states[0], changes.merging(extra) { $1 }, by: author)
    }

    private func value(of field: Field, in mechanism: Mechanism, author: RecordID) -> FieldValue? {
        let planted = "planted-\(field.sensitivity)-\(mechanism.name)-\(field.name)"
        func code(_ list: String) -> String? { book.codeLists[list]?.codes.last { !$0.isRetired }?.id }
        switch field.kind {
        case .text: return .text(planted)
        case .code(let list): return code(list).map(FieldValue.code)
        case .codes(let list): return code(list).map { .codes([$0]) }
        case .period: return .period(.day(day))
        case .integer(let range): return .integer(range.lowerBound)
        case .boolean: return .boolean(true)
        case .link(let target) where field.isRequired: return anchor(target, author).map(FieldValue.link)
        case .links(let target) where field.isRequired: return anchor(target, author).map { .links([$0]) }
        case .link, .links: return nil
        }
    }

    private func anchor(_ target: String, _ author: RecordID) -> RecordID? {
        switch target {
        case "organisation": author
        case Field.anyMechanism: anchors["case"]
        default: anchors[target]
        }
    }

    private let day = CalendarDate(daysSinceEpoch: 20_000)

    private mutating func write(
        _ mechanism: String, _ state: String, _ changes: [String: FieldValue], by house: RecordID?,
        as account: String = "world"
    ) throws -> RecordID {
        count += 1
        let record = RecordID(high: 0x019A_0000_0000_7000 &+ count << 16, low: 0x8000_0000_0000_0000 | count)
        let identities = book.mechanism(mechanism)?.identityFields ?? []
        let actor = Actor(account: account, function: .caseworker, organisation: house)
        let grant = try Policy().decide(actor, .open, on: Target(.victims), for: .protection).get()
        let draft = EventDraft(
            mechanism: mechanism, record: record, version: 1, kind: "planted", state: state, changes: changes,
            identityFields: identities.intersection(changes.keys), person: mechanism == "person" ? record : nil,
            effective: .day(day))
        _ = try open.ledger.append([draft], under: grant)
        return record
    }
}
