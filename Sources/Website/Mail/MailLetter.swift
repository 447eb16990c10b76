import Foundation
package import Vocabulary

/// A plain text letter to one receiver.
package struct MailLetter: Sendable {
    package let from: MailAddress
    package let to: MailAddress
    package let subject: String
    /// Lines parted by `\n`.
    package let text: String
    /// ISO 639-1.
    package let language: String
    /// Always the same for the same letter: a second copy of it is known as one. Letters and digits.
    package let name: String
    package let moment: Timestamp

    package init(
        from: MailAddress, to: MailAddress, subject: String, text: String, language: String, name: String,
        moment: Timestamp
    ) {
        (self.from, self.to, self.subject, self.text) = (from, to, subject, text)
        (self.language, self.name, self.moment) = (language, name, moment)
    }

    /// The letter as RFC 5322 and MIME write it: ASCII only, lines of at most 78 octets that end with CR LF.
    ///
    /// No header can be added by what stands in it: addresses are of a closed form, all other words are in base64.
    package var octets: [UInt8] {
        let host = from.text.split(separator: "@").last.map(String.init) ?? "localhost"
        let headers = [
            "Date: \(MailLetter.date(moment))", "From: <\(from.text)>", "To: <\(to.text)>",
            "Message-ID: <\(name)@\(host)>", "Subject: \(MailLetter.encoded(subject))",
            "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All", "MIME-Version: 1.0",
            "Content-Language: \(language)", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ]
        let body = Data(text.replacing("\n", with: "\r\n").utf8).base64EncodedString(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        return Array("\(headers.joined(separator: "\r\n"))\r\n\r\n\(body)\r\n".utf8)
    }

    /// RFC 2047: lines of at most 76 octets, and no word that cuts a character.
    static func encoded(_ text: String) -> String {
        var words: [String] = [""]
        for character in text {
            let last = words.count - 1
            if words[last].utf8.count + String(character).utf8.count > 36 { words.append("") }
            words[words.count - 1].append(character)
        }
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// RFC 5322, section 3.3, in universal time: `Sun, 22 Nov 2026 08:30:00 +0000`.
    static func date(_ moment: Timestamp) -> String {
        let (day, clock) = (moment.day, String(moment.description.dropFirst(11).prefix(8)))
        let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let weekday = names[((Int(day.daysSinceEpoch) % 7) + 7) % 7]
        return "\(weekday), \(day.day) \(months[day.month - 1]) \(day.year) \(clock) +0000"
    }
}

/// Carries letters to a mail server.
package protocol MailSender: Sendable {
    /// From whom they are.
    var from: MailAddress { get }

    /// The server has taken the letter when this returns.
    ///
    /// - Throws: ``MailFailure``.
    func send(_ letter: MailLetter) async throws
}
