import Intake
import Testing

/// B103: what a reader would see of a file is its text.
struct PaperTextTests {
    @Test(
        arguments: [
            ("<p>One</p><p>Two</p>", "One\n\nTwo"), ("a<br>b", "a\nb"), ("<b>bo</b>ld", "bold"),
            ("<script>if (a<b) {}</script>x", "x"), ("<STYLE type=x>p{}</STYLE>x", "x"), ("<!-- a > b -->x", "x"),
            ("<!DOCTYPE html><title>T</title><p>x", "x"),
            ("&eacute;t&#233; &amp; &#x663; &unknown; a & b", "été & ٣ &unknown; a & b"),
            ("1 &lt; 2", "1 < 2"), ("<script>never closed", ""), ("<p never closed", ""), ("", ""),
            ("<td>16626/06</td><td>REV</td>", "16626/06\n\nREV"),
        ])
    func readsMarkup(markup: String, text: String) {
        #expect(PaperText.markup(Array(markup.utf8)) == text)
    }

    @Test func tidiesPlainText() {
        #expect(PaperText.plain(Array("\u{FEFF}a  \r\n\r\n\r\n b\u{C}\n".utf8)) == "a\n\nb")
    }

    @Test func refusesWhatIsNoWordFile() {
        #expect(throws: IntakeFailure.self) { try WordText.read(Array("no archive".utf8), file: "a.docx") }
    }
}
