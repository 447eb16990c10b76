import Testing

@testable import Disclosure

struct PlainProtectionTests {
    private let lines = """
        sex,age,n
        f,child,3
        f,adult,20
        f,Total,23
        m,child,30
        m,adult,40
        m,Total,70
        Total,child,33
        Total,adult,60
        Total,Total,93
        """

    /// The 3 and three more make the smallest rectangle; margins stay.
    @Test func withholdsARectangleAndKeepsTheRows() throws {
        let protected = try PlainProtection(layout: PlainLayout(value: "n")).protect([PlainTable("t", lines)])
        #expect(protected.primary == 1 && protected.complementary == 3)
        #expect(protected.tables[0].rows.map { $0[2] } == ["c", "c", "23", "c", "c", "70", "33", "60", "93"])
    }

    @Test func passesTheAuditThatAThresholdAloneFails() throws {
        let layout = PlainLayout(value: "n")
        let bare = PlainTable("t", lines.replacing(",3\n", with: ",<5\n"))
        #expect(try PlainAudit(layout: layout).report(on: [bare]).summary.exactlyRecoverable == 1)
        let protected = try PlainProtection(layout: layout).protect([PlainTable("t", lines)])
        let report = try PlainAudit(layout: layout).report(on: protected.tables)
        #expect(report.summary.exactlyRecoverable == 0 && report.summary.narrow == 0)
    }

    @Test func refusesATableThatIsWithheldAlready() {
        #expect(throws: DisclosureFailure.self) {
            try PlainProtection(layout: PlainLayout(value: "n")).protect([PlainTable("t", "sex,n\nf,<5\nm,7\nTotal,9")])
        }
    }

    @Test func saysWhichSumsDoNotAddUpAndProtectsTheRest() throws {
        let table = PlainTable("t", "year,sex,n\n1,f,9\n1,m,9\n1,Total,19\n2,f,3\n2,m,9\n2,u,30\n2,Total,42")
        let protected = try PlainProtection(layout: PlainLayout(value: "n")).protect([table])
        #expect(protected.inconsistencies == [.init(equation: "t: year=1 = sum of 2 over sex", amount: 1)])
        #expect(protected.tables[0].rows.map { $0[2] }.prefix(4) == ["9", "9", "19", "c"])
        #expect(protected.complementary == 1)
    }

    /// Without any total, nothing can be subtracted.
    @Test func withholdsSmallCountsOnlyWhereNoTotalIsPrinted() throws {
        let protected = try PlainProtection(layout: PlainLayout(value: "n")).protect([
            PlainTable("t", "sex,n\nf,3\nm,9")
        ])
        #expect(protected.primary == 1 && protected.complementary == 0)
    }
}
