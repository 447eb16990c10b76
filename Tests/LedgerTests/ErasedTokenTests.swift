import Access
import Foundation
import Mechanisms
import Testing
import Vocabulary

@testable import Ledger

/// What an erasure drops from the index of names is in no free space of the database, nor in its log: decision 0148.
@Suite struct ErasedTokenTests {
    private let register: TestRegister

    init() throws {
        register = try TestRegister()
        let bulk = try register.ledger.bulkAppend(under: TestRegister.grant(.importRecords), eventsPerBatch: 500)
        for number in 1...2000 as ClosedRange<UInt64> {
            try bulk.add([Draft.person(number, name: "Planted\(number) Quillfeather\(number * 7919)")])
        }
        _ = try bulk.finish()
    }

    private func tokens(of person: RecordID) throws -> [[UInt8]] {
        try register.ledger.events.read { connection in
            try connection.all(
                "SELECT token FROM identity_token WHERE person = :person", [.text(person.description)]
            ) { $0.byteArray(0) }
        }
    }

    /// Tokens that nobody else has: two persons may sound alike.
    private func ownTokens(of persons: [RecordID]) throws -> [[UInt8]] {
        try persons.flatMap { try tokens(of: $0) }.filter { token in
            try register.ledger.events.read { connection in
                try connection.all("SELECT person FROM identity_token WHERE token = :token", [.bytes(token)]) {
                    $0.text(0)
                }.count == 1
            }
        }
    }

    private func isInFiles(_ tokens: [[UInt8]]) throws -> Bool {
        let files = try ["ledger.sqlite", "ledger.sqlite-wal"].compactMap { name in
            FileManager.default.fileExists(atPath: register.file(name).path)
                ? try Data(contentsOf: register.file(name)) : nil
        }
        return tokens.contains { token in files.contains { $0.range(of: Data(token)) != nil } }
    }

    @Test func leaveNoByteBehind() throws {
        let persons = [3, 700, 1999].map { Draft.id($0) }
        let tokens = try ownTokens(of: persons)
        #expect(tokens.count >= persons.count)
        #expect(try isInFiles(tokens), "nothing was looked for")
        for person in persons {
            try register.ledger.erase(person, reason: "asked for it", under: TestRegister.grant(.erase))
        }
        #expect(try !isInFiles(tokens))
        try register.ledger.close()
        #expect(try !isInFiles(tokens))
    }
}
