import Disclosure
@testable import Publication
import Tables
import Testing
import Vocabulary

/// B87: a form is filled from what is there and says what is not; two answers for one year cannot differ in silence.
@Suite struct SubmissionTests {
    private static let form: [DataRequest.Cell] = [
        .init(
            name: "1", label: "Women, first quarter", table: "registered-persons",
            codes: ["sex": "female", "quarter": "2022-Q1"]),
        .init(name: "2", table: "registered-persons"),
        .init(name: "3", table: "registered-persons", codes: ["quarter": "2022-Q3", "sex": "male"]),
        .init(name: "4", table: "registered-persons", codes: ["quarter": "2022-Q4", "sex": "male"]),
        .init(name: "5", table: nil),
        .init(name: "6", table: "prosecuted-persons"),
        .init(name: "7", table: "registered-persons", codes: ["age": "child"]),
        .init(name: "8", table: "registered-persons", codes: ["quarter": "2021-Q4"]),
        .init(name: "9", table: "referred-persons-by-year"),
        .init(name: "10", table: "referred-persons-by-year", codes: ["year": "2022"]),
    ]

    private func filled(
        _ cells: [DataRequest.Cell] = form, women: Int = 12, for requester: String = "Office A",
        over period: String = "2022"
    ) throws -> Submission {
        let release = try ReleaseArchive.freeze(
            [Example.persons(womenInFirstQuarter: women), Example.years(["2022": 41])], on: Example.day("2023-02-01"),
            after: nil, texts: []
        ).release
        return try Submission(DataRequest(cells), from: release, for: requester, over: #require(Period(period)))
    }

    @Test func everyCellIsFilledOrSaysWhyNot() throws {
        #expect(
            try filled().lines.map(\.answer) == [
                .figure(12), .figure(127), .withheld, .notReported, .notHeld, .noTable, .noPlace("age=child"),
                .noPlace("quarter=2021-Q4"), .noTotal("year"), .figure(41),
            ])
        #expect(try filled().unfilled.map(\.cell.name) == ["4", "5", "6", "7", "8", "9"])
    }

    @Test func anotherAnswerToTheSameQuestionIsFoundWhateverTheFormCallsIt() throws {
        let earlier = try filled(for: "Office B")
        let renamed = Self.form.map {
            DataRequest.Cell(
                name: "x\($0.name)", table: $0.table, codes: $0.codes,
                explanation: $0.name == "2" ? "Late reports" : nil)
        }
        let found = try filled(renamed, women: 14).disagreements(with: earlier)
        #expect(found.map(\.cell) == ["x1", "x2"])
        #expect(found.map(\.before) == ["12", "127"])
        #expect(found.map(\.now) == ["14", "129"])
        #expect(found.map(\.explanation) == [nil, "Late reports"])
        #expect(found.allSatisfy { $0.requester == "Office B" })
    }

    @Test func theSameAnswerOrAnotherPeriodIsNoDisagreement() throws {
        #expect(try filled().disagreements(with: filled()).isEmpty)
        #expect(try filled(women: 14).disagreements(with: filled(over: "2021")).isEmpty)
    }

    @Test func whatWasNotHeldBeforeIsNoOtherAnswer() throws {
        let unnamed = [DataRequest.Cell(name: "1", table: "prosecuted-persons")]
        let named = [DataRequest.Cell(name: "1", table: "registered-persons")]
        #expect(try filled(named).disagreements(with: filled(unnamed)).isEmpty)
    }

    @Test func aFigureThatIsWithheldNowDisagrees() throws {
        let cell = DataRequest.Cell(
            name: "1", table: "registered-persons", codes: ["quarter": "2022-Q3", "sex": "male"])
        let now = try filled([cell])
        let before = try Submission(
            requester: "Office B", period: #require(Period("2022")), release: 1,
            lines: [.init(cell: cell, answer: .figure(6))])
        #expect(now.disagreements(with: before).map(\.now) == ["withheld"])
    }

    @Test func aFileIsReadBackAsItWasHandedIn() throws {
        let submission = try filled(for: "Office “A”, second floor")
        let lines = String(decoding: SubmissionFile(submission).bytes(), as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 11)
        #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",public") })
        let rows = lines.map { line in cells(String(line)) }
        let again = try SubmissionFile(header: rows[0], rows: Array(rows.dropFirst()), file: "0001.csv").submission
        #expect(again == submission)
    }

    @Test(arguments: [
        ["cell", "label", "value"], SubmissionFile.columns,
    ])
    func aFileThatIsNoneIsRefused(header: [String]) {
        #expect(throws: PublicationFailure.submissionUnreadable(file: "0001.csv")) {
            _ = try SubmissionFile(header: header, rows: [["1", "", "x", "figure"]], file: "0001.csv")
        }
    }

    /// One line of RFC 4180 without line breaks inside.
    private func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch (character, isQuoted) {
            case ("\"", _): isQuoted.toggle()
            case (",", false): cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
