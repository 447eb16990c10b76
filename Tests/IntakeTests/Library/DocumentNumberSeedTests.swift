import Foundation
import Intake
import TestKit
import Testing

/// B103 on the founding papers, counted by hand with grep before: `grep -o 16626/06 | wc -l` says 13.
struct DocumentNumberSeedTests {
    private static let council = Repository.seed("003_18805ec9f08eb572.txt")
    private static let strategy = Repository.seed("004_9700c89a5da2e456.txt")
    private static let paper = Repository.seed("000_188c7d68643d9dad.txt")

    private func numbers(_ file: URL?) throws -> [DocumentNumber: Int] {
        let text = try String(contentsOf: #require(file), encoding: .utf8)
        return Dictionary(grouping: DocumentNumberReader.mentions(in: text), by: \.number).mapValues(\.count)
    }

    @Test(.enabled(if: council != nil))
    func b103OneNodeWithThirteenMentions() throws {
        let found = try numbers(Self.council)
        #expect(found.filter { $0.key.root == "16626/06" } == [try #require(DocumentNumber("16626/06")): 13])
        #expect(try found[#require(DocumentNumber("15321/2/06 REV 2"))] == 2)
        #expect(try found[#require(DocumentNumber("12042/06"))] == 1)
    }

    @Test(.enabled(if: strategy != nil))
    func b103TheStrategyKnowsItsOwnNumber() throws {
        let found = try numbers(Self.strategy)
        #expect(try found[#require(DocumentNumber("COM(2017) 728 final"))] != nil)
        #expect(try found[#require(DocumentNumber("2011/36/EU"))] != nil)
    }

    @Test(.enabled(if: paper != nil))
    func b103ThePaperOf2009HasItsRevision() throws {
        #expect(try numbers(Self.paper)[#require(DocumentNumber("11450/5/09 REV 5"))] == 1)
    }
}
