import Testing
import Vocabulary

@testable import Statistics

@Suite struct CaptureTableReaderTests {
    private func read(_ text: String, strata: [String] = []) throws -> ReportedTable {
        let rows = text.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        var reader = CaptureTableReader()
        reader.strata = strata
        return try reader.read(header: rows[0], rows: Array(rows.dropFirst()))
    }

    @Test func readsAColumnForEachListAndOneOfCounts() throws {
        let table = try read("A,B,count\n1,0,4\n0,1,5\n1,1,2").table()
        #expect(table.lists == ["A", "B"] && table.counts == [0, 4, 5, 2] && table.persons == 11)
    }

    @Test func takesWithheldCountsAsRanges() throws {
        let table = try read("A,B,count\n1,0,40\n0,1,2-7\n1,1,<5")
        #expect(table.rows.map(\.count) == [CountRange(40), CountRange(2, 7), CountRange(1, 4)])
    }

    @Test func takesColumnsOfOtherValuesForStrata() throws {
        let table = try read("A,B,sex,count\n1,0,f,4\n0,1,m,5\n1,1,f,2")
        #expect(table.lists == ["A", "B"] && table.strata == ["sex"] && table.rows[0].stratum == ["f"])
    }

    @Test func addsTheSameHistoryUpAndSaysSo() throws {
        let table = try read("A,B,count\n1,0,4\n1,0,5\n1,1,2")
        #expect(try table.table().counts[1] == 9)
        #expect(table.findings.map(\.code) == ["E114"])
    }

    @Test func leavesOutTheHistoryThatIsAskedFor() throws {
        let table = try read("A,B,count\n0,0,100\n1,0,4\n1,1,2\n0,1,7")
        #expect(try table.table().persons == 13)
        #expect(table.findings.map(\.code) == ["E115"])
    }

    @Test func leavesOutAListWithoutAnybody() throws {
        let table = try read("A,B,C,count\n1,0,0,4\n1,1,0,2\n0,1,0,7")
        #expect(table.lists == ["A", "B"] && table.findings.map(\.code) == ["E116"])
    }

    @Test(arguments: [
        ("A,B,count\n1,2,4\n0,1,5", "E112"), ("A,B,count\n1,0,-4\n0,1,5", "E113"), ("A,B,count\n1,0\n0,1,5", "E111"),
        ("A,B,count\n1,0,2.5\n0,1,5", "E113"),
    ])
    func namesTheRowThatCannotBeRead(text: String, code: String) throws {
        let failure = #expect(throws: StatisticsFailure.self) { try read(text) }
        guard case .tableUnreadable(let findings) = failure else {
            Issue.record("not a list of findings")
            return
        }
        #expect(findings.map(\.code) == [code])
    }

    @Test(arguments: [
        ("A,count\n1,4", "E101"), ("A,B,count\n1,0,0\n0,1,0", "E105"), ("count\n4", "E101"),
        ("A,A,count\n1,0,4\n0,1,2\n1,1,1", "E103"),
    ])
    func refusesATableWithoutAnAnswer(text: String, code: String) throws {
        let failure = #expect(throws: StatisticsFailure.self) { try read(text).table() }
        #expect(failure?.code == code)
    }

    @Test func refusesThirtyLists() throws {
        let header = (1...30).map { "L\($0)" }.joined(separator: ",")
        let row = (1...30).map { $0 % 2 == 0 ? "1" : "0" }.joined(separator: ",")
        let failure = #expect(throws: StatisticsFailure.self) { try read("\(header),count\n\(row),4") }
        #expect(failure == .tooManyLists(found: 30, most: 12))
    }

    /// Headings and places as programs and people make them; 4, 5 and 2 persons in each.
    @Test(arguments: [
        "n,A,B\n4,1,0\n5,0,1\n2,1,1", "A,cases,B\n1,4,0\n0,5,1\n1,2,1", "A,B,Freq\n1,0,4\n0,1,5\n1,1,2",
        ",A,B,count\n1,1,0,4\n2,0,1,5\n3,1,1,2", "A,B,cases\n1.0,0.0,4.0\n0.0,1.0,5.0\n1.0,1.0,2.0",
        "cases,A,B,year\n4,1,0,2019\n3,0,1,2019\n2,0,1,2020\n2,1,1,2020",
        "cases,A,B,age\n4,1,0,0-17\n5,0,1,0-17\n2,1,1,18-24", "A,B,n,\n1,0,4,\n0,1,5,\n1,1,2,",
    ])
    func findsTheCountsWhereverTheyStand(text: String) throws {
        let table = try read(text).table()
        #expect(table.lists == ["A", "B"] && table.counts == [0, 4, 5, 2])
    }

    @Test func saysFromWhichColumnCountsWereRead() throws {
        #expect(try read("A,B,cases\n1,0,4\n0,1,5\n1,1,2").findings.map(\.code) == ["E118"])
        #expect(try read("A,B,Count\n1,0,4\n0,1,5\n1,1,2").findings.isEmpty)
    }

    @Test(arguments: [
        "case,A,B\np,1,0\nq,0,1\nr,1,1\ns,1,0", "A,B\n1,0\n0,1\n1,1\n1,0", "id,A,B\n7,1,0\n12,0,1\n19,1,1\n20,1,0",
        "A,B,id\n1,0,1\n0,1,2\n1,1,3\n1,0,4",
    ])
    func countsRowsWhereEachIsAPerson(text: String) throws {
        let table = try read(text)
        #expect(table.lists == ["A", "B"] && table.strata.isEmpty && table.findings.map(\.code) == ["E117"])
        #expect(try table.table().counts == [0, 2, 1, 1])
    }

    @Test func asksWhichOfTwoColumnsHoldsTheCounts() throws {
        let failure = #expect(throws: StatisticsFailure.self) {
            try read("adults,minors,A,B\n4,3,1,0\n5,6,0,1\n2,2,1,1\n9,9,1,1")
        }
        #expect(failure == .countsUnclear(columns: ["adults", "minors"]))
    }

    @Test func countsAPersonOnceAListWhereListsHoldIds() throws {
        let table = try CaptureTable(sources: [("A", ["p", "q", "q"]), ("B", ["q", "r"])])
        #expect(table.counts == [0, 1, 1, 1])
    }
}
