import Ledger
import SQLiteStore
import Testing

@testable import Ledger

/// Look-ups that are made for every event must step into an index, whatever the tables hold.
@Suite struct QueryPlanTests {
    @Test(arguments: [
        EventTable.selectRange, EventTable.selectLast, EventTable.selectHash, RecordLookup.selectEvent,
        Ledger.selectAccesses, Ledger.selectNewestAccesses, ListPlan.selectLastNumber, Ledger.selectByToken,
        RecordLookup.select, RecordLookup.selectStates,
        RecordLookup.selectByState, RecordLookup.selectByLink, OriginLookup.select, RecordNumbers.selectHighest,
        RecordNumbers.select, WordBook.selectLast, WordBook.selectNumber, WordBook.selectText, RowReader.select,
        ProjectionWriter.updateRecord,
    ])
    func stepsIntoAnIndex(statement: String) throws { try expectIndexed(statement, in: TestRegister()) }

    @Test func whetherAStandingHoldsIsAskedByIndex() throws {
        let register = try TestRegister()
        let statement = try register.ledger.events.read { connection in
            try RowReader.standings(of: 1, Holding(at: TestRegister.now, connection)).sql
        }
        #expect(statement.contains("consent"))
        try expectIndexed(statement, in: register)
    }

    private func expectIndexed(_ statement: String, in register: TestRegister) throws {
        var steps: [String] = []
        let parameters = [StoredValue](repeating: .null, count: statement.matches(of: /:[a-z]/).count)
        try register.ledger.events.write { connection in
            try connection.query("EXPLAIN QUERY PLAN \(statement)", parameters) { row in
                steps.append(row.text(3))
                return true
            }
        }
        #expect(!steps.isEmpty)
        #expect(steps.allSatisfy { !$0.hasPrefix("SCAN") && !$0.contains("TEMP B-TREE") }, "\(steps)")
    }
}
