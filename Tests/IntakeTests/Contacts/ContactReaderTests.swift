import Testing
import Vocabulary

@testable import Intake

/// Lists of contact points and of holidays (B51).
@Suite struct ContactReaderTests {
    private static let header = "state,agency,name,tasks,telephone,languages,zone,hours,priority,next"

    @Test func b51ReadsContactsWithSeveralTasksAndLanguages() throws {
        let (rows, findings) = try ContactReader.read(
            MemoryBytes(
                "\(Self.header)\nDE,Harbour Watch,Duty desk,referral; border,'+00 1,eng;deu,Europe/Berlin,always,7,Lamp desk\n"
            ))
        let row = try #require(rows.first)
        #expect(findings.isEmpty && row.tasks == ["referral", "border"] && row.languages == ["eng", "deu"])
        // The apostrophe is the house's own, against spreadsheets.
        #expect(row.telephone == "+00 1" && row.priority == 7 && row.next == "Lamp desk" && row.agencyKind == nil)
    }

    @Test func b51SaysOfEachBadRowWhatIsWrongAndTakesTheOthers() throws {
        let (rows, findings) = try ContactReader.read(
            MemoryBytes(
                """
                \(Self.header),colour
                DE,Harbour Watch,Duty desk,referral,+00 1,eng,Europe/Berlin,always,,,red
                DE,,Lamp desk,referral,,eng,Europe/Berlin,always,,,
                DE,Harbour Watch,Night desk,referral,+00 2,eng,Europe/Berlin,always,soon,,
                """))
        #expect(rows.map(\.name) == ["Duty desk"])
        let errors = findings.filter { $0.weight == .error }
        #expect(errors.map(\.code) == ["I580", "I582"] && errors.map(\.place.row) == [3, 4])
        #expect(errors.first?.message.contains("“agency”, “telephone”") == true)
    }

    @Test func refusesAListWithoutItsColumns() {
        #expect(throws: IntakeFailure.self) { try ContactReader.read(MemoryBytes("state,name\nDE,Duty desk\n")) }
        #expect(throws: IntakeFailure.self) { try HolidayReader.read(MemoryBytes("state,name\nDE,Kites\n")) }
    }

    @Test func b51ReadsHolidays() throws {
        let (rows, findings) = try HolidayReader.read(
            MemoryBytes("state,day,name,yearly\nDE,2026-10-03,Kites,yes\nDE,30 Feb 2026,Lamps,\nDE,,Boats,\n"))
        #expect(rows.map(\.name) == ["Kites"] && rows.first?.isYearly == true)
        #expect(findings.map(\.code) == ["I582", "I580"])
    }
}
