/// A place in a text from which a number is read onwards; a copy of it is a way back.
struct NumberCursor {
    let text: NumberText
    private(set) var place: Int

    init(_ text: NumberText, at place: Int) { (self.text, self.place) = (text, place) }

    var next: UInt8? { text[place] }

    /// Whether no letter and no digit follows, so that nothing was cut off.
    var isAtEndOfWord: Bool { next.map(NumberText.isWordLetter) != true }

    /// Whether what was read could go on as another number: 12/05 in 12/05/2006, 5000/12 in 5000/12.5.
    var isInsideNumber: Bool {
        guard let next, let after = text[place + 1], NumberText.isDigit(after) else { return false }
        return [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: ":")]
            .contains(next)
    }

    /// Goes past these signs, letter by letter as they are written.
    mutating func take(_ signs: String) -> Bool {
        let bytes = Array(signs.utf8)
        guard place + bytes.count <= text.count, text.bytes[place..<(place + bytes.count)].elementsEqual(bytes) else {
            return false
        }
        place += bytes.count
        return true
    }

    /// Goes past a whole word in whatever case.
    mutating func takeWord(_ words: String...) -> Bool { takeWord(words) }

    /// Goes past the first of these words that stands here, in whatever case.
    mutating func takeWord(_ words: [String]) -> Bool {
        for word in words {
            let bytes = Array(word.utf8)
            guard place + bytes.count <= text.count,
                text.bytes[place..<(place + bytes.count)].map(NumberText.small).elementsEqual(bytes),
                text[place + bytes.count].map(NumberText.isWordLetter) != true
            else { continue }
            place += bytes.count
            return true
        }
        return false
    }

    /// Goes past spaces and ends of lines.
    ///
    /// - Parameter most: More of them part two numbers.
    mutating func skipSpaces(_ most: Int = 3) {
        for _ in 0..<most {
            guard let next, [0x20, 0x09, 0x0A, 0x0D].contains(next) else { return }
            place += 1
        }
    }

    /// Digits, all that stand here; nil, and nothing is gone past, where there are fewer or more.
    mutating func digits(_ lengths: ClosedRange<Int>) -> (value: Int, written: String)? {
        let end = text.bytes[place...].firstIndex { !NumberText.isDigit($0) } ?? text.count
        guard lengths.contains(end - place) else { return nil }
        let written = String(decoding: text.bytes[place..<end], as: UTF8.self)
        guard let value = Int(written) else { return nil }
        place = end
        return (value, written)
    }

    /// All signs that satisfy a test.
    mutating func run(_ belongs: (UInt8) -> Bool) -> String {
        let end = text.bytes[place...].firstIndex { !belongs($0) } ?? text.count
        defer { place = end }
        return String(decoding: text.bytes[place..<end], as: UTF8.self)
    }

    /// *No.*, *no*, *n°*, *nº*, *#*: what may stand before a number.
    mutating func skipNumberWord() {
        var ahead = self
        ahead.skipSpaces()
        if ahead.take("- ") { ahead.skipSpaces() }
        if ahead.takeWord("no", "nos", "nr", "num", "numero") {
            _ = ahead.take(".")
        } else if ahead.take("n") || ahead.take("N") {
            // The sign of degree or the small raised o: n°, n.º.
            _ = ahead.take(".")
            guard let sign = ahead.next, sign == NumberText.other || sign == NumberText.otherLetter else { return }
            ahead.place += 1
        } else {
            return
        }
        ahead.skipSpaces()
        self = ahead
    }
}
