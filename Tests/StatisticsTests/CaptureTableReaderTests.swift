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

    @Test func countsAPersonOnceAListWhereListsHoldIds() throws {
        let table = try CaptureTable(sources: [("A", ["p", "q", "q"]), ("B", ["q", "r"])])
        #expect(table.counts == [0, 1, 1, 1])
    }
}
