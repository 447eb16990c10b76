import Access
import Foundation
import Intake
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

/// B51 in the register: lists that come in row by row, tests by other posts, issues that stay what they were.
@Suite struct ContactRegisterTests {
    private let house: PlanRegister
    private var registry: Registry { house.register.registry }

    private static let list = """
        state,agency,agency-kind,name,tasks,telephone,languages,zone,hours,special-days,priority,next
        DE,Harbour Watch,law-enforcement,Duty desk,referral,+00 1,eng;deu,Europe/Berlin,mo-fr 09:00-17:00,,1,Night desk
        DE,Harbour Watch,,Night desk,any,+00 2,eng,Europe/Berlin,mo-su 17:00-09:00; holidays 00:00-24:00,,2,
        France,Lamp House,ngo,Front desk,protection,+00 3,fra,Europe/Paris,always,,,
        """

    init() throws { house = try PlanRegister() }

    @discardableResult
    private func bringIn(_ list: String = list) throws -> ContactImport {
        var random = SystemRandomNumberGenerator()
        var work = try ContactImport(
            RowByRow(registry, house.asking) { RecordID(at: InterfaceRegister.now, using: &random) })
        try work.take(ContactReader.read(MemoryBytes(list)).rows)
        return work
    }

    private func book(_ asking: Asking? = nil) throws -> ContactBook {
        try registry.contactBook(asking ?? house.asking, on: InterfaceRegister.now.day)
    }

    private func contact(_ title: String) throws -> RecordID {
        try #require(try book().entries.first { $0.contact.title == title }).contact.record
    }

    @Test func b51TakesAListInWhateverTheOrderOfItsRowsAndOnceOnly() throws {
        let first = try bringIn()
        #expect(first.findings.isEmpty && first.entered == 3, "\(first.findings)")
        let again = try bringIn()
        #expect(again.entered == 0 && again.findings.map(\.code) == ["I583", "I583", "I583"])
        let changed = try bringIn(Self.list.replacing("+00 3", with: "+00 33"))
        #expect(changed.entered == 0 && changed.findings.map(\.code).contains("I585"))
        let found = try book()
        #expect(found.entries.map(\.contact.title) == ["Duty desk", "Night desk", "Front desk"])
        #expect(found.entries.map(\.organisation) == ["Harbour Watch", "Harbour Watch", "Lamp House"])
    }

    @Test func b51TheListToBeginWithComesIn() throws {
        let url = Repository.root.appending(path: "demo/contacts.csv")
        let work = try bringIn(String(contentsOf: url, encoding: .utf8))
        #expect(work.findings.isEmpty && work.entered == 4, "\(work.findings)")
    }

    @Test func b51RefusesBadRowsAndTakesTheGoodOnes() throws {
        let work = try bringIn(
            """
            state,agency,agency-kind,name,tasks,telephone,languages,zone,hours,next
            DE,Harbour Watch,law-enforcement,Duty desk,referral,+00 1,eng,Europe/Berlin,always,
            Atlantis,Harbour Watch,law-enforcement,A,referral,+00 1,eng,Europe/Berlin,always,
            DE,Harbour Watch,law-enforcement,B,juggling,+00 1,eng,Europe/Berlin,always,
            DE,Harbour Watch,law-enforcement,C,referral,+00 1,Elvish,Europe/Berlin,always,
            DE,Unheard House,,D,referral,+00 1,eng,Europe/Berlin,always,
            DE,Harbour Watch,law-enforcement,E,referral,+00 1,eng,Europe/Nowhere,always,
            DE,Harbour Watch,law-enforcement,F,referral,+00 1,eng,Europe/Berlin,whenever,
            DE,Harbour Watch,law-enforcement,G,referral,+00 1,eng,Europe/Berlin,always,Nobody
            DE,Harbour Watch,law-enforcement,H,referral,+00 1,eng,Europe/Berlin,always,I
            DE,Harbour Watch,law-enforcement,I,referral,+00 1,eng,Europe/Berlin,always,H
            """)
        #expect(work.entered == 1 && work.findings.map(\.place.row) == [3, 4, 5, 6, 7, 8, 9, 10, 11])
        #expect(
            work.findings.map(\.code) == [
                "I581", "I581", "I581", "I581", "I584", "I584", "I581", "I581", "I581",
            ])
        #expect(work.findings[4].message.contains("M145"))
    }

    @Test func b51ChangesWhatCannotBeReadNeither() throws {
        try bringIn()
        let duty = try contact("Duty desk")
        #expect(throws: Refusal.self) {
            try house.take("correct", "contact-point", duty, ["hours": .text("mo-fr whenever")])
        }
        #expect(throws: Refusal.self) {
            try house.take("correct", "contact-point", duty, ["special-days": .text("Christmas closed")])
        }
        // Night desk stands behind duty desk: duty desk may not stand behind it.
        #expect(throws: Refusal.self) {
            try house.take("correct", "contact-point", contact("Night desk"), ["next": .link(duty)])
        }
    }

    @Test func b51ATestByTheHolderOfAnotherPostCounts() throws {
        try bringIn()
        let duty = try contact("Duty desk")
        let today = InterfaceRegister.now.day
        var changes: [String: FieldValue] = ["contact": .link(duty), "outcome": .code("answered")]
        changes["tested-on"] = .period(.day(today.adding(days: -1)))
        try house.take("make", "contact-test", nil, changes)
        let own = try #require(try book().entry(duty))
        #expect(own.verification.isGood && own.tester?.isWhoEntered == true)
        changes["tested-on"] = .period(.day(today))
        let liaison = Actor(account: "other-account", function: .liaisonOfficer, organisation: nil)
        try house.take("make", "contact-test", nil, changes, by: liaison)
        let other = try #require(try book().entry(duty))
        #expect(other.verification.isGood && other.tester?.isWhoEntered == false)
        #expect(other.tester?.function == "liaison-officer")
        // Who carries nothing across borders tests nothing, and nobody but the secretariat enters numbers.
        let rapporteur = Actor(account: "figures", function: .rapporteur, organisation: nil)
        #expect(throws: (any Error).self) { try house.take("make", "contact-test", nil, changes, by: rapporteur) }
        #expect(throws: (any Error).self) {
            try house.take(
                "enter", "holiday", nil,
                ["country": .code("DE"), "name": .text("Kites"), "day": .period(.day(InterfaceRegister.now.day))],
                by: liaison)
        }
    }

    @Test func b51AnEmptyPostIsPassedOver() throws {
        try bringIn()
        let organisation = try #require(try book().entries.first).contact.organisation
        let post = try house.take(
            "open", "function", nil, ["organisation": .link(organisation), "kind": .code("liaison-officer")])
        try house.take("correct", "contact-point", contact("Duty desk"), ["post": .link(post)])
        let moment = try #require(Timestamp("2026-09-21T08:00:00.000Z"))
        let chain = try book().chain(to: ContactQuestion(country: "DE", task: "referral"), at: moment)
        #expect(chain.links.map(\.standing.reason) == [.vacant, .outOfHours] && chain.now == nil)
    }

    @Test func b51AnIssueSaysForEverWhatTheRegisterSaidThen() throws {
        try bringIn()
        let duty = try contact("Duty desk")
        let organisation = try #require(try book().entries.first).contact.organisation
        let issue: [String: FieldValue] = [
            "number": .text("12/26"), "issued-by": .link(organisation),
            "issued-on": .period(.day(InterfaceRegister.now.day)),
        ]
        try house.take("issue", "contact-manual", nil, issue)
        try house.take("correct", "contact-point", duty, ["telephone": .text("+00 99")])
        try house.take("close", "contact-point", contact("Front desk"))
        try house.take(
            "make", "contact-test", nil,
            [
                "contact": .link(duty), "tested-on": .period(.day(InterfaceRegister.now.day)),
                "outcome": .code("answered"),
            ])
        let issued = try #require(try registry.contactIssues(house.asking).first)
        #expect(try registry.contactChanges(since: issued, house.asking) == 2)
        let then = try registry.contactManual(house.asking, on: InterfaceRegister.now.day, asOf: issued)
        #expect(then.entries.count == 3 && then.entry(duty)?.contact.telephone == "+00 1")
        #expect(then.entry(duty)?.verification == .never)
        let now = try registry.contactManual(house.asking, on: InterfaceRegister.now.day)
        #expect(now.entries.count == 2 && now.entry(duty)?.contact.telephone == "+00 99")
        // One number, one issue.
        #expect(throws: Refusal.self) { try house.take("issue", "contact-manual", nil, issue) }
    }

    /// Reading and taking along are two rights.
    @Test func b51WhoReadsTheManualMayNotTakeItAlong() throws {
        try bringIn()
        let day = InterfaceRegister.now.day
        for function in [FunctionKind.caseworker, .competentAuthority, .liaisonOfficer, .rapporteur, .systemOperator] {
            let asking = Asking(Actor(account: "reader", function: function, organisation: nil))
            #expect(try book(asking).entries.count == 3, "\(function)")
            #expect(throws: RegistryRefusal.self) { try registry.contactManual(asking, on: day) }
        }
        let respondent = Asking(Actor(account: "asked", function: .respondent, organisation: nil))
        #expect(try book(respondent).entries.isEmpty)
    }

    private func member(_ organisation: RecordID, _ kind: String, from: String, until: String? = nil) throws {
        let post = try house.take("open", "function", nil, ["organisation": .link(organisation), "kind": .code(kind)])
        var changes: [String: FieldValue] = [
            "function": .link(post), "holder": .text("Planted-Holder"), "rank": .code("main"),
            "from": .period(try #require(Period(from))),
        ]
        changes["until"] = until.flatMap { Period($0) }.map(FieldValue.period)
        try house.take("open", "mandate", nil, changes)
    }

    @Test func b55AListIsOfWhoHeldAPostWhenItWasMadeAndIsProved() throws {
        try bringIn()
        let entries = try book().entries
        let watch = try #require(entries.first)
        let lamp = try #require(entries.last)
        try member(watch.contact.organisation, "respondent", from: "2026-01-01")
        try member(lamp.contact.organisation, "respondent", from: "2026-01-01", until: "2026-09-01")
        let list = try house.take(
            "make", "circulation-list", nil,
            [
                "title": .text("Prosecutors"), "kinds": .codes(["respondent"]),
                "made-on": .period(.day(InterfaceRegister.now.day)),
            ])
        let made = try registry.circulationList(list, house.asking)
        #expect(
            made.members.map(\.organisation) == ["Harbour Watch"] && made.empty.map(\.organisation) == ["Lamp House"])
        #expect(made.members.first?.contacts.first?.telephone == "+00 1")
        #expect(made.proof.count == 64 && !made.rows.joined().contains { $0.contains("Planted") })
        // Who comes later is on no list that was made before.
        try member(lamp.contact.organisation, "respondent", from: "2026-01-01")
        let again = try registry.circulationList(list, house.asking)
        #expect(again.rows == made.rows && again.empty.count == 1)
        // Who may not take the network along gets no list.
        let reader = Asking(Actor(account: "reader", function: .caseworker, organisation: nil))
        #expect(try registry.circulationLists(reader).count == 1)
        #expect(throws: RegistryRefusal.self) { try registry.circulationList(list, reader) }
    }

    @Test func b55AListOfSomeStatesHasNoOthers() throws {
        try bringIn()
        for entry in try book().entries.suffix(2) {
            try member(entry.contact.organisation, "respondent", from: "2026-01-01")
        }
        let list = try house.take(
            "make", "circulation-list", nil,
            [
                "title": .text("Prosecutors"), "kinds": .codes(["respondent"]), "countries": .codes(["FR"]),
                "made-on": .period(.day(InterfaceRegister.now.day)),
            ])
        #expect(try registry.circulationList(list, house.asking).members.map(\.country) == ["FR"])
    }

    @Test func b51HolidaysComeInOnce() throws {
        var random = SystemRandomNumberGenerator()
        let work = RowByRow(registry, house.asking) { RecordID(at: InterfaceRegister.now, using: &random) }
        let rows = try HolidayReader.read(
            MemoryBytes("state,day,name,yearly\nDE,2026-10-03,Kites,yes\nDE,2027-10-03,Kites,\nNowhere,2026-10-03,K,\n")
        ).rows
        var holidays = try HolidayImport(work)
        try holidays.take(rows)
        #expect(holidays.entered == 1 && holidays.findings.map(\.code) == ["I583", "I581"])
        let year = try book().holidays.between(
            InterfaceRegister.now.day, and: InterfaceRegister.now.day.adding(days: 400))
        #expect(year.map(\.day.description) == ["2026-10-03", "2027-10-03"])
    }
}
