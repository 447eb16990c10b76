import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// The data-protection officer's work, through the one way to records.
struct ProtectionTests {
    private let register: InterfaceRegister
    private var people: InterfacePeople { register.people }
    private var registry: Registry { register.registry }
    private let today = InterfaceRegister.now.day
    private let person: RecordID

    init() throws {
        register = try InterfaceRegister()
        person = try register.person("one", by: register.people.caseworkerOfAlpha)
    }

    /// Of the organisation that registered the person; `beta` for the other one's.
    private func officer(of house: RecordID? = nil) -> Asking {
        Asking(
            Actor(account: "officer", function: .dataProtectionOfficer, organisation: house ?? register.people.alpha))
    }

    private var others: [Actor] {
        [people.caseworkerOfAlpha, people.authorityOfAlpha, people.coordinator, people.rapporteur]
    }

    @Test func tellsWhoReadListedFoundAndWasRefusedAndForWhichPurpose() throws {
        let worker = Asking(people.caseworkerOfAlpha)
        _ = try registry.read(person, worker)
        _ = try registry.list(ListRequest("person"), worker)
        _ = try registry.search("person", for: ["family-name": "Family one"], .folded, worker)
        _ = try registry.export(person, worker)
        #expect(throws: RegistryRefusal.notFound) { try registry.read(person, Asking(people.caseworkerOfBeta)) }
        let lines = try registry.accessTrail(of: person, officer())
        let kinds = lines.map { line in
            switch line.what {
            case .changed(let transition, _, _): transition
            case .accessed(let kind): kind
            case .refused(let action, let code): "\(action) \(code)"
            }
        }
        #expect(kinds == ["open", "read", "list", "search", "read", "export", "read R101"])
        #expect(lines.dropLast().allSatisfy { $0.purpose == "protection" && $0.organisation == "Organisation Alpha" })
        #expect(lines.last?.organisation == "Organisation Beta" && lines.last?.rule == "none")
        #expect(lines[1].fields.contains("family-name") && lines[1].relation == "own-organisation")
        let again = try registry.accessTrail(of: person, officer())
        #expect(again.contains { $0.what == .accessed(kind: "review") }, "the look is a look")
    }

    @Test func theRecordsAboutThePersonAreAmongThem() throws {
        let episode = try register.open(
            "status-episode", "open-as-potential", ["person": .link(person)], by: people.caseworkerOfAlpha)
        _ = try registry.read(episode, Asking(people.caseworkerOfAlpha))
        let lines = try registry.accessTrail(of: person, officer()).filter { $0.record == episode }
        #expect(lines.map(\.mechanism) == ["status-episode", "status-episode"])
    }

    @Test func whoeverReviewsNothingIsToldTheSameOfWhatIsThereAndWhatIsNot() throws {
        let nothing = try #require(RecordID("019d0000-0000-7000-8000-00000000ffff"))
        for actor in others + [people.caseworkerOfBeta] {
            for record in [person, nothing] {
                #expect(throws: RegistryRefusal.notFound) { try registry.accessTrail(of: record, Asking(actor)) }
                #expect(throws: RegistryRefusal.notFound) { try registry.subjectAccess(to: record, Asking(actor)) }
                #expect(throws: RegistryRefusal.notFound) { try registry.erasurePreview(of: record, Asking(actor)) }
                #expect(throws: RegistryRefusal.notFound) { try registry.erase(record, because: "x", Asking(actor)) }
            }
            #expect(throws: AccessRefusal.self) { try registry.retentionCounts(through: today, Asking(actor)) }
            #expect(throws: AccessRefusal.self) { try registry.emergencyUses(Asking(actor)) }
        }
        #expect(throws: RegistryRefusal.notFound) { try registry.accessTrail(of: person, officer(of: people.beta)) }
        #expect(throws: RegistryRefusal.notFound) { try registry.erase(person, because: "x", officer(of: people.beta)) }
        #expect(try registry.ledger.erased() == [])
    }

    @Test func aHoldStopsTheErasureAndIsNamed() throws {
        let hold = try register.open(
            "legal-hold", "hold", ["person": .link(person), "ground": .text("a trial")], by: officer().actor)
        let preview = try registry.erasurePreview(of: person, officer())
        #expect(preview.holds == 1 && preview.holdsInSight == [hold])
        #expect(preview.fields == ["given-name", "family-name"])
        #expect(throws: RegistryRefusal.held(records: 1)) { try registry.erase(person, because: "asked", officer()) }
        #expect(try registry.read(person, officer()).value("family-name") == .text("Family one"))
        let release = Command(
            mechanism: "legal-hold", record: hold, transition: "release", expectedVersion: 1, changes: [:],
            effective: .day(today), reason: "the trial is over")
        guard case .written = try registry.submit([release], officer()) else {
            Issue.record("the hold was not released")
            return
        }
        #expect(throws: RegistryRefusal.reasonMissing) { try registry.erase(person, because: " ", officer()) }
        try registry.erase(person, because: "asked", officer())
        #expect(try registry.read(person, officer()).content("family-name") == .erased)
        #expect(try registry.erasurePreview(of: person, officer()).isErased)
        let refusals = try registry.accessTrail(of: person, officer()).filter {
            $0.what == .refused(action: "erase", code: "R110")
        }
        #expect(refusals.count == 1)
    }

    @Test func onlyPersonsAreErased() throws {
        let matter = try register.open(
            "case", "open", ["phenomenon": .code("trafficking")], by: people.caseworkerOfAlpha)
        #expect(throws: RegistryRefusal.notFound) { try registry.erase(matter, because: "asked", officer()) }
    }

    @Test func masksOtherPersonsInWhatIsHeldOnOne() throws {
        let worker = people.caseworkerOfAlpha
        let other = try register.person("two", by: worker)
        let matter = try register.open(
            "case", "open", ["phenomenon": .code("trafficking"), "reference": .text("Family two v. X")], by: worker)
        let incident = try register.open(
            "incident", "record",
            ["phenomenon": .code("trafficking"), "case": .link(matter), "persons": .links([person, other])], by: worker)
        let entry = try register.open(
            "case-entry", "write",
            [
                "case": .link(matter), "happened-on": .period(.day(today)), "text": .text("Family two called."),
                "disclosure": .code("never"),
            ], by: worker)
        let theirs = try register.open("status-episode", "open-as-potential", ["person": .link(other)], by: worker)
        let access = try registry.subjectAccess(to: person, officer())
        #expect(access.parts.first?.view.record == person)
        #expect(Set(access.parts.map(\.view.record)) == [person, matter, incident, entry])
        #expect(!access.parts.contains { $0.view.record == theirs || $0.view.record == other })
        let part = { (record: RecordID) in access.parts.first { $0.view.record == record } }
        #expect(part(incident)?.view.value("persons") == .links([person]))
        #expect(part(incident)?.masked == ["persons"])
        #expect(part(entry)?.view.content("text") == .withheld && part(entry)?.masked == ["text"])
        #expect(part(matter)?.view.content("reference") == .withheld)
        #expect(!"\(access)".contains("Family two"))
        #expect("\(access)".contains("Family one"))
        #expect(access.parts.first?.retention.map(\.clause.clock) == ["retention-person-unchanged"])
    }

    @Test func tellsTheTextsOfACaseThatIsAboutNobodyElse() throws {
        let worker = people.caseworkerOfAlpha
        let matter = try register.open(
            "case", "open", ["phenomenon": .code("trafficking"), "reference": .text("R 1")], by: worker)
        try register.open(
            "case-person", "open", ["case": .link(matter), "person": .link(person), "role": .code("victim")], by: worker
        )
        _ = try registry.read(person, Asking(worker))
        let access = try registry.subjectAccess(to: person, officer())
        #expect(access.parts.first { $0.view.record == matter }?.view.value("reference") == .text("R 1"))
        #expect(access.parts.allSatisfy { $0.masked.isEmpty } && access.leftOut == 0)
        let received = try #require(access.recipients.first { $0.function == "caseworker" })
        #expect(received.times == 1 && received.purposes == ["protection"])
        let kinds = try registry.accessTrail(of: person, officer()).map(\.what)
        #expect(kinds.contains(.accessed(kind: "subject-access")) && kinds.contains(.accessed(kind: "export")))
    }

    @Test func bringsUpWhatIsKeptTooLongUntilItIsProlonged() throws {
        let day = today.adding(days: -4000)
        let close = Command(
            mechanism: "person", record: person, transition: "close", expectedVersion: 1, changes: [:],
            effective: .day(day), reason: "the work has ended")
        _ = try registry.submit([close], Asking(people.caseworkerOfAlpha))
        let asked = { (isProlongedToo: Bool) in
            try registry.retentionDue(
                by: "retention-person", through: today, isProlongedToo: isProlongedToo, officer()
            ).rows
        }
        let found = try asked(false)
        #expect(found.map(\.view.record) == [person])
        #expect(found.first?.from == day && found.first?.due == day.adding(days: 3653))
        #expect(try registry.retentionDue(by: "retention-person", through: day, officer()).rows.isEmpty)
        #expect(
            try registry.retentionDue(by: "retention-person", through: today, officer(of: people.beta)).rows.isEmpty)
        try register.open(
            "prolongation", "prolong",
            [
                "about": .link(person), "until": .period(.day(today.adding(days: 30))),
                "ground": .text("a claim is open"),
            ], by: officer().actor)
        #expect(try asked(false).isEmpty)
        #expect(try asked(true).first?.prolongedUntil == today.adding(days: 30))
        try registry.erase(person, because: "asked", officer())
        #expect(try asked(true).isEmpty, "whoever was erased is kept no longer")
        #expect(throws: RegistryRefusal.self) {
            try registry.retentionDue(by: "recovery-period", through: today, officer())
        }
    }

    @Test func showsWhatWasReadUnderAnEmergencyAccess() throws {
        let stranger = people.caseworkerOfBeta
        let command = Command(
            mechanism: "break-glass", record: RecordID(high: 0x019D_0000_0000_7001, low: 0x8000_0000_0000_0001),
            transition: "break", changes: ["about": .link(person)], effective: .day(today), reason: "in danger")
        _ = try registry.submit([command], Asking(stranger))
        _ = try registry.read(person, Asking(stranger))
        _ = try registry.read(person, Asking(people.caseworkerOfAlpha))
        let use = try #require(try registry.emergencyUses(officer()).first)
        #expect(use.reason == "in danger" && use.account == stranger.account)
        #expect(use.about?.record == person)
        #expect(use.reads.map(\.account) == [stranger.account])
        #expect(use.reads.first?.fields.contains("family-name") == true)
        #expect(try registry.emergencyUses(officer(of: people.beta)).isEmpty, "the owner's officer reviews")
    }

    @Test func verifiesForWhomThePolicyLetsAndWritesItDown() throws {
        let before = try register.ledger.position().sequence
        for asking in [officer(), Asking(people.operatorOfMachine)] {
            #expect(try registry.verify(projections: true, asking) { _, _ in true }.isSound)
        }
        #expect(try register.ledger.position().sequence == before + 2)
        #expect(throws: AccessRefusal.self) {
            try registry.verify(projections: false, Asking(people.caseworkerOfAlpha)) { _, _ in true }
        }
    }

    @Test func knowsOfWhomARecordSpeaks() throws {
        let worker = people.caseworkerOfAlpha
        let other = try register.person("two", by: worker)
        let matter = try register.open("case", "open", ["phenomenon": .code("trafficking")], by: worker)
        #expect(try registry.persons(namedBy: [matter]) == [])
        try register.open(
            "incident", "record",
            ["phenomenon": .code("trafficking"), "case": .link(matter), "persons": .links([person, other])], by: worker)
        let entry = try register.open(
            "case-entry", "write",
            [
                "case": .link(matter), "happened-on": .period(.day(today)), "text": .text("A call."),
                "disclosure": .code("never"),
            ], by: worker)
        let episode = try register.open("status-episode", "open-as-potential", ["person": .link(person)], by: worker)
        #expect(try registry.persons(namedBy: [person]) == [person])
        #expect(try registry.persons(namedBy: [episode]) == [person])
        #expect(try registry.persons(namedBy: [matter]) == [person, other])
        #expect(try registry.persons(namedBy: [entry]) == [person, other])
        #expect(try registry.persons(namedBy: [people.alpha]) == [], "an organisation leads to nobody")
        try registry.erase(other, because: "asked", officer())
        #expect(try registry.persons(namedBy: [entry]) == [person])
    }
}
