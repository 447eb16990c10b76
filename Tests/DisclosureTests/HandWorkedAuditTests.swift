import Testing
import Vocabulary

@testable import Disclosure

/// Tables small enough to work out on paper; the working stands above each.
struct HandWorkedAuditTests {
    /// 13 - 10 = 3.
    @Test func oneWithheldPartIsTheDifference() throws {
        let report = try PlainAudit.read([PlainTable("t", "sex,n\nf,<5\nm,10\nTotal,13")])
        #expect(report.lines == ["sex=f: 3...3 exact"])
        #expect(report.cells[0].because == ["t: total = sum of 2 over sex"])
    }

    /// f + u = 3, so each is 0 to 3, where `<5` says 0 to 4.
    @Test func twoWithheldPartsAreNarrowedByTheirSum() throws {
        let report = try PlainAudit.read([PlainTable("t", "sex,n\nf,<5\nm,10\nu,<5\nTotal,13")])
        #expect(report.lines == ["sex=f: 0...3 narrow", "sex=u: 0...3 narrow"])
    }

    /// Rows 10 and 20, columns 12 and 18: the top left is 0 to 10, and each of the others follows from it.
    @Test func aRectangleOfFourStaysOpen() throws {
        let table = PlainTable(
            "t", "sex,age,n\nf,c,c\nf,a,c\nf,Total,10\nm,c,c\nm,a,c\nm,Total,20\nTotal,c,12\nTotal,a,18\nTotal,Total,30"
        )
        let report = try PlainAudit.read([table])
        #expect(
            report.lines == [
                "age=c, sex=f: 0...10 open", "age=a, sex=f: 0...10 open", "age=c, sex=m: 2...12 open",
                "age=a, sex=m: 8...18 open",
            ])
    }

    /// Both are withheld in their row, but alone in their columns: 12 - 9 = 3, 18 - 11 = 7.
    @Test func aPairInOneRowFallsToItsColumns() throws {
        let table = PlainTable(
            "t",
            "sex,age,n\nf,c,c\nf,a,c\nf,Total,10\nm,c,9\nm,a,11\nm,Total,20\nTotal,c,12\nTotal,a,18\nTotal,Total,30")
        let report = try PlainAudit.read([table])
        #expect(report.lines == ["age=c, sex=f: 3...3 exact", "age=a, sex=f: 7...7 exact"])
    }

    /// labour = 100 - 60 = 40, domestic = 40 - 30 = 10: two levels, one after the other.
    @Test func aHierarchyIsFollowedDownwards() throws {
        let table = PlainTable("t", "form,n\nTotal,100\nsexual,60\nlabour,c\ndomestic,c\nfishing,30")
        let report = try PlainAudit.read([table]) {
            $0.parents = ["form": ["domestic": "labour", "fishing": "labour"]]
        }
        #expect(report.lines == ["form=labour: 40...40 exact", "form=domestic: 10...10 exact"])
    }

    /// The quarter is withheld in both tables, but its ages add up to 27; then 27 - 20 = 7 women.
    @Test func aMarginIsTakenFromTheOtherTable() throws {
        let sex = PlainTable("sex", "quarter,sex,n\nQ1,f,c\nQ1,m,20\nQ1,Total,c")
        let age = PlainTable("age", "quarter,age,n\nQ1,child,5\nQ1,adult,22\nQ1,Total,c")
        let report = try PlainAudit.read([sex, age])
        #expect(
            report.lines == [
                "quarter=Q1, sex=f: 7...7 exact", "quarter=Q1: 27...27 exact", "quarter=Q1: 27...27 exact",
            ])
        #expect(try PlainAudit.read([sex]).lines == ["quarter=Q1, sex=f: 0... open", "quarter=Q1: 20... open"])
    }

    @Test func aFigurePrintedInAnotherTableIsNotWithheld() throws {
        let first = PlainTable("first", "sex,n\nf,<5\nm,9\nTotal,c")
        let second = PlainTable("second", "sex,n\nf,4")
        let report = try PlainAudit.read([first, second])
        #expect(
            report.lines
                == ["sex=f: 4...4 exact", "sex=Total: 13...13 exact"].map { $0.replacing("sex=Total", with: "total") })
        #expect(report.cells[0].because == ["printed as 4 in second"])
    }

    /// Columns 12 + 15 = 27 in all; 27 - 10 - 8 = 9 in the last row; 9 - 7 = 2.
    @Test func fourEquationsTogetherPinACell() throws {
        let table = PlainTable(
            "t",
            """
            row,column,n
            a,x,c
            a,y,c
            a,Total,10
            b,x,c
            b,y,c
            b,Total,8
            d,x,7
            d,y,<5
            d,Total,c
            Total,x,12
            Total,y,15
            Total,Total,c
            """)
        let report = try PlainAudit.read([table])
        #expect(report.lines.contains("column=y, row=d: 2...2 exact"))
        #expect(report.lines.contains("row=d: 9...9 exact"))
        #expect(report.lines.contains("total: 27...27 exact"))
        #expect(report.summary.exactlyRecoverable == 3)
    }

    /// A zero is printed, so `<5` means 1 to 4: two of them that make 2 are 1 and 1.
    @Test func aPrintedZeroMeansThatWithheldIsNotZero() throws {
        let lines = "sex,n\nf,<5\nm,<5\nu,0\nTotal,2"
        #expect(try PlainAudit.read([PlainTable("t", lines)]).lines == ["sex=f: 1...1 exact", "sex=m: 1...1 exact"])
        let unsure = try PlainAudit.read([PlainTable("t", lines)]) { $0.withheldMayBeZero = true }
        #expect(unsure.lines == ["sex=f: 0...2 narrow", "sex=m: 0...2 narrow"])
    }

    /// Four counts below 5 that make 16 can only be four fours.
    @Test func aTotalAtTheLimitPinsAllParts() throws {
        let report = try PlainAudit.read([PlainTable("t", "form,n\na,<5\nb,<5\nc,<5\nd,<5\nTotal,16")])
        #expect(report.summary.exactlyRecoverable == 4)
        #expect(report.cells.allSatisfy { $0.interval == Interval(lower: 4, upper: 4) })
    }

    /// 4 + 5 is not 10: said first, and by how much; the other line is still attacked.
    @Test func sumsThatDoNotAddUpAreReportedAndTheRestGoesOn() throws {
        let table = PlainTable(
            "t", "year,sex,n\n2022,f,4\n2022,m,5\n2022,Total,10\n2023,f,<5\n2023,m,5\n2023,Total,7")
        let report = try PlainAudit.read([table])
        #expect(report.inconsistencies == [.init(equation: "t: year=2022 = sum of 2 over sex", amount: 1)])
        #expect(report.lines == ["sex=f, year=2023: 2...2 exact"])
    }

    /// Two by two by two, all eight parts withheld, all margins printed: one number is free, added to four parts and
    /// taken from four. Parts are 3,4,5,6,7,8,9,10; those of even parity 3,6,8,9 may fall by 3, those of odd 4,5,7,10 by 4.
    @Test func aCubeMovesAsOne() throws {
        let parts = [3, 4, 5, 6, 7, 8, 9, 10]
        var lines = "x,y,z,n"
        for cell in SmallTable([2, 2, 2], parts).cells {
            let isPart = !cell.names.contains("Total")
            lines += "\n" + cell.names.joined(separator: ",") + "," + (isPart ? "c" : String(cell.value))
        }
        let report = try PlainAudit.read([PlainTable("t", lines)])
        let even = [0, 3, 5, 6]
        for (place, cell) in report.cells.enumerated() {
            let expected =
                even.contains(place)
                ? Interval(lower: parts[place] - 3, upper: parts[place] + 4)
                : Interval(lower: parts[place] - 4, upper: parts[place] + 3)
            #expect(cell.interval == expected)
        }
    }

    /// No row totals are printed; that both rows make 30 together still pins the one withheld cell.
    @Test func marginsThatAreNotPrintedStillConnect() throws {
        let table = PlainTable("t", "sex,age,n\nf,c,<5\nf,a,11\nm,c,9\nm,a,7\nTotal,Total,30")
        let report = try PlainAudit.read([table])
        #expect(report.lines == ["age=c, sex=f: 3...3 exact"])
    }

    @Test(
        arguments: [
            ("1,234", 1234), ("1 234", 1234), ("12,34", nil), ("1234567", 1_234_567), ("-3", nil), ("2.5", nil),
        ] as [(String, Int?)])
    func readsCountsWithThousandsMarks(text: String, count: Int?) {
        let value = PlainValue(text, layout: PlainLayout(value: "n"))
        #expect(value == (count.map(PlainValue.count) ?? .unreadable))
    }

    @Test(arguments: [("<5", 5), ("< 5", 5), ("≤4", 5), ("<=4", 5)])
    func readsMarkersWithALimit(text: String, below: Int) {
        #expect(PlainValue(text, layout: PlainLayout(value: "n")) == .withheld(below: below))
    }

    @Test func saysWhichRowsItCouldNotRead() throws {
        let table = PlainTable("t", "sex,n\nf,3\nf,4\nm,many\nTotal,9,9")
        let report = try PlainAudit.read([table])
        #expect(report.findings.map(\.code) == ["D413", "D412", "D411"])
        #expect(report.findings.map(\.place.row) == [3, 4, 5])
    }
}
