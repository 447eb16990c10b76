// Goals, in order: (1) what is no number of a document is not taken for one: days, telephone numbers, fractions and sums
// stand in the same papers; (2) one document is one number, however it was written; (3) a paper of a hundred pages is
// read in milliseconds: one way through the text, no look ahead of more than a line.

/// Finds numbers of documents in texts of any of the five languages.
///
/// Spellings are those of the institutions' own papers; each scheme's rules stand beside its reader.
package enum DocumentNumberReader {
    /// All numbers in a text, in its order; none overlaps another.
    package static func mentions(in text: String) -> [DocumentMention] {
        let text = NumberText(text)
        var mentions: [DocumentMention] = []
        var place = 0
        while place < text.count {
            guard isStart(place, of: text) else {
                place += 1
                continue
            }
            let found = read(NumberCursor(text, at: place))
            mentions += found
            place = found.last?.range.upperBound ?? place + 1
        }
        return mentions
    }

    /// All numbers in a text in the spelling of those who number, each as often as it stands there.
    package static func numbers(in text: String) -> [String] { mentions(in: text).map(\.number.canonical) }

    /// Whether a number can begin here: it does not go on from a letter or a digit.
    private static func isStart(_ place: Int, of text: NumberText) -> Bool {
        let byte = text.bytes[place]
        guard NumberText.isWordLetter(byte) || byte == UInt8(ascii: "(") else { return false }
        return text[place - 1].map(NumberText.isWordLetter) != true
    }

    /// What begins at a place: one number, a list of resolutions, or nothing.
    private static func read(_ start: NumberCursor) -> [DocumentMention] {
        guard let first = start.next else { return [] }
        if NumberText.isDigit(first) {
            return (unionAct(start) ?? slashedNumber(start)).map { [$0] } ?? []
        }
        if first == UInt8(ascii: "(") { return unionActInForce(start).map { [$0] } ?? [] }
        if first == NumberText.otherLetter { return resolutions(start) }
        let one =
            commissionPaper(start) ?? parliamentText(start) ?? councilOfEuropePaper(start) ?? treatyOfSeries(start)
            ?? labourStandard(start) ?? decisionOfOSCE(start) ?? symbol(start) ?? application(start)
        return one.map { [$0] } ?? resolutions(start)
    }

    /// A mention from one place to another.
    static func mention(
        _ number: DocumentNumber, from start: NumberCursor, to end: NumberCursor, subjects: [String] = []
    ) -> DocumentMention {
        DocumentMention(number, start.place..<end.place, subjects: subjects)
    }

    /// The year of two or four digits that papers have; nil for what is no year of theirs.
    static func year(_ written: String) -> Int? {
        guard let value = Int(written) else { return nil }
        switch written.utf8.count {
        case 2: return value >= 50 ? 1900 + value : 2000 + value
        case 4: return (1945...2099).contains(value) ? value : nil
        default: return nil
        }
    }
}
