import Registry
import Vocabulary

// Goals, in order: (1) nothing personal: kinds of things and days, and of plans, which speak of nobody, the number and the
// words of the deadline; (2) every calendar program reads it: RFC 5545 to the letter; (3) an entry keeps its name when its
// day moves.

/// What a post owes as an iCalendar feed.
struct CalendarFeed: Sendable {
    /// One all-day entry.
    struct Entry: Sendable {
        let name: String
        let first: CalendarDate
        let last: CalendarDate
        let summary: String
        let description: String
        let address: String?
    }

    let title: String
    let entries: [Entry]
    /// When it was made.
    let moment: Timestamp
    /// What the names of entries end with.
    let host: String

    static let type = "text/calendar; charset=utf-8"

    /// RFC 5545: lines of at most 75 octets that end with CR LF, longer ones folded between two characters.
    var octets: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rapporteur//Obligations//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(CalendarFeed.escaped(title))", "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
            "X-PUBLISHED-TTL:PT6H",
        ]
        for entry in entries { lines += self.lines(of: entry) }
        lines.append("END:VCALENDAR")
        return Array((lines.map(CalendarFeed.folded).joined(separator: "\r\n") + "\r\n").utf8)
    }

    private func lines(of entry: Entry) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(entry.name)@\(host)", "DTSTAMP:\(CalendarFeed.stamp(moment))",
            "DTSTART;VALUE=DATE:\(CalendarFeed.basic(entry.first))",
            // The day after the last one: RFC 5545, section 3.6.1.
            "DTEND;VALUE=DATE:\(CalendarFeed.basic(entry.last.adding(days: 1)))",
            "SUMMARY:\(CalendarFeed.escaped(entry.summary))", "TRANSP:TRANSPARENT", "CLASS:PRIVATE",
        ]
        if !entry.description.isEmpty { lines.append("DESCRIPTION:\(CalendarFeed.escaped(entry.description))") }
        if let address = entry.address { lines.append("URL:\(address)") }
        return lines + ["END:VEVENT"]
    }

    /// `20261122`.
    static func basic(_ day: CalendarDate) -> String { day.description.replacing("-", with: "") }

    /// `20261122T083000Z`.
    static func stamp(_ moment: Timestamp) -> String {
        "\(basic(moment.day))T\(moment.description.dropFirst(11).prefix(8).replacing(":", with: ""))Z"
    }

    /// RFC 5545, section 3.3.11; controls that no text may hold are left out.
    static func escaped(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case ";": "\\;"
            case ",": "\\,"
            case "\n": "\\n"
            case _ where scalar.value < 0x20 && scalar != "\t", "\u{7F}": ""
            default: String(scalar)
            }
        }.joined()
    }

    /// RFC 5545, section 3.1.
    static func folded(_ line: String) -> String {
        var folded = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > 75 {
                folded += "\r\n "
                length = 1
            }
            folded.unicodeScalars.append(scalar)
            length += size
        }
        return folded
    }
}
