import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// A file is the whole list, or none.
struct ExportTests {
    private let register: InterfaceRegister

    init() throws {
        register = try InterfaceRegister()
        // One more than a page of a list.
        for _ in 0...ListRequest.longestPage { try register.open("person", by: register.people.caseworkerOfAlpha) }
    }

    private func export(upTo most: Int) throws -> ExportedRecords? {
        try register.registry.export(
            ListRequest("person", limit: 1), upTo: most, Asking(register.people.caseworkerOfAlpha))
    }

    @Test func aFileHoldsEveryPageOfTheList() throws {
        let exported = try #require(try export(upTo: 1000))
        #expect(exported.rows.count == ListRequest.longestPage + 1)
        #expect(Set(exported.rows.map(\.record)).count == exported.rows.count)
    }

    @Test func aListThatIsTooLongIsNoFileAtAll() throws {
        #expect(try export(upTo: ListRequest.longestPage) == nil)
    }

    @Test func everyRecordOfAFileIsWrittenDownAsTakenOut() throws {
        let exported = try #require(try export(upTo: 1000))
        for record in [exported.rows.first, exported.rows.last].compactMap({ $0?.record }) {
            #expect(try register.ledger.accesses(to: record).contains { $0.draft.kind == "export" })
        }
    }
}
