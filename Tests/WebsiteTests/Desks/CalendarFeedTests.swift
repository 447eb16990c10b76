import Foundation
import Testing
import Vocabulary

@testable import Website

/// What calendar programs are given, read again by rules of our own (RFC 5545).
@Suite struct CalendarFeedTests {
    private func feed(_ entries: [CalendarFeed.Entry], title: String = "Calendar") -> CalendarFeed {
        CalendarFeed(
            title: title, entries: entries, moment: Timestamp(milliseconds: 1_790_000_000_000),
            host: "register.example.org")
    }

    private func entry(_ summary: String, _ description: String = "") throws -> CalendarFeed.Entry {
        CalendarFeed.Entry(
            name: "0123", first: try #require(CalendarDate("2006-09-01")),
            last: try #require(CalendarDate("2006-12-22")), summary: summary, description: description, address: nil)
    }

    /// Folded lines as they were before.
    private func unfolded(_ feed: CalendarFeed) -> [String] {
        String(decoding: feed.octets, as: UTF8.self).replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }

    /// “Autumn 2006”: from its first day to the day after its last.
    @Test func b65AFuzzyDeadlineIsARangeOfWholeDaysWithItsWords() throws {
        let lines = unfolded(feed([try entry("Deadline of an action 3.2.a", "Autumn 2006")]))
        #expect(lines.contains("DTSTART;VALUE=DATE:20060901") && lines.contains("DTEND;VALUE=DATE:20061223"))
        #expect(lines.contains("DESCRIPTION:Autumn 2006") && lines.contains("UID:0123@register.example.org"))
        #expect(lines.contains("DTSTAMP:20260921T141320Z"))
    }

    @Test func linesAreFoldedAtSeventyFiveOctetsBetweenCharacters() throws {
        let words = String(repeating: "منصب لا يشغله أحد ", count: 20)
        let feed = feed([try entry(words)])
        let text = String(decoding: feed.octets, as: UTF8.self)
        #expect(text.utf8.elementsEqual(feed.octets))
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(unfolded(feed).contains("SUMMARY:\(words)"))
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
    }

    @Test(arguments: [
        ("a;b,c\\d", "a\\;b\\,c\\\\d"), ("a\nb", "a\\nb"), ("a\r\nEND:VEVENT", "a\\nEND:VEVENT"), ("a\u{7}b", "ab"),
        ("a\rb", "ab"),
    ])
    func whatHasAMeaningInItIsEscaped(text: String, written: String) {
        #expect(CalendarFeed.escaped(text) == written)
    }

    @Test func isOneCalendarWhateverStandsInIt() throws {
        let lines = unfolded(feed([try entry("a\r\nEND:VCALENDAR"), try entry("b")], title: "x\nBEGIN:VEVENT"))
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.dropLast().last == "END:VCALENDAR")
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 2 && lines.count { $0 == "END:VCALENDAR" } == 1)
    }
}
