import Intake
import Testing
import Vocabulary

/// Lists of treaties and of acts on them, as people write them.
@Suite struct TreatyReaderTests {
    @Test(
        arguments: [
            ("2006-09-06", "2006-09-06"), ("6 Sep 2006", "2006-09-06"), ("6 September 2006", "2006-09-06"),
            ("06/09/2006", "2006-09-06"), ("06-09-2006", "2006-09-06"), ("6.9.2006", "2006-09-06"),
            ("31/02/2006", nil), ("09/2006", nil), ("soon", nil), ("6 Sep 06", nil), ("", nil),
        ] as [(String, String?)])
    func readsDaysAsDepositariesWriteThem(text: String, day: String?) {
        #expect(DepositaryDay.read(text)?.description == day)
    }

    @Test func readsActsByTheNamesOfTheirColumns() throws {
        let text = """
            Kind,Party,Treaty,Date,Effective,Text,Colour
            Accession,Portugal,Lake Convention,6 Sep 2006,06/10/2006,,blue
            definitive signature,PT,Lake Convention,2001-01-01,,Only on Sundays.,
            """
        let (rows, findings) = try TreatyActReader.read(MemoryBytes(text))
        #expect(rows.map(\.kind) == ["accession", "definitive-signature"])
        #expect(rows.first?.effectiveOn == CalendarDate("2006-10-06"))
        #expect(rows.last?.text == "Only on Sundays.")
        #expect(rows.map(\.line) == [2, 3])
        #expect(findings.map(\.about) == [["colour"]])
    }

    @Test func saysOfEveryRowWhatNobodyCanRead() throws {
        let text = "treaty,party,kind,date\nLake,PT,accession,yesterday\nLake,,accession,2001-01-01\n"
        let (rows, findings) = try TreatyActReader.read(MemoryBytes(text))
        #expect(rows.isEmpty)
        #expect(findings.map(\.code) == ["I553", "I557"])
        #expect(findings.map(\.place.row) == [2, 3])
    }

    @Test(arguments: ["", "party,kind,date\nPT,accession,2001-01-01\n", "treaty,treaty,party,kind,date\n"])
    func refusesAFileWithoutItsColumns(text: String) {
        #expect(throws: IntakeFailure.self) { try TreatyActReader.read(MemoryBytes(text)) }
    }

    @Test func readsTheFinalClausesOfATreaty() throws {
        let text = """
            title,reference,adopted,parent,entry-consents,entry,later,withdrawal
            Lake Convention,LC,2000-11-15,,40,90 days,30 days,12 months
            Pond Protocol,PP,15/11/2000,LC,,,3 month-start,
            Sea Convention,SC,2000-11-15,,0,90 days,30 nights,
            """
        let (rows, findings) = try TreatyTermsReader.read(MemoryBytes(text))
        #expect(rows.map(\.reference) == ["LC", "PP"])
        #expect(rows.first?.entry == .init(time: 90, unit: "days"))
        #expect(rows.first?.entryConsents == 40)
        #expect(rows.last?.later == .init(time: 3, unit: "month-start"))
        #expect(rows.last?.withdrawal == nil)
        #expect(findings.map(\.code) == ["I558", "I558"])
    }
}
