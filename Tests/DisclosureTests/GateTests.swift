import Tables
import Testing

@testable import Disclosure

struct GateTests {
    /// 3 | 20 | 23 over 30 | 40 | 70: the 3 needs one more in its row and one more in its column, and they need their
    /// crossing: four cells withheld, no margin.
    @Test func withholdsTheRectangleAroundOneSmallCell() throws {
        let table = CountTable.matrix("t", "row", "column", [[3, 20, 40], [30, 40, 50], [60, 70, 80]])
        let released = try #require(try Gate(rule: ProtectionRule()).release([table]).first)
        #expect(released.outcome(at: [0, 0]) == .withheldPrimary)
        #expect(released.cells.count { $0.outcome == .withheldComplementary } == 3)
        #expect(released.outcome(at: [nil, nil]) == .published(393))
        #expect(released.audit.exactlyRecoverable == 0 && released.audit.narrow == 0)
    }

    @Test func publishesEverythingWhereNothingIsSmall() throws {
        let table = CountTable.matrix("t", "row", "column", [[5, 0], [7, 9]])
        let released = try #require(try Gate(rule: ProtectionRule()).release([table]).first)
        #expect(released.cells.allSatisfy { if case .published = $0.outcome { true } else { false } })
    }

    @Test func givesASharedMarginOneOutcome() throws {
        let sex = CountTable.matrix("by-sex", "quarter", "sex", [[4, 30], [20, 20]])
        let age = CountTable.matrix("by-age", "quarter", "age", [[14, 20], [30, 10]])
        let released = try Gate(rule: ProtectionRule()).release([sex, age])
        #expect(released[0].outcome(at: [0, nil]) == released[1].outcome(at: [0, nil]))
        #expect(released[0].outcome(at: [nil, nil]) == released[1].outcome(at: [nil, nil]))
    }

    @Test func keepsNotReportedApartFromZeroAndWithheld() throws {
        let table = CountTable.counted(
            "t", [.plain("row", 2), .plain("column", 3)], [[0, 0]: 9, [1, 1]: 8], notReported: [[nil, 2]])
        let released = try #require(try Gate(rule: ProtectionRule()).release([table]).first)
        #expect(released.outcome(at: [0, 2]) == .notReported)
        #expect(released.outcome(at: [nil, 2]) == .notReported)
        #expect(released.outcome(at: [0, 1]) == .published(0))
        #expect(released.outcome(at: [nil, nil]) == .published(17))
    }

    @Test func refusesTablesThatDisagree() {
        let first = CountTable.matrix("first", "row", "column", [[5, 6]])
        let second = CountTable.matrix("second", "row", "other", [[5, 7]])
        #expect(throws: DisclosureFailure.self) { try Gate(rule: ProtectionRule()).release([first, second]) }
    }

    /// Two organisations, 3 and 30 in a column: without the third, the one that knows its own 30 subtracts it.
    @Test func hidesOrganisationsFromEachOtherWhereAsked() throws {
        let table = CountTable.matrix("t", "organisation", "sex", [[3, 40], [30, 50], [60, 70]])
        func withheld(_ contributors: String?) throws -> [Int] {
            let gate = Gate(rule: ProtectionRule(contributors: contributors))
            let released = try #require(try gate.release([table]).first)
            return (0..<2).map { sex in
                (0..<3).count {
                    released.outcome(at: [$0, sex]) != .published([[3, 40], [30, 50], [60, 70]][$0][sex])
                }
            }
        }
        #expect(try withheld(nil) == [2, 2])
        #expect(try withheld("organisation").reduce(0, +) > 4)
    }

    /// All 9 of a row are in one column: by option, that is withheld although it is not small.
    @Test func withholdsGroupsWhereAsked() throws {
        let table = CountTable.matrix("t", "row", "column", [[9, 0], [20, 30]])
        let plain = try #require(try Gate(rule: ProtectionRule()).release([table]).first)
        #expect(plain.outcome(at: [0, 0]) == .published(9))
        let grouped = try #require(try Gate(rule: ProtectionRule(protectsGroups: true)).release([table]).first)
        #expect(grouped.outcome(at: [0, 0]) == .withheldPrimary)
        #expect(grouped.outcome(at: [0, 1]) == .withheldComplementary)
    }

    @Test func withholdsZerosWhereAsked() throws {
        let table = CountTable.matrix("t", "row", "column", [[9, 0], [20, 30]])
        let released = try #require(try Gate(rule: ProtectionRule(protectsZeros: true)).release([table]).first)
        #expect(released.outcome(at: [0, 1]) == .withheldPrimary)
    }

    /// Persons counted once a year are not the persons of all years: their sum is no figure of the other table.
    @Test func keepsSumsOverYearsApartFromCountsWithoutYears() throws {
        let years = Dimension(
            name: "year", categories: [.init(code: "2022"), .init(code: "2023")], addsUp: false)
        let byYear = CountTable.counted("by-year", [years], [[0]: 20, [1]: 30], period: nil)
        let persons = CountTable.counted("persons", [.plain("sex", 2)], [[0]: 25, [1]: 20], period: nil)
        #expect(throws: Never.self) { try Gate(rule: ProtectionRule()).release([byYear, persons]) }
    }
}
