import Access
import Foundation
import Ledger
import Mechanisms
import Testing
import Vocabulary

@Suite struct AttachmentTests {
    private let content = Array("the content of a planted file, long enough to be found".utf8)

    private func register(state: String, of person: RecordID? = Draft.id(1)) throws -> TestRegister {
        let register = try TestRegister()
        let grant = try TestRegister.grant(.write)
        _ = try register.ledger.append([Draft.person(1, name: "Somebody")], under: grant)
        let receipt = try register.ledger.keep(content, for: Draft.id(7), of: person, under: grant)
        #expect(receipt.size == content.count)
        _ = try register.ledger.append(
            [
                EventDraft(
                    mechanism: "document", record: Draft.id(7), version: 1, kind: "attach", state: state,
                    changes: ["hash": .text(receipt.hash), "about": .link(Draft.id(1))],
                    effective: .day(TestRegister.now.day))
            ], under: grant)
        return register
    }

    private func read(_ register: TestRegister) throws -> [UInt8] {
        try register.ledger.attachment(of: Draft.id(7), under: TestRegister.grant(.read, on: Draft.id(7)))
    }

    @Test(arguments: [Draft.id(1), nil] as [RecordID?])
    func aCleanFileComesBackAndTheReadingIsWrittenDown(person: RecordID?) throws {
        let register = try register(state: "clean", of: person)
        #expect(try read(register) == content)
        #expect(try register.ledger.accesses(to: Draft.id(7)).map(\.draft.kind) == [LedgerEvent.download])
    }

    @Test(arguments: ["quarantined", "infected", "withdrawn"])
    func aFileThatIsNotCleanIsNotHandedOut(state: String) throws {
        let register = try register(state: state)
        #expect(throws: LedgerFailure.notClean(document: Draft.id(7), state: state)) { try read(register) }
        #expect(try register.ledger.unscanned(Draft.id(7)) == (state == "quarantined" ? content : nil))
        #expect(try register.ledger.accesses(to: Draft.id(7)).isEmpty, "nobody was given anything")
    }

    @Test func aReleasedFileIsHandedOutAndMayStillBeScanned() throws {
        let register = try register(state: "released")
        #expect(try read(register) == content)
        #expect(try register.ledger.unscanned(Draft.id(7)) == content)
        #expect(throws: LedgerFailure.notClean(document: Draft.id(7), state: "released")) {
            try register.ledger.discard(Draft.id(7), under: TestRegister.grant(.write))
        }
    }

    @Test func aFileIsNotInClearInAnyFileOfTheRegister() throws {
        let register = try register(state: "clean")
        try register.ledger.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: register.path) {
            let bytes = try Data(contentsOf: register.file(name))
            #expect(bytes.range(of: Data(content.prefix(20))) == nil, "“\(name)” holds the file")
        }
    }

    @Test func aFileGoesWithThePersonWhoseItIs() throws {
        let register = try register(state: "clean")
        try register.ledger.erase(Draft.id(1), reason: nil, under: TestRegister.grant(.erase))
        #expect(throws: LedgerFailure.damagedAttachment(document: Draft.id(7))) { try read(register) }
    }

    @Test func anInfectedFileIsDiscardedAndACleanOneIsNot() throws {
        let infected = try register(state: "infected")
        try infected.ledger.discard(Draft.id(7), under: TestRegister.grant(.write))
        let clean = try register(state: "clean")
        #expect(throws: LedgerFailure.notClean(document: Draft.id(7), state: "clean")) {
            try clean.ledger.discard(Draft.id(7), under: TestRegister.grant(.write))
        }
    }
}
