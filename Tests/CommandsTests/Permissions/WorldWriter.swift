import Access
import Foundation
import Ledger
import Mechanisms
import Registry
import SQLiteStore
import Vocabulary

@testable import Commands

/// Writes the records of a ``PermissionWorld`` straight into the ledger: as if they had been imported, in whatever state.
struct WorldWriter {
    struct Houses {
        let home: RecordID
        let other: RecordID
        let supervised: RecordID
        let stranger: RecordID

        /// To whom a record belongs.
        func owner(in situation: Situation) -> RecordID {
            switch situation {
            case .ownOrganisation: home
            case .supervised: supervised
            case .own, .emergency, .emergencyOver, .emergencyOfAnother, .stranger: stranger
            default: other
            }
        }
    }

    let open: OpenRegister
    let book: Book
    let account: String
    let clock: SetClock
    private(set) var posts: [FunctionKind: RecordID] = [:]
    private(set) var mandates: [FunctionKind: RecordID] = [:]
    private(set) var hubs: [String: RecordID] = [:]
    private var anchors: [String: RecordID] = [:]
    private var count = 0
    private let now: Timestamp
    let values: PlantedValues

    /// - Parameter clock: Stands four hours before `now`, so that an emergency can be over; at `now` when all is written.
    init(open: OpenRegister, book: Book, account: String, clock: SetClock, now: Timestamp) {
        (self.open, self.book, self.account, self.clock, self.now) = (open, book, account, clock, now)
        // By the day on which the tests look, not by that of four hours before: after midnight they are two.
        values = PlantedValues(book: book, day: now.day.adding(days: -30))
    }

    /// A register whose clock is the test's.
    static func make(at path: String, of book: Book, clock: @escaping @Sendable () -> Timestamp) throws -> OpenRegister
    {
        let folder = try DataFolder.make(at: path)
        let ledger = try Ledger.initialise(
            try folder.premises(isNew: true), rules: ProjectionRules(book.mechanisms),
            under: Initialise.grant(.initialise), clock: clock)
        return OpenRegister(folder: folder, ledger: ledger)
    }

    mutating func houses() throws -> Houses {
        let home = try organisation("Home", supervisor: nil)
        let houses = Houses(
            home: home, other: try organisation("Other", supervisor: nil),
            supervised: try organisation("Supervised", supervisor: home),
            stranger: try organisation("Stranger", supervisor: nil))
        for function in PermissionWorld.functions {
            let post = try write(
                "function", "open", ["organisation": .link(home), "kind": .code(function.rawValue)], by: home)
            posts[function] = post
            mandates[function] = try write(
                "mandate", "held",
                [
                    "function": .link(post), "holder": .text("Somebody"), "account": .text(account),
                    "rank": .code("main"), "from": .period(.day(values.day)),
                ], by: home)
        }
        // What obligatory links point to. Persons and cases are those of the house: what names them stands beside them.
        for name in ["person", "case"] {
            let hub = try specimen(of: name, in: .ownOrganisation, state: nil, by: home, given: [:])
            (hubs[name], anchors[name]) = (hub.record, hub.record)
        }
        for name in book.mechanisms.map(\.name) where anchors[name] == nil && isLinkedTo(name) {
            anchors[name] =
                try specimen(of: name, in: .stranger, state: nil, by: houses.stranger, given: [:]).record
        }
        return houses
    }

    private func isLinkedTo(_ name: String) -> Bool {
        name != "organisation"
            && book.mechanisms.contains { $0.fields.contains { $0.linkedMechanism == name && $0.isRequired } }
    }

    mutating func specimens(_ houses: Houses) throws -> [PermissionWorld.Specimen] {
        var specimens: [PermissionWorld.Specimen] = []
        for mechanism in book.mechanisms {
            for state in mechanism.states {
                for situation in Situation.all {
                    guard let given = fields(of: mechanism, in: situation) else { continue }
                    specimens.append(
                        try specimen(
                            of: mechanism.name, in: situation, state: state, by: houses.owner(in: situation),
                            given: given))
                }
            }
        }
        try share(specimens.filter(\.situation.isOfShare), houses)
        try breakGlass(specimens, houses)
        return specimens
    }

    /// What must stand in a record for the situation to hold; nil where the mechanism does not know it.
    private func fields(of mechanism: Mechanism, in situation: Situation) -> [String: FieldValue]? {
        // That a consent is another's, the derived tables see on persons; on other records the book refuses such a share.
        if situation == .consentOfAnother { return mechanism.identityFields.isEmpty ? nil : [:] }
        guard case .own(let function) = situation else { return [:] }
        let standing = mechanism.standings.first { $0.rests == .on(.own) && $0.toItself }
        guard case .post(let field)? = standing?.holder, let post = posts[function] else { return nil }
        return [field: .link(post)]
    }

    /// One share for what is not about a single person, and one for each person: a consent is one person's.
    private mutating func share(_ specimens: [PermissionWorld.Specimen], _ houses: Houses) throws {
        for (situation, shared) in Dictionary(grouping: specimens, by: \.situation) {
            let persons = shared.filter { $0.mechanism.name == "person" }
            let others = shared.filter { $0.mechanism.name != "person" }.map(\.record)
            if let hub = hubs["person"] { try share(others, in: situation, person: hub, houses) }
            for person in persons { try share([person.record], in: situation, person: person.record, houses) }
        }
    }

    private mutating func share(
        _ records: [RecordID], in situation: Situation, person: RecordID, _ houses: Houses
    ) throws {
        var changes: [String: FieldValue] = [
            "packet": .code("victim-data"), "records": .links(records), "receiver": .link(houses.home),
            "purpose": .code("protection"), "marking": .code("named"),
            "expires-on": .period(.day(now.day.adding(days: situation == .shareExpired ? -1 : 30))),
        ]
        changes["basis"] = .code(situation.restsOnConsent ? "consent" : "legal-obligation")
        if situation.restsOnConsent {
            changes["consent"] = .link(try consent(in: situation, person: person, houses))
        }
        _ = try write("share", situation.shareState ?? "offered", changes, by: houses.other)
    }

    private mutating func consent(in situation: Situation, person: RecordID, _ houses: Houses) throws -> RecordID {
        var changes: [String: FieldValue] = [
            "person": .link(person), "purpose": .code("protection"), "recipient": .link(houses.home),
            "given-on": .period(.day(values.day)), "until": .period(.day(now.day.adding(days: 30))),
        ]
        switch situation {
        case .consentExpired: changes["until"] = .period(.day(now.day.adding(days: -1)))
        case .consentForAnotherPurpose: changes["purpose"] = .code("investigation")
        case .consentForAnotherReceiver: changes["recipient"] = .link(houses.stranger)
        case .consentOfAnother:
            changes["person"] = .link(
                try specimen(of: "person", in: .stranger, state: nil, by: houses.stranger, given: [:]).record)
        default: break
        }
        return try write(
            "consent", situation == .consentWithdrawn ? "withdrawn" : "given", changes, by: houses.other)
    }

    private mutating func breakGlass(_ specimens: [PermissionWorld.Specimen], _ houses: Houses) throws {
        for situation in [Situation.emergencyOver, .emergency, .emergencyOfAnother] {
            if situation != .emergencyOver { clock.set(to: now) }
            for specimen in specimens where specimen.situation == situation {
                let breaker = situation == .emergencyOfAnother ? "somebody-else" : account
                let changes: [String: FieldValue] = ["about": .link(specimen.record)]
                _ = try write("break-glass", "broken", changes, by: houses.stranger, as: breaker)
            }
        }
    }

    private func person(of mechanism: String, _ record: RecordID, _ changes: [String: FieldValue]) -> RecordID? {
        switch book.mechanism(mechanism)?.subject {
        case .itself: record
        case .person(let field): changes[field]?.linked.first
        case .nobody, nil: nil
        }
    }

    private mutating func organisation(_ name: String, supervisor: RecordID?) throws -> RecordID {
        var changes: [String: FieldValue] = ["name": .text(name), "kind": .code("ngo")]
        changes["supervised-by"] = supervisor.map(FieldValue.link)
        return try write("organisation", "active", changes, by: nil)
    }

    /// A record with everything filled that does not let anybody in: as it was first, and as it is now.
    private mutating func specimen(
        of name: String, in situation: Situation, state: String?, by author: RecordID, given: [String: FieldValue]
    ) throws -> PermissionWorld.Specimen {
        guard let mechanism = book.mechanism(name) else {
            throw CommandFailure.unknownName(kind: "mechanism", name: name, known: [])
        }
        let reaching = Set(mechanism.standings.flatMap(\.fields))
        let serial = count + 1
        var (first, second): ([String: FieldValue], [String: FieldValue]) = ([:], [:])
        for field in mechanism.fields
        where !reaching.contains(field.name) || field.isRequired || field.sensitivity > .open {
            let anchor = anchor(field.linkedMechanism, author)
            first[field.name] = values.value(of: field, in: name, mark: "was-q\(serial)q", linking: anchor)
            if case .text? = first[field.name] {
                second[field.name] = values.value(of: field, in: name, mark: "q\(serial)q", linking: anchor)
            }
        }
        if let owner = mechanism.owner { first[owner] = .link(author) }
        first.merge(given) { $1 }
        let state = state ?? mechanism.states[0]
        if name == "document" {
            // In whatever state: what was infected is thrown away, and must not come out even if it were there.
            let hash = try keepFile(PermissionWorld.Specimen.file(marked: "q\(serial)q"), by: author)
            (first["hash"], second["hash"]) = (.text(hash), nil)
        }
        // What has a number was let out, and must lie in the folder of notices before the house starts.
        if name == "public-notice" { first["number"] = nil }
        let record = try write(
            name, state, first, then: second, reason: "planted-confidential-reason-q\(serial)q", by: author)
        return PermissionWorld.Specimen(
            record: record, mechanism: mechanism, state: state, situation: situation, serial: serial,
            filled: Set(first.keys))
    }

    private func anchor(_ target: String?, _ author: RecordID) -> RecordID? {
        switch target {
        case "organisation": author
        case Field.anyMechanism: anchors["case"]
        default: target.flatMap { anchors[$0] }
        }
    }

    private mutating func write(
        _ mechanism: String, _ state: String, _ changes: [String: FieldValue], then second: [String: FieldValue] = [:],
        reason: String? = nil, by house: RecordID?, as account: String = "world"
    ) throws -> RecordID {
        let record = nextRecord
        count += 1
        let identities = book.mechanism(mechanism)?.identityFields ?? []
        let grant = try leave(as: account, of: house)
        let versions = second.isEmpty ? [changes] : [changes, second]
        let drafts = versions.enumerated().map { place, fields in
            EventDraft(
                mechanism: mechanism, record: record, version: place + 1, kind: "planted", state: state,
                changes: fields, identityFields: identities.intersection(fields.keys),
                person: person(of: mechanism, record, changes), effective: .day(values.day),
                reason: place == 0 ? nil : reason)
        }
        _ = try open.ledger.append(drafts, under: grant)
        return record
    }

    private var nextRecord: RecordID {
        RecordID(
            high: 0x019A_0000_0000_7000 &+ UInt64(count + 1) << 16, low: 0x8000_0000_0000_0000 | UInt64(count + 1))
    }

    private func leave(as account: String, of house: RecordID?) throws -> Grant {
        let actor = Actor(account: account, function: .caseworker, organisation: house)
        return try Policy().decide(actor, .open, on: Target(.victims), for: .protection).get()
    }

    /// Keeps the file of the document that is written next.
    ///
    /// - Returns: Its hash.
    private func keepFile(_ text: String, by house: RecordID) throws -> String {
        try open.ledger.keep(Array(text.utf8), for: nextRecord, of: nil, under: leave(as: "world", of: house)).hash
    }
}
