import Mechanisms
import Vocabulary

/// The spellings that parameters and header fields may have: read and described by the same value.
indirect enum ValueKind: Sendable {
    case text(longest: Int)
    case boolean
    case whole(ClosedRange<Int>)
    case choice([String])
    case record
    case day
    /// A moment, a day (its end), or a place of the ledger.
    case position
    case period
    /// A key that the writer makes: 16 to 100 letters, digits, hyphens and underscores, in quotation marks or not.
    case key
    /// A version in quotation marks: `"v3"`.
    case version

    /// JSON Schema of one value.
    var schema: JSON {
        switch self {
        case .text(let longest):
            .members([
                "type": "string", "minLength": .number(1), "maxLength": .number(longest),
                "pattern": .text(SpellingPattern.line),
            ])
        case .boolean: .members(["type": "boolean"])
        case .whole(let range):
            .members([
                "type": "integer", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
            ])
        case .choice(let words): .members(["type": "string", "enum": .array(words.map(JSON.text))])
        case .record: .members(["$ref": "#/components/schemas/RecordID"])
        case .day: .members(["type": "string", "pattern": .text(SpellingPattern.day)])
        case .position: .members(["type": "string", "pattern": .text(SpellingPattern.ledgerPlace)])
        case .period: .members(["$ref": "#/components/schemas/Period"])
        case .key: .members(["type": "string", "pattern": .text(ValueKind.keyPattern)])
        case .version: .members(["type": "string", "pattern": .text(ValueKind.versionPattern)])
        }
    }

    /// Whether a text is spelled so.
    func reads(_ text: String) -> Bool {
        switch self {
        case .text(let longest):
            !text.isEmpty && text.unicodeScalars.count <= longest
                && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
        case .boolean: text == "true" || text == "false"
        case .whole(let range): Int(text).map { range.contains($0) && String($0) == text } ?? false
        case .choice(let words): words.contains(text)
        case .record: RecordID(text) != nil
        case .day: CalendarDate(text) != nil
        case .position: LedgerPlace(text) != nil
        case .period: Period(text) != nil
        case .key: IdempotencyKey(text) != nil
        case .version: RecordVersion(text) != nil
        }
    }

    /// What a finding says that it should have been.
    var expected: String {
        switch self {
        case .text(let longest): "a text of 1 to \(longest) characters without control characters"
        case .boolean: "true or false"
        case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .record: "a record id in small letters"
        case .day: "a day such as 2026-11-22"
        case .position: "a moment such as 2026-11-22T08:30:00Z, a day, or a place of the ledger"
        case .period: "a day, month, quarter or year: 2026-11-22, 2026-11, 2026-Q4, 2026"
        case .key: "16 to 100 letters, digits, hyphens and underscores"
        case .version: "one version in quotation marks, such as \"v3\""
        }
    }

    private static let keyPattern = "^([A-Za-z0-9_-]{16,100}|\"[A-Za-z0-9_-]{16,100}\")$"
    private static let versionPattern = "^\"v[1-9][0-9]{0,8}(-gzip)?\"$"
}
