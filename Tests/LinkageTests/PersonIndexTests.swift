import Testing

@testable import Linkage

@Suite struct PersonIndexTests {
    private let known = InventedPersons(3000, seed: 5)

    @Test func findsAKnownPersonInSpiteOfASlip() throws {
        var index = try PersonIndex(known.table())
        var row = known.rows[17]
        row[2] += "n"
        let found = index.matches(row)
        #expect(found.first.map { known.rows[$0.record][0] } == known.rows[17][0])
        #expect(found.first.map { $0.probability > 0.95 } == true)
    }

    @Test func findsNobodyForAPersonWhoIsNotKnown() throws {
        var index = try PersonIndex(known.table())
        #expect(index.matches(["", "Xiqwe", "Yhjawex", "1931-02-03", "elsewhere", "77"]).isEmpty)
        #expect(index.matches(["", "", "", "", "", ""]).isEmpty)
    }

    @Test func findsARecordAsSoonAsItWasAdded() throws {
        var index = try PersonIndex(known.table())
        let person = ["", "Xiqwe", "Yhjawex", "1931-02-03", "elsewhere", "7755331"]
        index.add(person)
        #expect(index.matches(person).map(\.record) == [known.rows.count])
        #expect(index.count == known.rows.count + 1)
    }

    @Test func looksAtFewRecordsOfMany() throws {
        let table = try known.table()
        let index = CandidateIndex(
            table, limits: PairingLimits(blockSize: 20, mostPairRules: 40, mostTripleRules: 20), isSearchable: true)
        var search = IndexSearch(index, records: table.count)
        var found: [UInt32] = []
        let keys = index.slots.map { $0.keys(of: table.tables[$0.field])[Int(table.cell(5, $0.field))] }
        search.candidates(keys, into: &found)
        #expect(found.contains(5))
        #expect(found.count < table.count / 5)
    }
}
