import Foundation
import GRDB
import Ledger
import Testing

@testable import SQLiteStore

@Suite final class SQLiteStoreTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
    private let insert = "INSERT INTO register (name, value) VALUES (:name, :value)"

    deinit {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    private func store(_ settings: SQLiteStore.Settings = .init()) throws -> SQLiteStore {
        let store = try SQLiteStore(path: path, schema: .ledger, isNew: true, settings: settings)
        try store.create(.ledger)
        return store
    }

    private func rows(_ store: SQLiteStore) throws -> Int64 {
        var count: Int64 = 0
        try store.read {
            try $0.query("SELECT count(*) FROM register", []) { row in
                count = row.integer(0)
                return true
            }
        }
        return count
    }

    @Test func everyCommitIsForcedToTheDisk() throws {
        let store = try store()
        let synchronous = try store.database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(synchronous == 2)
        #expect(try store.database.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }

    @Test func whenABodyThrowsNothingOfItHappened() throws {
        struct Interrupted: Error {}
        let store = try store()
        #expect(throws: Interrupted.self) {
            try store.write { connection in
                try connection.execute(insert, [.text("a"), .text("b")])
                throw Interrupted()
            }
        }
        #expect(try rows(store) == 0)
    }

    @Test func writesAskedForLaterComeBeforeWritesAskedForAfter() throws {
        let store = try store()
        let insert = insert
        store.writeLater({ try $0.execute(insert, [.text("a"), .text("1")]) }, then: { _ in })
        let seen = try store.write { connection -> Int64 in
            var count: Int64 = 0
            try connection.query("SELECT count(*) FROM register", []) { row in
                count = row.integer(0)
                return true
            }
            return count
        }
        #expect(seen == 1)
    }

    @Test func aFullFileIsAClearFailureAndWhatWasThereStays() throws {
        let store = try store(.init(maximumPages: 60))
        try store.write { try $0.execute(insert, [.text("kept"), .text("value")]) }
        #expect(throws: StoreFailure.full(file: path)) {
            try store.write { connection in
                for number in 0..<100 {
                    try connection.execute(
                        insert, [.text("big \(number)"), .text(String(repeating: "x", count: 20_000))])
                }
            }
        }
        #expect(try rows(store) == 1)
        #expect(try store.structuralFaults() == [])
    }

    @Test func aDatabaseOfAnotherProgramIsLeftAsItIs() throws {
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
        try other.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: StoreFailure.notOurs(file: path)) { try SQLiteStore(path: path, schema: .ledger) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test(arguments: ["", "no database", String(repeating: "x", count: 5000)])
    func aFileThatIsNoDatabaseIsRefused(content: String) throws {
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: StoreFailure.notOurs(file: path)) { try SQLiteStore(path: path, schema: .ledger) }
    }

    @Test func aLedgerIsNotTakenForAVault() throws {
        try store().close()
        #expect(throws: StoreFailure.notOurs(file: path)) { try SQLiteStore(path: path, schema: .vault) }
    }

    @Test func anotherSchemaVersionIsRefused() throws {
        let store = try store()
        try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        try store.close()
        #expect(throws: StoreFailure.otherSchema(file: path, found: 99, known: Schema.ledger.version)) {
            try SQLiteStore(path: path, schema: .ledger)
        }
    }

    @Test func readersSeeWhatIsWrittenBesideThem() throws {
        let store = try store()
        let reader = try SQLiteStore(path: path, schema: .ledger, isReadOnly: true)
        try store.write { try $0.execute(insert, [.text("a"), .text("b")]) }
        #expect(try rows(reader) == 1)
        #expect(throws: StoreFailure.readOnly(file: path)) {
            try reader.write { try $0.execute(insert, [.text("c"), .text("d")]) }
        }
    }

    @Test func aReaderOpensWhatNobodyElseHasOpen() throws {
        try store().close()
        let reader = try SQLiteStore(path: path, schema: .ledger, isReadOnly: true)
        #expect(try rows(reader) == 0)
    }

    @Test func whatWasDeletedAndCompactedIsNotInTheFiles() throws {
        let store = try store()
        let secret = "a deleted secret of some length"
        try store.write { try $0.execute(insert, [.text("a"), .text(secret)]) }
        #expect(try store.holds(anyOf: [Array(secret.utf8)]))
        try store.write { try $0.execute("DELETE FROM register", []) }
        try store.settle()
        #expect(try !store.holds(anyOf: [Array(secret.utf8)]))
    }
}
