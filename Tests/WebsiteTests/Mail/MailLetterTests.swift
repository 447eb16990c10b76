import Foundation
import Testing
import Vocabulary

@testable import Website

/// A letter as it goes out, and to which addresses.
@Suite struct MailLetterTests {
    @Test(arguments: ["post@agency.example", "a.b+c@x-y.agency.example", "O'Neil@agency.example", "1@a.b2"])
    func takesPlainAddresses(text: String) throws {
        #expect(try MailAddress(text).text == text)
    }

    /// A second header, a second receiver, a name beside it, what only RFC 5322's quotes would allow.
    @Test(arguments: [
        "", "post", "@agency.example", "post@", "post@agency", "a@b@c.example",
        "post@agency.example\r\nBcc: b@c.example",
        "post@agency.example\nX: y", "a@b.example,c@d.example", "a@b.example c@d.example", "Post <post@agency.example>",
        "\"a b\"@agency.example", "a..b@agency.example", ".a@agency.example", "a.@agency.example", "a@-b.example",
        "a@b-.example", "a@b..example", "a@[127.0.0.1]", "a@127.0.0.1", "ä@agency.example", "a@ägency.example",
        "a>@agency.example", "a\u{0}@agency.example", String(repeating: "a", count: 65) + "@b.example",
    ])
    func takesNothingElse(text: String) {
        #expect(throws: MailFailure.addressUnusable) { try MailAddress(text) }
    }

    private func lines(subject: String, text: String) throws -> [String] {
        let letter = MailLetter(
            from: try MailAddress("register@agency.example"), to: try MailAddress("post@office.example"),
            subject: subject, text: text, language: "ar", name: "n", moment: Timestamp(milliseconds: 1_790_000_000_000))
        return String(decoding: letter.octets, as: UTF8.self).components(separatedBy: "\r\n")
    }

    /// 21 September 2026 is a Monday.
    @Test func saysWhenInTheFormOfMail() throws {
        #expect(try lines(subject: "s", text: "t").first == "Date: Mon, 21 Sep 2026 14:13:20 +0000")
        #expect(MailLetter.date(Timestamp(milliseconds: -86_400_000)).hasPrefix("Wed, 31 Dec 1969"))
    }

    @Test func isOfShortLinesOfASCIIWhateverStandsInIt() throws {
        let arabic = String(repeating: "هذا تذكير، ", count: 40)
        let lines = try lines(subject: arabic, text: arabic + "\n" + arabic)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.allSatisfy(\.isASCII) })
        let words = lines.drop { !$0.hasPrefix("Subject:") }.prefix { !$0.hasPrefix("Auto-") }
        let decoded = words.compactMap { $0.firstMatch(of: /=\?utf-8\?B\?([^?]*)\?=/) }
            .compactMap { Data(base64Encoded: String($0.1)) }.map { String(decoding: $0, as: UTF8.self) }.joined()
        #expect(decoded == arabic)
    }

    @Test func aLineInASubjectIsNoHeader() throws {
        let lines = try lines(subject: "x\r\nBcc: a@b.example", text: "y\r\nBcc: a@b.example")
        #expect(!lines.contains { $0.lowercased().hasPrefix("bcc") })
    }
}
