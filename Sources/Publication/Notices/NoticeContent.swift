import FoundationEssentials

/// What a body has chosen to publish beside its figures, with every word that the public will read: made from records once,
/// looked at by a second person, and never made again.
///
/// Words stand as somebody wrote them; codes, days and numbers as such, so that each language says them in its own way.
package struct NoticeContent: Codable, Hashable, Sendable {
    /// What it is about; names its texts under `site.notices.kinds`.
    package enum Kind: String, Codable, CaseIterable, Sendable {
        /// The table of a plan as it stood on a day (B64).
        case plan
        /// A practice that worked somewhere (B75).
        case goodPractice = "good-practice"
        /// Whether a state met a standard, made known to the public (B71).
        case complianceRecord = "compliance-record"
        /// What was issued to the media (B56).
        case pressRelease = "press-release"
        /// A figure of how many persons there are, registered or not (B99).
        case estimate
    }

    package enum Value: Codable, Hashable, Sendable {
        case words(String)
        /// Of a list of codes.
        case code(list: String, code: String)
        case codes(list: String, codes: [String])
        /// A day or a longer time, as ``Vocabulary/Period`` writes it.
        case time(String)
        case number(Int)
    }

    /// A name with what it says.
    package struct Fact: Codable, Hashable, Sendable {
        /// Names its text under `site.notices.labels`.
        package let label: String
        package let value: Value

        package init(_ label: String, _ value: Value) { (self.label, self.value) = (label, value) }
    }

    /// The six columns of a plan.
    package struct Chapter: Codable, Hashable, Sendable {
        /// A piece of a cell; those that were put in when the plan was revised are underlined.
        package struct Piece: Codable, Hashable, Sendable {
            package let text: String
            package let isInserted: Bool

            package init(_ text: String, isInserted: Bool = false) { (self.text, self.isInserted) = (text, isInserted) }
        }

        package let title: String
        /// Six cells each, in the order of ``NoticeContent/columns``; an objective stands in its first row only.
        package let rows: [[[Piece]]]

        package init(title: String, rows: [[[Piece]]]) { (self.title, self.rows) = (title, rows) }
    }

    /// Names of the columns of a plan, under `plans.columns`.
    package static let columns = ["objective", "action", "timetable", "responsible", "assessment", "state-of-play"]

    package let kind: Kind
    package let title: String
    /// The name of the body that publishes it.
    package let publisher: String
    /// The day whose state it shows, `2026-11-23`; nil where it shows none.
    package let asOf: String?
    /// In their order.
    package let facts: [Fact]
    /// Of a plan.
    package let chapters: [Chapter]
    /// Of an estimate.
    package let estimate: NoticeEstimate?

    package init(
        _ kind: Kind, title: String, publisher: String, asOf: String? = nil, facts: [Fact] = [],
        chapters: [Chapter] = [], estimate: NoticeEstimate? = nil
    ) {
        (self.kind, self.title, self.publisher, self.asOf) = (kind, title, publisher, asOf)
        (self.facts, self.chapters, self.estimate) = (facts, chapters, estimate)
    }

    /// The bytes that are looked at, hashed and frozen: keys sorted, so that the same content gives the same bytes.
    package func bytes() throws -> [UInt8] { try Frozen.json(self) }

    /// - Throws: ``PublicationFailure/noticeUnreadable(notice:reason:)`` for anything that this program did not write.
    package static func read(_ bytes: [UInt8], notice: String) throws(PublicationFailure) -> NoticeContent {
        guard let content = try? JSONDecoder().decode(NoticeContent.self, from: Data(bytes)) else {
            throw .noticeUnreadable(notice: notice, reason: "it is not the JSON that was written")
        }
        return content
    }
}
