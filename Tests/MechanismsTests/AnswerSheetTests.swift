import Mechanisms
import Testing

/// Answers as they are kept, and what counts as one.
@Suite struct AnswerSheetTests {
    @Test func comesOutAsItWentIn() throws {
        let sheet = AnswerSheet([
            "services": "shelter", "body": "A ministry:\n\nwith lines\n  and blanks", "count": "-3.5",
        ])
        #expect(sheet.text == "body: A ministry:\n  \n  with lines\n    and blanks\ncount: -3.5\nservices: shelter")
        #expect(AnswerSheet(sheet.text) == sheet)
    }

    @Test func saysSoWhereNothingIsAnswered() throws {
        #expect(AnswerSheet(["empty": ""]).text == "# nothing answered")
        #expect(AnswerSheet("# nothing answered") == AnswerSheet())
    }

    @Test(arguments: ["no colon", "Big: letters", "a: 1\na: 2", ": nothing", "  indented: first"])
    func refusesWhatIsNoSheet(text: String) { #expect(AnswerSheet(text) == nil) }

    @Test(
        arguments: [
            (QuestionKind.number, " 1200 ", "1200"), (.number, "٣.٥", "3.5"), (.number, "1,200", nil),
            (.number, "many", nil),
            (.number, "-", nil), (.yesNo, "unknown", "unknown"), (.yesNo, "perhaps", nil),
            (.date, "2026-11", "2026-11"),
            (.date, "2026-13", nil), (.document, "doc. 16626/06", "doc. 16626/06"), (.document, "two\nlines", nil),
            (.choice, "part", "part"), (.choice, "In part", nil), (.text, " kept \r\n as is ", "kept \n as is"),
            (.text, "  ", nil),
        ] as [(QuestionKind, String, String?)])
    func knowsAnAnswerOfItsKind(kind: QuestionKind, typed: String, kept: String?) throws {
        let options = try #require(QuestionWording.options("full = Fully\npart = In part"))
        #expect(kind.canonical(typed, options: options) == kept)
    }

    @Test(arguments: [("3\nThe law of last year", true), ("3", false), ("3\n ", false), ("5\nA law", false)])
    func b78ALevelNeedsEvidence(typed: String, isTaken: Bool) {
        #expect((QuestionKind.level.canonical(typed, options: []) != nil) == isTaken)
    }

    @Test(arguments: ["one", "a = ", "= b", "a = A\na = B", "A b = label"])
    func refusesOptionsThatAreNone(lines: String) { #expect(QuestionWording.options(lines) == nil) }
}
