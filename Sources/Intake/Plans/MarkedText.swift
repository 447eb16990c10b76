/// Text of a plan with the passages that somebody inserted when it was revised, as the source marks them.
///
/// White space is folded to single spaces; “(...)”, which marks what was struck out, is text like any other.
package struct MarkedText: Hashable, Sendable {
    package let text: String
    /// Places of characters in `text`, in their order, apart from one another.
    package let insertions: [Range<Int>]

    package init(_ text: String) {
        self.init(text, insertions: [])
    }

    private init(_ text: String, insertions: [Range<Int>]) {
        self.text = text
        self.insertions = insertions
    }

    package static let empty = MarkedText("")

    package var isEmpty: Bool { text.isEmpty }

    /// A cell as it is in a file of words and marks: `<u>` means inserted, other marks say nothing.
    package init(markup: Substring) {
        var folded = FoldedText()
        var rest = markup
        var start: Int?
        while let character = rest.first {
            if character == "<", let end = rest.firstIndex(of: ">") {
                switch rest[..<end].dropFirst().lowercased() {
                case "u", "ins": start = folded.nextPlace
                case "/u", "/ins":
                    if let begun = start { folded.mark(from: begun) }
                    start = nil
                case "p", "/p", "/ul", "/li", "br", "br/": folded.append(" ")
                default: if rest[..<end].hasPrefix("<ul") { folded.append(" ") }
                }
                rest = rest[rest.index(after: end)...]
            } else {
                folded.append(character)
                rest = rest.dropFirst()
            }
        }
        if let start { folded.mark(from: start) }
        self.init(folded.text, insertions: folded.insertions)
    }

    /// Without the first `count` characters and the spaces after them.
    package func dropping(first count: Int) -> MarkedText {
        let kept = text.dropFirst(count).drop(while: \.isWhitespace)
        let dropped = text.count - kept.count
        let moved = insertions.compactMap { range -> Range<Int>? in
            let from = max(range.lowerBound - dropped, 0)
            return range.upperBound - dropped > from ? from..<range.upperBound - dropped : nil
        }
        return MarkedText(String(kept), insertions: moved)
    }
}

/// The marks as one text, for a field of a record: `12+8 40+5` says eight characters from the twelfth on, and five from
/// the fortieth, counted from 0.
extension MarkedText {
    package var marks: String? {
        insertions.isEmpty ? nil : insertions.map { "\($0.lowerBound)+\($0.count)" }.joined(separator: " ")
    }

    /// - Parameter marks: Those that do not lie in the text, or on one another, are left out.
    package init(_ text: String, marks: String?) {
        let length = text.count
        var last = 0
        var ranges: [Range<Int>] = []
        for mark in (marks ?? "").split(separator: " ") {
            let numbers = mark.split(separator: "+").compactMap { Int($0) }
            guard numbers.count == 2, numbers[0] >= last, numbers[1] > 0, numbers[1] <= length - numbers[0] else {
                continue
            }
            ranges.append(numbers[0]..<numbers[0] + numbers[1])
            last = numbers[0] + numbers[1]
        }
        self.init(text, insertions: ranges)
    }

    /// The text in pieces, inserted or not, for whoever shows it.
    package var pieces: [(text: String, isInserted: Bool)] {
        let characters = Array(text)
        var pieces: [(String, Bool)] = []
        var place = 0
        for range in insertions {
            if place < range.lowerBound { pieces.append((String(characters[place..<range.lowerBound]), false)) }
            pieces.append((String(characters[range]), true))
            place = range.upperBound
        }
        if place < characters.count { pieces.append((String(characters[place...]), false)) }
        return pieces
    }
}

/// Characters as they come, with spaces folded, and places counted in what came out.
private struct FoldedText {
    private(set) var text = ""
    private(set) var insertions: [Range<Int>] = []
    private var length = 0
    private var owesSpace = false

    /// Where the next character that is no space will stand.
    var nextPlace: Int { length + (owesSpace && length > 0 ? 1 : 0) }

    mutating func append(_ character: Character) {
        if character.isWhitespace {
            owesSpace = true
            return
        }
        if owesSpace, length > 0 {
            text.append(" ")
            length += 1
        }
        owesSpace = false
        text.append(character)
        length += 1
    }

    mutating func mark(from start: Int) {
        if start < length { insertions.append(start..<length) }
    }
}
