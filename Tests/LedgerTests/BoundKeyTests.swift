import Access
import Crypto
import Mechanisms
import Testing
import Vocabulary

@testable import Ledger

/// Keys of what is kept outside of the ledger about persons: gone with any one of them.
@Suite struct BoundKeyTests {
    private let persons = Set([Draft.id(1), Draft.id(2)])

    private func register() throws -> TestRegister {
        let register = try TestRegister()
        for number in 1...2 as ClosedRange<UInt64> {
            _ = try register.ledger.append(
                [Draft.person(number, name: "Name \(number)")], under: TestRegister.grant(.open))
        }
        return register
    }

    private func key(_ register: TestRegister, _ persons: Set<RecordID>, makes: Bool = false) throws -> SymmetricKey? {
        try register.ledger.derivedKey(for: .drafts, boundTo: persons, makesMissing: makes)
    }

    @Test func isTheSameForTheSamePersonsAlsoAfterTheMasterKeyChanged() throws {
        let register = try register()
        let first = try #require(try key(register, persons))
        #expect(try key(register, [Draft.id(1)]) != first)
        try register.ledger.rotateMasterKey(under: TestRegister.grant(.initialise))
        try register.reopenAfterClosing()
        #expect(try key(register, persons) == first)
    }

    @Test func isGoneWithTheErasureOfAnyOneOfThem() throws {
        let register = try register()
        try register.ledger.erase(Draft.id(2), reason: "asked", under: TestRegister.grant(.erase))
        #expect(try key(register, persons) == nil)
        #expect(try key(register, persons, makes: true) == nil, "and none is ever made again")
        #expect(try key(register, [Draft.id(1)]) != nil)
        try register.reopen()
        #expect(try key(register, persons) == nil)
    }

    @Test func aPersonWhoIsNotRegisteredYetHasTheKeyThatTheyWillHave() throws {
        let register = try register()
        #expect(try key(register, [Draft.id(7)]) == nil, "reading makes none")
        let before = try #require(try key(register, [Draft.id(7)], makes: true))
        _ = try register.ledger.append([Draft.person(7, name: "Name")], under: TestRegister.grant(.open))
        #expect(try key(register, [Draft.id(7)]) == before)
        try register.ledger.erase(Draft.id(7), reason: "asked", under: TestRegister.grant(.erase))
        #expect(try key(register, [Draft.id(7)]) == nil)
    }
}
