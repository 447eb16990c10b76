import Publication
import Testing

@testable import Website

/// Rows that no template writes are escaped as a template would, and both whatever stands upon a sign (decision 0262).
struct MarkupTests {
    private static let texts = [
        "", "plain", "<script>alert('x')</script>", "\"a\" & b > c", "é & ضحايا 'x'", "&amp;", "\r\n\t\"\n",
        "a\u{0301}\"\u{0301}'",
    ]

    @Test(arguments: texts)
    func escapesAsTwoBracesDo(text: String) throws {
        struct Page { let text: String }
        let byTemplate = try Templates(["page": "{{text}}"]).render(Page(text: text), with: "page")
        let escaped = Markup.escaped(text)
        #expect(!escaped.unicodeScalars.contains { ["<", ">", "\"", "'"].contains($0) })
        #expect(escaped.utf8.elementsEqual(byTemplate.utf8))
    }

    @Test func aRowOfATableSaysNothingThatWasNotEscaped() throws {
        let bad = "<b x=\"'&"
        let table = DeskTable(
            bad, columns: [bad, bad],
            rows: [[.init(bad, href: bad, state: .init(bad, .late), small: [bad, ""]), .init(bad, small: [bad])], []])
        let good = "&lt;b x=&quot;&#39;&amp;"
        #expect(
            table.rows == """
                <tr><th scope="row"><a href="\(good)">\(good)</a> <span class="badge tone-late">\(good)</span> \
                <small>\(good)</small></th><td data-label="\(good)"><span><span>\(good)</span>  <small>\(good)</small></span></td></tr>
                <tr></tr>

                """)
    }
}
