import Access
import Foundation
import Ledger
import Mechanisms
import SQLiteStore
import Synchronization
import Testing
import Vocabulary

@Suite struct PositionTests {
    @Test func theLastEventAtOrBeforeAMomentIsFound() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("moments-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        // The clock goes back once; the ledger does not.
        let moments = Mutex<[Int64]>([1000, 1000, 2000, 2000, 3000, 3000, 2500, 2500, 4000, 4000])
        let ledger = try Ledger.initialise(
            DataFolder.make(at: path).premises(isNew: true), rules: .none, under: TestRegister.grant(.initialise)
        ) { Timestamp(milliseconds: moments.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }) }
        for number in 1...4 as ClosedRange<UInt64> {
            _ = try ledger.append([Draft.person(number)], under: TestRegister.grant(.write))
        }
        var recorded: [Int64] = []
        try ledger.events { event in
            recorded.append(event.recordedAt.milliseconds)
            return true
        }
        #expect(recorded == recorded.sorted())
        for moment in [0, 999, 1000, 2000, 2600, 3000, 9000] as [Int64] {
            let expected = Int64(recorded.filter { $0 <= moment }.count)
            #expect(try ledger.position(atEndOf: Timestamp(milliseconds: moment)) == expected, "at \(moment)")
        }
    }

    @Test func eventsComeInOrderAndStopWhenAskedTo() throws {
        let register = try TestRegister()
        for number in 1...5 as ClosedRange<UInt64> {
            _ = try register.ledger.append([Draft.person(number)], under: TestRegister.grant(.write))
        }
        var seen: [Int64] = []
        try register.ledger.events(from: 2, through: 5) { event in
            seen.append(event.sequence)
            return event.sequence < 4
        }
        #expect(seen == [2, 3, 4])
    }
}
