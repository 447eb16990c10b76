import Testing

@testable import Publication

/// What templates find in a value whose fields were read beforehand is what they find in the value itself.
@Suite struct TemplateValueTests {
    private struct Row: Sendable {
        let name: String
        let note: String?
        let number: Int
        let isShown: Bool
        let mark: Mark
    }

    private struct Mark: Sendable, CustomStringConvertible {
        let letter: String
        var description: String { "mark \(letter)" }
    }

    private struct Sheet: Sendable {
        let title: String
        let note: String
        let rows: [Row]
        let words: [String]
        let none: [Row]
        let places: [String: String]
        let best: Row?
    }

    private let sheet = Sheet(
        title: "A & B", note: "outer",
        rows: [
            Row(name: "one", note: "inner", number: 1, isShown: true, mark: Mark(letter: "x")),
            Row(name: "two", note: nil, number: 2, isShown: false, mark: Mark(letter: "y")),
        ], words: ["p", "q"], none: [], places: ["here": "there"], best: nil)

    @Test(arguments: [
        ("{{title}}", "A &amp; B"), ("{{{title}}}", "A & B"),
        ("{{#rows}}{{name}}{{number}};{{/rows}}", "one1;two2;"),
        // A field without a value is looked for one level up.
        ("{{#rows}}{{note}} {{/rows}}", "inner outer "),
        ("{{#rows}}{{#isShown}}+{{/isShown}}{{^isShown}}-{{/isShown}}{{title}} {{/rows}}", "+A &amp; B -A &amp; B "),
        ("{{#rows}}{{mark}}, {{mark.letter}};{{/rows}}", "mark x, x;mark y, y;"),
        ("{{#words}}{{.}}{{/words}}{{^none}}none{{/none}}", "pqnone"),
        ("{{#none}}some{{/none}}{{#best}}best{{/best}}{{^best}}no best{{/best}}{{nobody}}", "no best"),
        ("{{places.here}}", "there"),
        ("{{#rows}}{{#mark}}{{letter}}{{name}} {{/mark}}{{/rows}}", "xone ytwo "),
    ])
    func templatesFindWhatIsThere(template: String, text: String) throws {
        let made = try PageTemplates(["t": template]).render(sheet, in: "t")
        #expect(made.map { String(decoding: $0, as: UTF8.self) } == text)
    }
}
