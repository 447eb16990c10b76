import Access
import Foundation
import Ledger
import Mechanisms
import Testing
import Vocabulary

@Suite struct IdentityTests {
    private let planted = "Zzyzxplanted-Quillfeather"

    /// A register with one named person, everything flushed to its files.
    private func register() throws -> TestRegister {
        let register = try TestRegister()
        _ = try register.ledger.append([Draft.person(1, name: planted)], under: TestRegister.grant(.write))
        return register
    }

    @Test func aStolenFolderWithoutItsKeyNamesNobody() throws {
        let register = try register()
        _ = try register.ledger.find(["family-name": planted], within: TestRegister.reach(.search))
        try register.ledger.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: register.path) {
            let bytes = try Data(contentsOf: register.file(name))
            for spelling in [planted, planted.lowercased(), Data(planted.utf8).base64EncodedString(), "zzyzxplanted"] {
                #expect(bytes.range(of: Data(spelling.utf8)) == nil, "“\(name)” holds the name")
            }
        }
    }

    @Test func aGrantUpToIdentityOpensItAndTheReadIsAnEvent() throws {
        let register = try register()
        let state = try register.ledger.read(Draft.id(1), under: TestRegister.grant(.read, on: Draft.id(1)))
        #expect(state.fields["family-name"] == .text(planted))
        let access = try #require(try register.ledger.accesses(to: Draft.id(1)).last)
        #expect(access.draft.kind == LedgerEvent.read)
        #expect(access.account == "tester")
        #expect(access.draft.changes["opened"] == .codes(["family-name"]))
        #expect(access.draft.changes["fields"] == .codes(["citizenships", "family-name", "sex"]))
    }

    @Test func withoutAGrantIdentitiesStaySealed() throws {
        let register = try register()
        let value = try #require(try register.ledger.record(Draft.id(1))?.fields["family-name"])
        guard case .sealed = value else {
            Issue.record("an identity came out in clear")
            return
        }
    }

    @Test(arguments: [
        ("Zzyzxplanted-Quillfeather", Closeness.exact, true), ("zzyzxplanted quillfeather", .exact, false),
        ("ZZYZXPLANTED QUILLFEATHER", .folded, true), ("Quillfeather", .folded, true), ("Quill", .folded, false),
    ])
    func isFoundByNameWithoutBeingOpened(name: String, closeness: Closeness, isFound: Bool) throws {
        let register = try register()
        let found = try register.ledger.find(
            ["family-name": name], closeness, within: TestRegister.reach(.search))
        #expect(found == (isFound ? [Draft.id(1)] : []))
    }

    @Test func aSearchIsAnEventThatDoesNotSayWhatWasLookedFor() throws {
        let register = try register()
        _ = try register.ledger.find(["family-name": planted], within: TestRegister.reach(.search))
        let search = try #require(try register.ledger.accesses(to: register.ledger.register).last)
        #expect(search.draft.kind == LedgerEvent.search)
        #expect(
            search.draft.changes
                == [
                    "fields": .codes(["family-name"]), "closeness": .code("folded"), "found": .links([Draft.id(1)]),
                    "found-count": .integer(1),
                ])
    }

    @Test func aSearchStandsAmongTheAccessesOfWhomItFound() throws {
        let register = try register()
        _ = try register.ledger.find(["family-name": planted], within: TestRegister.reach(.search))
        #expect(try register.ledger.accesses(to: Draft.id(1)).map(\.draft.kind) == [LedgerEvent.search])
        #expect(try register.ledger.verify().isSound)
    }

    @Test func anIdentityWithoutAPersonIsRefused() throws {
        let register = try TestRegister()
        let draft = EventDraft(
            mechanism: "case", record: Draft.id(9), version: 1, kind: "opened", state: "open",
            changes: ["address": .text("somewhere")], identityFields: ["address"],
            effective: .day(TestRegister.now.day))
        #expect(throws: LedgerFailure.identityWithoutPerson(mechanism: "case", field: "address")) {
            try register.ledger.append([draft], under: TestRegister.grant(.write))
        }
    }

    @Test func anErasedPersonIsUnreadableAndUnfindableAndTheChainStillVerifies() throws {
        let register = try register()
        try register.ledger.erase(Draft.id(1), reason: "asked for it", under: TestRegister.grant(.erase))
        let state = try register.ledger.read(Draft.id(1), under: TestRegister.grant(.read, on: Draft.id(1)))
        guard case .sealed = state.fields["family-name"] else {
            Issue.record("an erased identity opens")
            return
        }
        #expect(try register.ledger.find(["family-name": planted], within: TestRegister.reach(.search)) == [])
        #expect(try register.ledger.verify(projections: true).faults == [])
        #expect(throws: LedgerFailure.personErased(person: Draft.id(1))) {
            try register.ledger.append(
                [Draft.person(1, name: "Somebody Else", version: 2)], under: TestRegister.grant(.write))
        }
    }

    @Test func anErasureThatACrashCutShortIsFinishedWhenTheLedgerOpens() throws {
        let register = try register()
        try register.ledger.close()
        let vault = try Data(contentsOf: register.file("vault.sqlite"))
        try register.reopenAfterClosing()
        try register.ledger.erase(Draft.id(1), reason: nil, under: TestRegister.grant(.erase))
        try register.ledger.close()
        try vault.write(to: register.file("vault.sqlite"))
        try register.reopenAfterClosing()
        let state = try register.ledger.read(Draft.id(1), under: TestRegister.grant(.read, on: Draft.id(1)))
        guard case .sealed = state.fields["family-name"] else {
            Issue.record("an older key vault brought an erased person back")
            return
        }
    }
}
