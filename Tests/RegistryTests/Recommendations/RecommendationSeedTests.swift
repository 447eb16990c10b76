import Foundation
import Intake
import InterfaceKit
import Registry
import TestKit
import Testing
import Vocabulary

/// B69 on the founding papers: the seven recommendations that the ACP-EU report quotes, and the key actions of COM(2017)
/// 728, through the documented layouts. Nothing of the papers stands here; the test takes them apart itself.
@Suite(
    .enabled(
        if: Repository.seed("001_d0099b3f62ef8506.txt") != nil && Repository.seed("004_9700c89a5da2e456.txt") != nil))
struct RecommendationSeedTests {
    private func text(_ name: String) throws -> String {
        try String(contentsOf: #require(Repository.seed(name)), encoding: .utf8)
    }

    private func cell(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

    /// Number and first sentence of each recommendation, in the order of the report.
    private func recommendations() throws -> [(number: String, text: String)] {
        try text("001_d0099b3f62ef8506.txt").matches(of: /Recommendation #(\d+): ([^.\n]+)/).map {
            (String($0.1), String($0.2))
        }
    }

    /// The key actions under each of the three priorities, over the break of a page; what footnotes put between them is
    /// left out by how it begins.
    private func keyActions() throws -> [[String]] {
        let lines = try text("004_9700c89a5da2e456.txt").split(separator: "\n")
        return lines.indices.compactMap { place in
            guard let match = lines[place].firstMatch(of: /Key actions [^:]*the Commission will: (.*)/) else {
                return nil
            }
            let next = place + 1 < lines.endIndex ? lines[place + 1] : ""
            let further = next.first?.isLowercase == true ? ";\(next)" : ""
            return "\(match.1)\(further)".split(separator: ";").compactMap { piece in
                let action = piece.drop { $0 == " " || $0.isNumber }
                let isAction =
                    action.first?.isLowercase == true && !["http", "the ", "and "].contains { action.hasPrefix($0) }
                return isAction ? action.trimmingCharacters(in: .whitespaces) : nil
            }
        }
    }

    @Test func b69TheSevenRecommendationsAndTheKeyActionsLoadAndMapToEachOther() throws {
        let house = try PlanRegister()
        let registry = house.register.registry
        var random = SystemRandomNumberGenerator()
        let rows = RowByRow(registry, house.asking) { RecordID(at: InterfaceRegister.now, using: &random) }
        let quoted = try recommendations()
        let list = "number,text\n" + quoted.map { "#\($0.number),\(cell($0.text))\n" }.joined()
        var work = RecommendationImport(rows)
        try work.take(
            RecommendationReader.read(MemoryBytes(list)).rows,
            of: .init(
                body: "ACP-EU Dialogue on Migration and Development", title: "Recommendations of 2015", reference: nil,
                issuedOn: CalendarDate("2015-01-01")))
        #expect(work.entered == 7 && work.findings.isEmpty)
        let lines = try registry.recommendations(house.asking).lines
        #expect(lines.map(\.number) == ["3", "6", "7", "1", "5", "8", "4"], "there is no 2")
        #expect(lines.map(\.text) == quoted.map(\.text))

        let actions = try keyActions()
        #expect(actions.map(\.count) == [4, 5, 9])
        let table =
            "chapter,action\n"
            + actions.enumerated().flatMap { place, texts in texts.map { "Priority \(place + 1),\(cell($0))\n" } }
            .joined()
        try house.bringIn(
            TablePlanReader.read(
                MemoryBytes(table), title: "Key actions", reference: "COM(2017) 728 final",
                date: CalendarDate("2017-12-04")
            ).table)
        // The first key action of each priority carries out three of the seven; one of them carries out two.
        let pairs = [("7", "1.1.1"), ("6", "2.1.1"), ("4", "3.1.1"), ("3", "2.1.1")]
        let mapping =
            "cycle,number,kind,plan,action\n"
            + pairs.map { "Recommendations of 2015,\($0.0),implements,COM(2017) 728 final,\($0.1)\n" }.joined()
        var mapped = RecommendationMappingImport(rows)
        try mapped.take(RecommendationMappingReader.read(MemoryBytes(mapping)).rows)
        #expect(mapped.entered == 4 && mapped.findings.isEmpty)
        let after = try registry.recommendations(house.asking)
        #expect(after.unansweredFirst.prefix(3).map(\.number) == ["1", "5", "8"])
        #expect(after.lines.first { $0.number == "6" }?.actions.map(\.code) == ["2.1.1"])
        let first = try #require(actions.first?.first)
        #expect(after.lines.first { $0.number == "7" }?.actions.first?.text == first)
    }
}
