import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// A share that rests on a consent is offered only for what that person agreed to.
struct ConsentTests {
    private let register: InterfaceRegister
    private var people: InterfacePeople { register.people }
    private var worker: Actor { people.caseworkerOfBeta }
    private let today = InterfaceRegister.now.day
    private let person: RecordID

    init() throws {
        register = try InterfaceRegister()
        person = try register.open("person", by: register.people.caseworkerOfBeta)
    }

    private func consent(_ changes: [String: FieldValue] = [:]) throws -> RecordID {
        let basics: [String: FieldValue] = [
            "person": .link(person), "purpose": .code("protection"), "recipient": .link(people.alpha),
            "given-on": .period(.day(today.adding(days: -60))), "until": .period(.day(today.adding(days: 60))),
        ]
        return try register.open("consent", "give", basics.merging(changes) { $1 }, by: worker)
    }

    /// Offers records to Alpha on the ground of a consent; the codes of the refusal, none where it was offered.
    private func offer(_ records: [RecordID], on consent: RecordID) throws -> [String] {
        let changes: [String: FieldValue] = [
            "packet": .code("victim-data"), "records": .links(records), "receiver": .link(people.alpha),
            "purpose": .code("protection"), "basis": .code("consent"), "consent": .link(consent),
            "marking": .code("named"), "expires-on": .period(.day(today.adding(days: 10))),
        ]
        do {
            try register.open("share", "offer", changes, by: worker)
            return []
        } catch let refusal as Refusal { return refusal.problems.map(\.code) }
    }

    private func step(
        _ name: String, _ mechanism: String, _ record: RecordID, _ changes: [String: FieldValue] = [:]
    ) throws -> [String] {
        let command = Command(
            mechanism: mechanism, record: record, transition: name, expectedVersion: 1, changes: changes,
            effective: .day(today), reason: "because")
        guard case .refused(let refusal) = try register.registry.submit([command], Asking(worker)) else { return [] }
        return refusal.problems.map(\.code)
    }

    @Test func isOfferedForWhatThePersonAgreedTo() throws {
        #expect(try offer([person], on: consent()) == [])
        #expect(try offer([person], on: consent(["recipient": .link(people.alpha)])) == [])
    }

    @Test func isRefusedForAnotherPurposeOrReceiver() throws {
        #expect(try offer([person], on: consent(["purpose": .code("investigation")])) == ["M117"])
        #expect(try offer([person], on: consent(["recipient": .link(people.beta)])) == ["M117"])
    }

    @Test func isRefusedOnceTheConsentHasRunOutOrWasWithdrawn() throws {
        #expect(try offer([person], on: consent(["until": .period(.day(today.adding(days: -1)))])) == ["M117"])
        let withdrawn = try consent()
        #expect(try step("withdraw", "consent", withdrawn) == [])
        #expect(try offer([person], on: withdrawn) == ["M117"])
    }

    @Test func isRefusedWhereOneOfTheRecordsIsAnotherPersons() throws {
        let other = try register.open("person", by: worker)
        let episode = try register.open("status-episode", "open-as-potential", ["person": .link(other)], by: worker)
        for records in [[other], [person, other], [episode]] {
            #expect(try offer(records, on: consent()) == ["M117"])
        }
    }

    @Test func carriesWhatIsAboutThePersonThroughTheirPartInACase() throws {
        let episode = try register.open("status-episode", "open-as-potential", ["person": .link(person)], by: worker)
        let matter = try register.open("case", "open", ["phenomenon": .code("trafficking")], by: worker)
        #expect(try offer([matter], on: consent()) == ["M117"], "nobody is in it yet")
        try register.open(
            "case-person", "open", ["case": .link(matter), "person": .link(person), "role": .code("victim")],
            by: worker)
        let entry = try register.open(
            "case-entry", "write",
            [
                "case": .link(matter), "happened-on": .period(.day(today)), "text": .text("A call came."),
                "disclosure": .code("never"),
            ], by: worker)
        #expect(try offer([person, episode, matter, entry], on: consent()) == [])
    }

    /// Two persons in one case and one incident: the consent of one carries nothing that names the other.
    @Test func carriesNothingThatNamesAnotherPersonBesides() throws {
        let other = try register.open("person", by: worker)
        let matter = try register.open("case", "open", ["phenomenon": .code("trafficking")], by: worker)
        var parts: [RecordID: RecordID] = [:]
        for one in [person, other] {
            parts[one] = try register.open(
                "case-person", "open", ["case": .link(matter), "person": .link(one), "role": .code("victim")],
                by: worker)
        }
        func incident(_ persons: [RecordID]) throws -> RecordID {
            try register.open(
                "incident", "record",
                ["case": .link(matter), "persons": .links(persons), "phenomenon": .code("trafficking")], by: worker)
        }
        let (joint, own) = (try incident([person, other]), try incident([person]))
        let theirs = try register.open(
            "status-episode", "open-as-potential", ["person": .link(other), "incident": .link(joint)], by: worker)
        for record in [joint, theirs, try #require(parts[other])] {
            #expect(try offer([record], on: consent()) == ["M117"])
            #expect(try offer([person, record], on: consent()) == ["M117"])
        }
        #expect(try offer([matter, own, try #require(parts[person])], on: consent()) == [])
    }

    /// A case that two persons are in is shared on the consent of one: the case, and nobody else in it.
    @Test func aSharedCaseShowsNobodyElseWhoIsInIt() throws {
        let other = try register.open("person", by: worker)
        let matter = try register.open("case", "open", ["phenomenon": .code("trafficking")], by: worker)
        var records = [other]
        for one in [person, other] {
            records.append(
                try register.open(
                    "case-person", "open", ["case": .link(matter), "person": .link(one), "role": .code("victim")],
                    by: worker))
        }
        records.append(
            try register.open(
                "incident", "record",
                ["case": .link(matter), "persons": .links([person, other]), "phenomenon": .code("trafficking")],
                by: worker))
        #expect(try offer([matter], on: consent()) == [])
        let receiver = Asking(people.caseworkerOfAlpha)
        let view = try register.registry.read(matter, receiver)
        for record in records {
            #expect(throws: RegistryRefusal.notFound) { try register.registry.read(record, receiver) }
        }
        for name in ["person", "case-person", "incident"] {
            #expect(try register.registry.list(ListRequest(name), receiver).rows.isEmpty)
        }
        let beside = try register.registry.neighbours(of: view, receiver).map(\.view.mechanism)
        #expect(Set(beside).isDisjoint(with: ["person", "case-person", "incident"]))
    }

    @Test(arguments: ["person", "purpose", "recipient"])
    func whatWasAgreedToIsNotRewritten(field: String) throws {
        let other = try register.open("person", by: worker)
        let values: [String: FieldValue] = [
            "person": .link(other), "purpose": .code("investigation"), "recipient": .link(people.beta),
        ]
        #expect(try step("correct", "consent", consent(), values.filter { $0.key == field }) == ["M117"])
        #expect(try step("correct", "consent", consent(), ["until": .period(.day(today))]) == [])
    }

    @Test func anotherConsentIsNotPutUnderAShare() throws {
        let share = try register.open(
            "share", "offer",
            [
                "packet": .code("victim-data"), "records": .links([person]), "receiver": .link(people.alpha),
                "purpose": .code("protection"), "basis": .code("consent"), "consent": .link(try consent()),
                "marking": .code("named"), "expires-on": .period(.day(today.adding(days: 10))),
            ], by: worker)
        let elsewhere = try consent(["purpose": .code("investigation")])
        #expect(try step("acknowledge", "share", share, ["consent": .link(elsewhere)]) == ["M117"])
    }
}
