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

    @Test func whoIsRemovedIsFoundNoMore() throws {
        var index = try PersonIndex(known.table())
        let added = ["", "Xiqwe", "Yhjawex", "1931-02-03", "elsewhere", "7755331"]
        let number = index.add(added)
        for (record, row) in [(17, known.rows[17]), (number, added)] {
            #expect(index.matches(row).contains { $0.record == record })
            index.remove(record)
            index.remove(record)
            #expect(!index.matches(row, least: 0).contains { $0.record == record })
        }
        let again = index.add(added)
        #expect(index.matches(added).map(\.record) == [again])
    }

    @Test func whatOnlyARemovedRecordSaidIsWiped() throws {
        var table = try known.table()
        let record = known.rows.indices.first { place in
            table.fields.indices.allSatisfy { table.tables[$0].counts[Int(table.cell(place, $0))] == 1 }
        }
        let only = try #require(
            record ?? known.rows.indices.first { table.tables[0].counts[Int(table.cell($0, 0))] == 1 })
        let number = table.cell(only, 0)
        let letters = Array(table.tables[0].lettersOf(number))
        let values = FlatValues(table)
        for (field, gone) in table.empty(only) { values.wipe(gone, field) }
        #expect(table.tables[0].lettersOf(number).allSatisfy { $0 == 0 } && letters.contains { $0 != 0 })
        #expect(values.lettersAt(values.bases[0] + Int(number)).isEmpty)
        #expect(table.fields.indices.allSatisfy { table.cell(only, $0) == 0 })
    }

    @Test func theEvidenceIsThatOfTheRunOverAllRecords() throws {
        let table = try known.table()
        var index = try PersonIndex(table)
        let linker = try Linker(
            table, withinSources: true,
            passes: CandidatePasses(
                table, CandidateIndex(table, limits: PairingLimits(records: table.count), isSearchable: true)))
        let comparer = linker.comparer()
        let doubles = linker.doubtful(try linker.scored(least: 0).pairs, threshold: 6, most: 40)
        #expect(doubles.count == 40)
        for pair in doubles {
            let found = index.matches(known.rows[pair.first], least: 0.4).first { $0.record == pair.second }
            let match = try #require(found)
            #expect(abs(match.probability - pair.probability) < 1e-4)
            #expect(
                match.evidence
                    == PairEvidence(
                        linker.explanation(max(pair.first, pair.second), min(pair.first, pair.second), comparer)))
        }
    }

    @Test func aQuestionComparesFewOfMany() throws {
        var index = try PersonIndex(known.table())
        for row in known.rows.prefix(200) { _ = index.matches(row) }
        #expect(index.comparisons > 200)
        #expect(index.comparisons < 200 * known.rows.count / 10)
    }

    @Test func aFewRecordsAreKnownToo() throws {
        var builder = try TableBuilder(
            ColumnRoles(parsing: InventedPersons.roles), header: InventedPersons.header, samples: [])
        try builder.beginSource(header: InventedPersons.header)
        let person = ["", "Xiqwe", "Yhjawex", "1931-02-03", "elsewhere", "7755331"]
        builder.append { person[$0] }
        builder.append { _ in "" }
        var index = try PersonIndex(builder.finish())
        #expect(index.matches(person, least: 0.2).map(\.record) == [0])
        #expect(index.matches(["", "Bodiku", "Zumbela", "1990-11-12", "far", "1234567"], least: 0.2).isEmpty)
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
