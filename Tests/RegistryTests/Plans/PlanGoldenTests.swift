import Foundation
import Intake
import Registry
import TestKit
import Testing

/// The Council's table of December 2006, from its file through the interpreter and the ledger, cell by cell against the
/// file itself, which this test takes apart in a way of its own.
@Suite(.enabled(if: Repository.seed("003_18805ec9f08eb572.txt") != nil))
struct PlanGoldenTests {
    @Test func b63EveryCellOfTheCouncilsTableComesOutAsTheFileHasIt() throws {
        let file = try #require(Repository.seed("003_18805ec9f08eb572.txt"))
        let text = try String(contentsOf: file, encoding: .utf8)
        let house = try PlanRegister()
        let plan = try house.bringIn(CouncilTableReader.read(Array(text.utf8), named: "table.txt").table).plan
        let stand = try #require(try house.stand(plan, on: "2006-12-14"))
        let printed = stand.chapters.flatMap(\.objectives).flatMap { objective in
            objective.lines.enumerated().map { place, line in
                [place == 0 ? "\(objective.label) \(objective.text.text)" : ""]
                    + ["\(line.action.label) \(line.action.text.text)"]
                    + PlanTable.Column.allCases.dropFirst(2).map { line.action[$0].text }
            }
        }
        let source = rows(of: text)
        #expect(source.count == 47 && printed.count == 47)
        var equal = 0
        for (mine, theirs) in zip(printed, source) {
            for (cell, wanted) in zip(mine, theirs) {
                #expect(cell == wanted)
                equal += cell == wanted ? 1 : 0
            }
        }
        #expect(equal == 282, "47 actions of six cells")
        #expect(stand.chapters.count == 8)
    }

    @Test func b64InsertedPassagesAreMarkedWhereTheFileMarksThem() throws {
        let file = try #require(Repository.seed("003_18805ec9f08eb572.txt"))
        let text = try String(contentsOf: file, encoding: .utf8)
        let house = try PlanRegister()
        let plan = try house.bringIn(CouncilTableReader.read(Array(text.utf8), named: "table.txt").table).plan
        let stand = try #require(try house.stand(plan, on: "2006-12-14"))
        let inserted = stand.lines.flatMap { line in
            PlanTable.Column.allCases.flatMap { line.action[$0].pieces.filter(\.isInserted).map(\.text) }
        }
        let marked = text.components(separatedBy: "<u>").dropFirst().map { piece in
            fold(piece.components(separatedBy: "</u>")[0])
        }
        #expect(inserted == marked)
    }

    /// Lines with five tabs that are neither headings, chapters nor rules; without tags, white space folded.
    private func rows(of text: String) -> [[String]] {
        text.components(separatedBy: "\n").map { $0.components(separatedBy: "\t") }.filter { cells in
            cells.count == 6 && cells[0] != "Objective" && !cells[0].hasPrefix("--")
                && !cells.dropFirst().allSatisfy(\.isEmpty)
        }.map { $0.map(fold) }
    }

    private func fold(_ cell: String) -> String {
        cell.replacing(/<[^>]*>/, with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
