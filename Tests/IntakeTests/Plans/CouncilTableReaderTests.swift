import Foundation
import Intake
import TestKit
import Testing
import Vocabulary

@Suite struct CouncilTableReaderTests {
    private func read(_ text: String = SmallCouncilTable.text) throws -> (table: PlanTable, findings: [Finding]) {
        let (table, findings) = try CouncilTableReader.read(Array(text.utf8), named: "plan.txt")
        return (table, findings + PlanTableCheck(table).findings())
    }

    private func about(_ kind: PlanFinding) throws -> [[String]] {
        try read().findings.filter { $0.code == kind.rawValue }.map(\.about)
    }

    @Test func readsTheHeadOfTheDocument() throws {
        let table = try read().table
        #expect(table.reference == "9001/06")
        #expect(table.date?.description == "2006-12-14")
        #expect(table.title == "Follow-up to the plan for the harbour")
        #expect(table.predecessors == ["8001/2/06 REV 2"])
    }

    @Test func readsChaptersObjectivesAndActionsWhateverTheirMarks() throws {
        let table = try read().table
        #expect(table.chapters.map(\.title) == ["LIGHTHOUSES", "BOATS"])
        #expect(table.chapters.map { $0.objectives.map(\.label) } == [["1.", "2."], ["1)"]])
        #expect(
            table.actions.map(\.code) == [
                "1.1.a", "1.1.b", "1.1.c", "1.2.a", "2.1.a", "2.1.b", "2.1.c", "2.1.d", "2.1.e", "2.1.g",
            ])
        #expect(table.actions.allSatisfy { !$0.text.text.contains("<") })
    }

    @Test func keepsWhatWasInsertedAndStruckOut() throws {
        let text = try #require(read().table.actions.first { $0.code == "1.2.a" }).text
        #expect(text.text == "A horn (...) should be blown daily.")
        #expect(text.pieces.filter(\.isInserted).map(\.text) == ["be blown daily"])
        #expect(MarkedText(text.text, marks: text.marks) == text)
        #expect(try about(.inserted) == [["be blown daily"], ["2007"]])
        #expect(try about(.struckOut).count == 1)
    }

    @Test func saysThatAHeadingIsMissing() throws {
        #expect(try about(.headingsDiffer) == [["State of Play"]])
    }

    @Test func tellsADayToComeFromAStateOfPlay() throws {
        #expect(try about(.notReported) == [["Mid 2007"]])
        #expect(try about(.noAnswer) == [["School Board"]])
    }

    @Test func saysThatTwoCellsSayTheSameOfDifferentDays() throws {
        let said = try about(.daysContradict)
        #expect(said == [["1.1.b", "1.1.c", "9/2/2007", "9/2/2006"]])
    }

    @Test func saysThatTheFutureIsToldAsPast() throws {
        #expect(try about(.futureToldAsPast) == [["As to the boats held in 2007"]])
    }

    @Test func offersToReportOnceWhatNearlyTheSameWordsReportTwice() throws {
        #expect(try about(.nearlySame) == [["2.1.d", "2.1.e"]])
        #expect(
            try about(.sentenceShared) == [["2.1.a", "2.1.b", "A form has been sent to all berths."]])
    }

    @Test func saysWhatElseSomebodyShouldKnow() throws {
        #expect(
            try about(.cellsMissing) == [
                ["Timetable", "Responsible Party", "Assessment Tool / Indicator", "State of Play"]
            ])
        #expect(try about(.figuresInText) == [["56 cases", "DE AT NL"]])
        #expect(try about(.refersToAction) == [["1.2.a"]])
        #expect(try about(.documentInIndicator) == [["9002/06"]])
        #expect(try about(.predecessor) == [["8001/2/06 REV 2"]])
        #expect(try about(.deadlineUnread) == [["Sometime"]])
        #expect(try about(.partiesTogether).count == 1)
        #expect(try about(.numbering) == [["g)"]])
    }

    @Test(arguments: [
        ("Keepers / Harbour Master", ["Keepers joint", "Harbour Master joint"]),
        ("Commission and Member States.", ["Commission joint", "Member States joint"]),
        ("Presidency with Commission support", ["Presidency lead", "Commission support"]),
        ("Network in partnership with School and Club.", ["Network lead", "School support", "Club support"]),
        ("Harbour Master to count", ["Harbour Master to count lead"]), ("", []),
    ])
    func takesPartiesApartWhereTheWordsAreNames(words: String, parties: [String]) {
        #expect(ResponsibleParties(words).parties.map { "\($0.name) \($0.role.rawValue)" } == parties)
    }

    @Test(arguments: ["", "one\ttwo", "1. CHAPTER\n\n", "\u{0}\t\t\t\t\t"])
    func refusesAFileWithoutAnAction(text: String) {
        #expect(throws: IntakeFailure.noPlan(file: "plan.txt", layout: "council-2006")) { try read(text) }
    }

    @Test func refusesWhatIsNoText() {
        #expect(throws: IntakeFailure.planNotText(file: "plan.txt")) {
            try CouncilTableReader.read([0x31, 0xFF, 0xFE], named: "plan.txt")
        }
    }

    @Test func setsAsideARowOfAnotherShapeAndGoesOn() throws {
        let text = SmallCouncilTable.text + "\n\tx\ty\n"
        let (table, findings) = try read(text)
        #expect(table.actions.count == 10)
        #expect(findings.filter { $0.code == PlanFinding.rowShape.rawValue }.map(\.about) == [["3"]])
    }
}

/// The page of the handbook on plans says what the program does.
struct PlanHandbookTests {
    @Test(arguments: PlanFinding.allCases)
    func namesEveryFindingWithItsWeight(kind: PlanFinding) throws {
        let page = try String(
            contentsOf: Repository.root.appending(path: "docs/handbook/plans.md"), encoding: .utf8)
        let row = page.split(separator: "\n").first { $0.hasPrefix("| \(kind.rawValue) ") }
        #expect(row?.hasSuffix("| \(kind.weight.rawValue) |") == true)
    }
}
