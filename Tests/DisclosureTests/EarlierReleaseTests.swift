import Tables
import Testing

@testable import Disclosure

struct EarlierReleaseTests {
    private let gate = Gate(rule: ProtectionRule())
    private let first = [[3, 20, 40], [30, 40, 50], [60, 70, 80]]

    @Test func withholdsTheSameCellsWhenNothingHasChanged() throws {
        let table = CountTable.matrix("t", "row", "column", first)
        let earlier = try gate.release([table])
        let again = try gate.release([table], earlier: earlier)
        #expect(again[0].cells == earlier[0].cells)
    }

    /// Another table of the same release would have made do with other cells; the first edition binds it.
    @Test func keepsWithheldWhatAnEarlierTableWithheld() throws {
        let earlier = try gate.release([CountTable.matrix("t", "row", "column", first)])
        let withheld = earlier[0].cells.filter { $0.outcome == .withheldComplementary }.map(\.coordinates)
        var later = first
        later[0][0] = 30
        let again = try gate.release([CountTable.matrix("t", "row", "column", later)], earlier: earlier)
        for coordinates in withheld { #expect(again[0].outcome(at: coordinates) == .withheldComplementary) }
    }

    /// 50 becomes 52: the two registered late would stand alone in the difference of both editions.
    @Test func withholdsAFigureWhoseSmallChangeWouldShowLateRegistrations() throws {
        let table = [[30, 20, 40], [30, 40, 50], [60, 70, 80]]
        let earlier = try gate.release([CountTable.matrix("t", "row", "column", table)])
        #expect(earlier[0].outcome(at: [1, 2]) == .published(50))
        var later = table
        later[1][2] = 52
        let again = try gate.release([CountTable.matrix("t", "row", "column", later)], earlier: earlier)
        #expect(again[0].outcome(at: [1, 2]) == .withheldPrimary)
        #expect(again[0].outcome(at: [nil, nil]) == .withheldPrimary)
    }

    /// 20 late registrations in one cell are no small count.
    @Test func publishesALargeChange() throws {
        let table = [[30, 20, 40], [30, 40, 50], [60, 70, 80]]
        let earlier = try gate.release([CountTable.matrix("t", "row", "column", table)])
        var later = table
        later[1][2] = 70
        let again = try gate.release([CountTable.matrix("t", "row", "column", later)], earlier: earlier)
        #expect(again[0].outcome(at: [1, 2]) == .published(70))
    }

    /// The column of 60 is published; its part of 3 is new, and hides behind the other part.
    @Test func publishesWhatIsKnownAndProtectsThePartsBeneath() throws {
        let columns = CountTable.matrix("columns", "row", "column", [[60, 20, 40], [30, 40, 50]])
        let earlier = try gate.release([columns])
        let finer = CountTable.counted(
            "finer",
            [
                .plain("row", 2),
                Dimension(
                    name: "column",
                    categories: [
                        .init(code: "column0"), .init(code: "column1"), .init(code: "column2"),
                        .init(code: "part", parent: 0), .init(code: "rest", parent: 0),
                    ]),
            ],
            [[0, 3]: 3, [0, 4]: 57, [0, 1]: 20, [0, 2]: 40, [1, 3]: 30, [1, 1]: 40, [1, 2]: 50])
        let released = try gate.release([finer], earlier: earlier)
        #expect(released[0].outcome(at: [0, 0]) == .published(60))
        #expect(released[0].outcome(at: [0, 3]) == .withheldPrimary)
        #expect(released[0].outcome(at: [0, 4]) == .withheldComplementary)
    }

    @Test func namesTheCellAndTheEquationThatCannotBeHelped() throws {
        let loose = Gate(rule: ProtectionRule(threshold: 2, minimumWidth: 1))
        let table = CountTable.matrix("t", "row", "column", [[3, 20], [30, 40]])
        let earlier = try loose.release([table])
        let finer = CountTable.counted(
            "finer",
            [
                .plain("row", 2),
                Dimension(
                    name: "column",
                    categories: [
                        .init(code: "column0"), .init(code: "column1"), .init(code: "part", parent: 0),
                    ]),
            ], [[0, 2]: 3, [0, 1]: 20, [1, 2]: 30, [1, 1]: 40])
        #expect(
            throws: DisclosureFailure.cannotProtect(
                cell: "row=row0, column=part", equation: "finer: row=row0, column=column0 = sum over column")
        ) { try gate.release([finer], earlier: earlier) }
    }
}
