import Access
import InterfaceKit
import Ledger
import Linkage
import Mechanisms
import Testing
import Vocabulary

@testable import Registry

/// “Is this person already known?”, as those of one organisation, those of another and others ask it.
@Suite struct KnownPersonsTests {
    private let register: InterfaceRegister
    private var people: InterfacePeople { register.people }
    private var registry: Registry { register.registry }
    private let today = InterfaceRegister.now.day

    init() throws { register = try InterfaceRegister() }

    private static let said: [String: FieldValue] = [
        "given-name": .text("Xiqwela"), "family-name": .text("Yhjawexo"), "birth-date": .text("1991-02-03"),
        "phone": .text("0553311"), "sex": .code("female"),
    ]
    /// The same with a slip and without a telephone.
    private static let asked: [String: FieldValue] = [
        "given-name": .text("Xiqwella"), "family-name": .text("Yhjawexo"), "birth-date": .text("1991-02-03"),
    ]

    @discardableResult
    private func person(_ said: [String: FieldValue] = said, by actor: Actor) throws -> RecordID {
        try register.open("person", "open", said, by: actor)
    }

    /// Others, of names that are no likeness of one another.
    private func fill(_ count: Int, by actor: Actor) throws {
        for number in 0..<count {
            let word = { (seed: Int) in
                (0..<3).map { place in
                    let letter = (number * 7 + seed * 11 + place * (number / 13 + 5)) % 14
                    return "\(Array("bdfgklmnprstvz")[letter])\(Array("aeiou")[(letter + place + number) % 5])"
                }.joined()
            }
            try person(
                [
                    "given-name": .text(word(1)), "family-name": .text(word(2) + word(3)),
                    "birth-date": .text("\(1950 + number % 50)-\(10 + number % 3)-\(10 + number % 18)"),
                ], by: actor)
        }
    }

    private func found(
        _ actor: Actor, asked said: [String: FieldValue] = asked, in registry: Registry? = nil
    ) throws -> [RecordID] {
        try (registry ?? self.registry).known(said, Asking(actor)).matches.map(\.view.record)
    }

    private func officer() -> Asking {
        Asking(Actor(account: "officer", function: .dataProtectionOfficer, organisation: people.alpha))
    }

    @Test func aKnownPersonIsFoundInSpiteOfASlip() throws {
        try fill(20, by: people.caseworkerOfAlpha)
        let person = try person(by: people.caseworkerOfAlpha)
        let answer = try registry.known(Self.asked, Asking(people.authorityOfAlpha))
        let match = try #require(answer.matches.first)
        #expect(match.view.record == person && match.perThousand > 500)
        #expect(match.view.value("family-name") == .text("Yhjawexo"))
        let agreement = Dictionary(match.evidence.parts.map { ($0.field, $0.agreement) }) { first, _ in first }
        #expect(agreement["family-name"] == .agrees && agreement["given-name"] == .near)
        #expect(agreement["phone"] == .missing)
        #expect(!match.evidence.text.contains("Yhjawexo"))
    }

    /// Not a match, not a count, not a tenth of a bit: what another organisation knows changes nothing.
    @Test(arguments: [0, 30])
    func anotherOrganisationGetsTheSameAnswerWhetherOrNotThereIsAMatch(own: Int) throws {
        try fill(own, by: people.caseworkerOfBeta)
        if own > 0 { try person(by: people.caseworkerOfBeta) }
        let stranger = Asking(people.caseworkerOfBeta)
        let before = try registry.known(Self.asked, stranger)
        let work = registry.knownPersons.comparisons
        for _ in 0..<5 { try person(by: people.caseworkerOfAlpha) }
        let worked = registry.knownPersons.comparisons - work
        #expect(try registry.known(Self.asked, stranger) == before)
        #expect(before.matches.count == (own > 0 ? 1 : 0))
        #expect(worked == 0)
        // The same after a restart, when the model is learnt anew with the others there.
        let restarted = try Registry(ledger: register.ledger, book: registry.book) { InterfaceRegister.now }
        #expect(try restarted.known(Self.asked, stranger) == before)
        #expect(try found(people.caseworkerOfAlpha).count == 5)
    }

    @Test(arguments: [FunctionKind.rapporteur, .coordinator, .systemOperator, .liaisonOfficer, .public])
    func whoMaySearchNobodyGetsOneRefusal(function: FunctionKind) throws {
        let asking = Asking(Actor(account: "other", function: function, organisation: people.alpha))
        let refusal = RegistryRefusal.notForFunction(function: function, action: .search, mechanism: "person")
        #expect(throws: refusal) { try registry.known(Self.asked, asking) }
        let person = try person(by: people.caseworkerOfAlpha)
        #expect(throws: refusal) { try registry.known(Self.asked, asking) }
        #expect(throws: refusal) { try registry.known(like: person, asking) }
        #expect(!registry.mayAskWhoIsKnown(asking))
    }

    @Test func whoSeesAShareWithoutNamesIsNotToldByThem() throws {
        let person = try person(by: people.caseworkerOfBeta)
        try share([person], ["basis": .code("legal-obligation"), "legal-basis": .text("Act 1")])
        #expect(try found(people.caseworkerOfAlpha).isEmpty)
        #expect(try found(people.authorityOfAlpha) == [person])
    }

    @Test func aShareByConsentTellsAsLongAsTheConsentHolds() throws {
        #expect(try found(people.caseworkerOfAlpha).isEmpty, "the index is there before the share")
        let person = try person(by: people.caseworkerOfBeta)
        let consent = try register.open(
            "consent", "give",
            [
                "person": .link(person), "purpose": .code("protection"), "given-on": .period(.day(today)),
                "until": .period(.day(today.adding(days: 30))),
            ], by: people.caseworkerOfBeta)
        try share([person], ["basis": .code("consent"), "consent": .link(consent)])
        #expect(try found(people.caseworkerOfAlpha) == [person])
        try take("withdraw", "consent", consent, by: people.caseworkerOfBeta)
        #expect(try found(people.caseworkerOfAlpha).isEmpty)
        #expect(try found(people.caseworkerOfBeta) == [person])
    }

    @Test func anErasedPersonNeverComesBack() throws {
        let other = try person(by: people.caseworkerOfAlpha)
        let erased = try person(by: people.caseworkerOfAlpha)
        #expect(Set(try found(people.caseworkerOfAlpha)) == [other, erased])
        try registry.erase(erased, because: "asked", officer())
        #expect(try found(people.caseworkerOfAlpha) == [other])
        // What is written about the person later brings nobody back, and no restart does.
        try take("close", "person", erased, by: people.caseworkerOfAlpha, reason: "gone")
        #expect(try found(people.caseworkerOfAlpha) == [other])
        let restarted = try Registry(ledger: register.ledger, book: registry.book) { InterfaceRegister.now }
        #expect(try found(people.caseworkerOfAlpha, in: restarted) == [other])
    }

    @Test func theIndexIsThereAgainAfterARestart() throws {
        let person = try person(by: people.caseworkerOfAlpha)
        let restarted = try Registry(ledger: register.ledger, book: registry.book) { InterfaceRegister.now }
        #expect(restarted.knownPersons.count == 0)
        #expect(try found(people.caseworkerOfAlpha, in: restarted) == [person])
        #expect(restarted.knownPersons.count == 1)
    }

    @Test func aCorrectedNameIsFoundAndTheOldOneIsNot() throws {
        let person = try person(by: people.caseworkerOfAlpha)
        #expect(try found(people.caseworkerOfAlpha) == [person])
        let new: [String: FieldValue] = [
            "given-name": .text("Bodiku"), "family-name": .text("Zumbelane"), "birth-date": .text("1975-11-12"),
            "phone": .text("9988776"),
        ]
        try take("correct", "person", person, new, by: people.caseworkerOfAlpha, reason: "misheard")
        #expect(try found(people.caseworkerOfAlpha).isEmpty)
        #expect(try found(people.caseworkerOfAlpha, asked: new) == [person])
    }

    @Test func theQuestionIsWrittenDownAndWhatWasAskedIsNot() throws {
        let person = try person(by: people.caseworkerOfAlpha)
        for actor in [people.caseworkerOfAlpha, people.caseworkerOfBeta] {
            let before = try register.ledger.position().sequence
            _ = try registry.known(Self.asked, Asking(actor))
            var events: [Event] = []
            try register.ledger.events(from: before + 1) {
                events.append($0)
                return true
            }
            #expect(events.map(\.draft.kind) == ["search"] && events.first?.account == actor.account)
            let changes = try #require(events.first?.draft.changes)
            #expect(changes["fields"] == .codes(["birth-date", "family-name", "given-name"]))
            let isFound = actor == people.caseworkerOfAlpha
            #expect(changes["found"]?.linked ?? [] == (isFound ? [person] : []))
            #expect(!"\(changes)".lowercased().contains("yhjawexo") && !"\(changes)".contains("1991"))
        }
        let accesses = try register.ledger.accesses(to: person)
        #expect(accesses.map(\.draft.kind) == ["search"], "only the one who was shown the person")
    }

    @Test func oneAgainstManyIsAnsweredByTheIndexAndNotByAScan() throws {
        let many = 300
        let worker = people.caseworkerOfBeta
        try fill(many, by: worker)
        let person = try person(by: worker)
        registry.knownPersons.want(all: [people.alpha, people.beta])
        let asking = Asking(worker)
        #expect(try registry.known(Self.asked, asking) == .notReady, "nobody waits for a large index")
        #expect(try registry.known(["family-name": .text("Qq")], asking) == .notReady, "whatever is in it")
        #expect(try registry.knownPersons.makeNext(), "first what somebody asks for")
        #expect(try found(worker) == [person])
        #expect(registry.knownPersons.comparisons > 0)
        #expect(registry.knownPersons.comparisons < many / 10)
        // A new one is found at once, without another index.
        let double = try self.person(by: worker)
        #expect(Set(try found(worker)) == [person, double])
        #expect(try registry.knownPersons.makeNext(), "then the others")
        #expect(try !registry.knownPersons.makeNext())
    }

    @Test func memoryIsBoundedByPersons() throws {
        try fill(30, by: people.caseworkerOfAlpha)
        try fill(30, by: people.caseworkerOfBeta)
        let known = KnownPersons(register.ledger, registry.book, registry.policy, most: 40)
        let circles = [people.alpha, people.beta].map { Circle(relation: .ownOrganisation, holder: $0) }
        for circle in circles {
            #expect(try known.matches(["Xiqwela"], in: [circle], least: 0.5, most: 5) != nil)
            #expect(known.count == 30)
        }
        let small = KnownPersons(register.ledger, registry.book, registry.policy, most: 20)
        #expect(try small.matches(["Xiqwela"], in: [circles[0]], least: 0.5, most: 5)?.isWhole == false)
        #expect(small.count == 20)
    }

    @Test func aPairIsProposedAfterItIsComparedAgain() throws {
        let asking = Asking(people.caseworkerOfAlpha)
        let (first, second) = (try person(by: people.caseworkerOfAlpha), try person(by: people.caseworkerOfAlpha))
        let stranger = try person(
            ["given-name": .text("Bodiku"), "family-name": .text("Zumbela")], by: people.caseworkerOfAlpha)
        let (view, answer) = try registry.known(like: first, asking)
        #expect(view.record == first && answer.matches.map(\.view.record) == [second])
        #expect(throws: RegistryRefusal.notAlike) { try registry.propose(first, asOneWith: stranger, asking) }
        #expect(throws: RegistryRefusal.notFound) {
            try registry.propose(first, asOneWith: second, Asking(people.caseworkerOfBeta))
        }
        guard case .written(let versions) = try registry.propose(first, asOneWith: second, asking),
            let pair = versions.keys.first
        else {
            Issue.record("nothing was proposed")
            return
        }
        #expect(try registry.read(pair, asking).state == "proposed")
        guard case .refused(let refusal) = try registry.propose(second, asOneWith: first, asking) else {
            Issue.record("proposed twice")
            return
        }
        #expect(refusal.problems.map(\.kind) == [.alreadyStated])
    }

    @Test func aPersonOfAnotherOrganisationCannotBeAskedAbout() throws {
        let person = try person(by: people.caseworkerOfBeta)
        let asking = Asking(people.caseworkerOfAlpha)
        #expect(throws: RegistryRefusal.notFound) { try registry.known(like: person, asking) }
        let nothing = RecordID(high: 0x0193_0000_0000_7000, low: 1 << 63)
        #expect(throws: RegistryRefusal.notFound) { try registry.known(like: nothing, asking) }
    }

    @Test func anOfficerIsToldOfThoseWhomTheySupervise() throws {
        let own = try person(by: people.caseworkerOfAlpha)
        let other = try person(by: people.caseworkerOfBeta)
        #expect(try found(officer().actor) == [own])
        let supervising = Actor(
            account: "officer", function: .dataProtectionOfficer, organisation: people.alpha,
            supervises: .organisations([people.beta]))
        #expect(Set(try found(supervising)) == [own, other])
        let ofRegister = Actor(
            account: "officer", function: .dataProtectionOfficer, organisation: nil, supervises: .everybody)
        #expect(Set(try found(ofRegister)) == [own, other])
    }

    @Test func namesAreOpenedForASearchAndNothingElse() throws {
        let person = try person(by: people.caseworkerOfAlpha)
        let mechanism = try registry.mechanism("person")
        let before = try register.ledger.position().sequence
        for action in [Access.Action.list, .read, .write] {
            let reach = registry.policy.reach(of: people.caseworkerOfAlpha, action, mechanism, for: .protection)
            #expect(throws: LedgerFailure.otherGrant(given: action, needed: .search)) {
                try register.ledger.named(RecordQuery("person", within: reach), opening: ["given-name"])
            }
        }
        let strange = registry.policy.reach(of: people.caseworkerOfBeta, .search, mechanism, for: .protection)
        #expect(
            try register.ledger.named([person], of: "person", opening: ["given-name"], within: strange).isEmpty)
        let own = registry.policy.reach(of: people.caseworkerOfAlpha, .search, mechanism, for: .protection)
        let named = try register.ledger.named(RecordQuery("person", within: own), opening: ["given-name"]).persons
        #expect(named.map(\.fields) == [["given-name": .text("Xiqwela")]])
        #expect(try register.ledger.position().sequence == before, "nobody was shown anything")
    }

    @Test func manyMayAskAndRegisterAtOnce() async throws {
        try fill(20, by: people.caseworkerOfAlpha)
        let (registry, register) = (registry, register)
        let opened = try await withThrowingTaskGroup(of: RecordID?.self) { group in
            for place in 0..<16 {
                group.addTask {
                    if place % 4 == 0 {
                        return try register.open(
                            "person", "open", Self.said, by: register.people.caseworkerOfAlpha)
                    }
                    _ = try registry.known(Self.asked, Asking(register.people.authorityOfAlpha))
                    return nil
                }
            }
            return try await group.reduce(into: Set<RecordID>()) { if let record = $1 { $0.insert(record) } }
        }
        #expect(opened.count == 4)
        #expect(Set(try found(people.authorityOfAlpha)) == opened)
    }

    @Test func whatNamesNobodyFindsNobody() throws {
        try person(["sex": .code("female"), "given-name": .text("Xiqwela")], by: people.caseworkerOfAlpha)
        let asking = Asking(people.caseworkerOfAlpha)
        for said in [[:], ["sex": FieldValue.code("female")], ["given-name": .text("  ")]] as [[String: FieldValue]] {
            #expect(try registry.known(said, asking) == .nothingSaid)
        }
    }

    private func share(_ records: [RecordID], _ changes: [String: FieldValue]) throws {
        let basics: [String: FieldValue] = [
            "packet": .code("victim-data"), "records": .links(records), "receiver": .link(people.alpha),
            "purpose": .code("protection"), "marking": .code("named"),
            "expires-on": .period(.day(today.adding(days: 10))),
        ]
        try register.open("share", "offer", basics.merging(changes) { $1 }, by: people.caseworkerOfBeta)
    }

    private func take(
        _ step: String, _ mechanism: String, _ record: RecordID, _ changes: [String: FieldValue] = [:],
        by actor: Actor, reason: String? = nil
    ) throws {
        let command = Command(
            mechanism: mechanism, record: record, transition: step, expectedVersion: 1, changes: changes,
            effective: .day(today), reason: reason)
        guard case .written = try registry.submit([command], Asking(actor)) else {
            throw RegistryRefusal.overtaken
        }
    }
}
