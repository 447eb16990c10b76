import Tables
import Testing

@testable import Disclosure

struct FrozenTableTests {
    private func released() throws -> ReleasedTable {
        let table = CountTable.matrix("t", "row", "column", [[3, 20, 40], [30, 40, 50], [60, 70, 80]])
        return try #require(try Gate(rule: ProtectionRule()).release([table]).first)
    }

    @Test func comesBackAsItWas() throws {
        let table = try released()
        let thawed = try ReleasedTable.thaw(table.frozen())
        #expect(thawed.cells == table.cells)
        #expect(thawed.dimensions == table.dimensions)
        #expect(thawed.rule == table.rule && thawed.audit == table.audit)
        #expect(thawed.period == table.period && thawed.coverage == table.coverage)
        #expect(thawed.provenance == table.provenance)
        #expect(thawed.frozen() == table.frozen())
    }

    @Test func refusesBytesThatAreCutOff() throws {
        let bytes = Array(try released().frozen().dropLast(10))
        #expect(throws: DisclosureFailure.notAFrozenTable(reason: "it is not the JSON that was written")) {
            try ReleasedTable.thaw(bytes)
        }
    }
}
