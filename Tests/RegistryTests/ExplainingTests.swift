import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// Which rule decides, and what is missing where none does.
struct ExplainingTests {
    private let register: InterfaceRegister
    private let person: RecordID
    private var people: InterfacePeople { register.people }

    init() throws {
        register = try InterfaceRegister()
        person = try register.open("person", by: register.people.caseworkerOfAlpha)
    }

    private func explain(
        _ action: Action, on target: ExplainedTarget, as actor: Actor, for purpose: Purpose? = nil
    ) throws -> Explanation {
        try register.registry.explain(action, on: target, Asking(actor, for: purpose))
    }

    @Test func namesTheRowThatSaysYes() throws {
        let found = try explain(.read, on: .record(person), as: people.caseworkerOfAlpha)
        #expect(found.rule == "caseworker-works-in-the-organisation")
        #expect(found.lines.contains("through: own-organisation"))
    }

    @Test func saysOfANoWhatEachRowLacks() throws {
        let found = try explain(.write, on: .record(person), as: people.caseworkerOfBeta)
        #expect(found.rule == nil && found.lines.contains("rule: none"))
        #expect(found.lines.contains("would: caseworker-works-in-the-organisation through own-organisation"))
        let liaison = Actor(account: "x", function: .coordinator, organisation: people.alpha)
        let none = try explain(.read, on: .record(person), as: liaison)
        #expect(none.lines.last?.contains("there are rows for: caseworker, competent-authority") == true)
    }

    @Test func saysForWhichPurposeARowWould() throws {
        let authority = Actor(account: "x", function: .competentAuthority, organisation: people.alpha)
        let found = try explain(.write, on: .record(person), as: authority, for: .investigation)
        #expect(
            found.lines.contains("would: authority-works-on-its-records for the purpose protection"), "\(found.lines)")
    }

    /// Erasure is decided without the record, and reads it: both rows are named, and one no is a no.
    @Test func asksTheRegisterAndTheRecordWhereBothDecide() throws {
        let officer = Actor(
            account: "x", function: .dataProtectionOfficer, organisation: nil, supervises: .everybody)
        let found = try explain(.erase, on: .record(person), as: officer)
        #expect(found.rule == "officer-reviews-the-register")
        #expect(found.lines.contains("rule: officer-protects-data"))
        let stranger = Actor(account: "x", function: .dataProtectionOfficer, organisation: people.beta)
        #expect(try explain(.erase, on: .record(person), as: stranger).rule == nil)
    }

    @Test func whatComesBeforeARecordIsAskedOfItsMechanism() throws {
        let found = try explain(.open, on: .mechanism("person"), as: people.caseworkerOfAlpha)
        #expect(found.rule == "caseworker-registers")
        #expect(throws: RegistryRefusal.unknownMechanism(name: "people")) {
            try explain(.open, on: .mechanism("people"), as: people.caseworkerOfAlpha)
        }
    }

    @Test func noLineSaysWhatIsInTheRecord() throws {
        let named = try register.person("Planted-Name", by: people.caseworkerOfAlpha)
        let all = try Action.allCases.flatMap { action in
            try explain(action, on: .record(named), as: people.caseworkerOfAlpha).lines
        }
        #expect(!all.contains { $0.contains("Planted") })
    }
}
