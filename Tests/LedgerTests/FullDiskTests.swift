import Access
import Foundation
import Ledger
import Mechanisms
import SQLiteStore
import Testing

@Suite struct FullDiskTests {
    @Test func whenTheDiskIsFullNothingAcknowledgedIsLostAndTheRestIsRefused() throws {
        let register = try TestRegister()
        try register.ledger.close()
        let folder = try DataFolder.open(at: register.path)
        // A limit on the file's pages stands for a disk without room: the engine gives the same answer.
        let ledger = try Ledger.open(folder.premises(settings: .init(maximumPages: 110)), for: .writing, rules: .none) {
            TestRegister.now
        }
        let bulk = try ledger.bulkAppend(under: TestRegister.grant(.importRecords), eventsPerBatch: 50)
        var number: UInt64 = 0
        #expect(throws: StoreFailure.full(file: register.file("ledger.sqlite").path)) {
            while number < 10_000 {
                number += 1
                try bulk.add([Draft.person(number)])
            }
        }
        let acknowledged = bulk.summary()
        #expect(acknowledged.events >= 50)
        #expect(throws: StoreFailure.self) { try bulk.finish() }
        #expect(try ledger.position().sequence == acknowledged.through)
        try ledger.close()
        try register.reopenAfterClosing()
        #expect(try register.ledger.verify(projections: true).faults == [])
        #expect(try register.ledger.position().sequence == acknowledged.through)
    }
}
