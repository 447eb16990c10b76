import Foundation
import Intake
import TestKit
import Testing
import Vocabulary

/// The Council's own table of December 2006, as it is; figures counted by hand in the file, rows by their lines.
@Suite(.enabled(if: Repository.seed("003_18805ec9f08eb572.txt") != nil))
struct CouncilTableGoldenTests {
    let table: PlanTable
    let findings: [Finding]

    init() throws {
        let file = try #require(Repository.seed("003_18805ec9f08eb572.txt"))
        let read = try CouncilTableReader.read(Array(Data(contentsOf: file)), named: "table.txt")
        table = read.table
        findings = read.findings + PlanTableCheck(read.table).findings()
    }

    private func lines(_ kind: PlanFinding) -> [Int] {
        findings.filter { $0.code == kind.rawValue }.compactMap(\.place.row)
    }

    @Test func hasEightChaptersSeventeenObjectivesAndFortySevenActions() {
        #expect(table.chapters.map { $0.objectives.flatMap(\.actions).count } == [7, 4, 10, 2, 15, 5, 1, 3])
        #expect(table.chapters.map(\.objectives.count) == [3, 1, 3, 2, 4, 2, 1, 1])
        #expect(table.actions.count == 47)
        #expect(Set(table.actions.map(\.code)).count == 47)
        #expect(table.reference == "16633/06" && table.date?.description == "2006-12-14")
        #expect(lines(.rowShape).isEmpty && lines(.numbering).isEmpty)
    }

    @Test func sixColumnsOfWhichOnlyTheFirstChapterNamesAll() {
        #expect(lines(.headingsDiffer) == [51, 61, 82, 88, 112, 122, 126])
    }

    @Test func everyMarkOfARevisionIsKept() {
        let inserted = findings.filter { $0.code == PlanFinding.inserted.rawValue }.flatMap(\.about)
        #expect(inserted.count == 10)
        let marks = table.actions.map { action in
            PlanTable.Column.allCases.map { action[$0].insertions.count }.reduce(0, +)
        }
        #expect(marks.reduce(0, +) == 10)
        #expect(lines(.struckOut) == [41, 67, 75])
    }

    @Test func flagsWhatTheListOfTrapsNames() {
        #expect(lines(.documentInIndicator) == [93])
        #expect(lines(.notReported) == [47, 106, 108])
        #expect(lines(.daysContradict) == [39])
        #expect(lines(.futureToldAsPast) == [96])
        #expect(lines(.cellsMissing) == [130])
        #expect(lines(.noAnswer) == [104, 123, 128])
        #expect(lines(.figuresInText) == [103])
        #expect(lines(.refersToAction) == [62, 64, 78, 123])
        #expect(lines(.deadlineUnread).isEmpty)
    }

    @Test func offersToReportOnceWhatIsReportedTwice() {
        let same = findings.filter { $0.code == PlanFinding.nearlySame.rawValue }.map(\.about)
        #expect(same.contains(["3.1.a", "3.1.b"]))
        let shared = findings.filter { $0.code == PlanFinding.sentenceShared.rawValue }.map {
            Array($0.about.prefix(2))
        }
        #expect(shared.contains(["3.2.b", "4.2.a"]))
        #expect(shared.contains(["6.2.b", "6.2.d"]))
    }

    @Test func countsTheDocumentThatItRefersTo() {
        let references = table.actions.flatMap { [$0.assessment.text, $0.stateOfPlay.text] }
            .map { $0.components(separatedBy: "16626/06").count - 1 }
        #expect(references.reduce(0, +) == 13)
        #expect(table.predecessors == ["15321/2/06 REV 2"])
    }

    @Test func readsEveryDeadline() {
        let kinds = Dictionary(grouping: table.actions.map { Deadline($0.timetable.text) }) { $0.kind }
            .mapValues(\.count)
        // One of 47 has none.
        #expect(table.actions.count { !$0.timetable.isEmpty } == 46)
        #expect(kinds[nil] == 1)
        #expect(kinds[.ongoing] == 8 && kinds[.recurring] == 1 && kinds[.asSoonAsPossible] == 1)
        #expect(kinds[.firstThen] == 2 && kinds[.conditional] == 2)
    }
}
