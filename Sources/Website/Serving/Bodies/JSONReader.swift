import Mechanisms

/// Reads JSON as RFC 8259 has it, and no more of it than the house writes: whole numbers of 64 bits, no name twice in an
/// object, few levels. What it refuses, it refuses with the place.
struct JSONReader {
    /// A body of more levels is an attack on the stack, not a record.
    static let mostLevels = 32

    private let bytes: [UInt8]
    private var place = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Throws: ``RequestRefusal/bodyUnreadable(reason:)``.
    static func read(_ bytes: [UInt8]) throws(RequestRefusal) -> JSON {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .bodyUnreadable(reason: "it is not UTF-8") }
        var reader = JSONReader(bytes)
        let value = try reader.value(level: 1)
        reader.skipBlanks()
        guard reader.place == bytes.count else { throw reader.wrong("the end") }
        return value
    }

    private mutating func value(level: Int) throws(RequestRefusal) -> JSON {
        guard level <= JSONReader.mostLevels else {
            throw .bodyUnreadable(reason: "it has more than \(JSONReader.mostLevels) levels")
        }
        skipBlanks()
        guard let first = peek else { throw wrong("a value") }
        switch first {
        case UInt8(ascii: "{"): return try object(level: level)
        case UInt8(ascii: "["): return try array(level: level)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: break
        }
        for (word, value) in [("true", JSON.boolean(true)), ("false", .boolean(false)), ("null", .null)]
        where bytes[place...].starts(with: word.utf8) {
            place += word.utf8.count
            return value
        }
        throw wrong("a value")
    }

    private mutating func object(level: Int) throws(RequestRefusal) -> JSON {
        var members: [JSON.Member] = []
        var names: Set<String> = []
        place += 1
        skipBlanks()
        if take("}") { return .object([]) }
        repeat {
            skipBlanks()
            guard peek == UInt8(ascii: "\"") else { throw wrong("a name in quotation marks") }
            let name = try text()
            guard names.insert(name).inserted else {
                throw .bodyUnreadable(reason: "the name at byte \(place) stands twice in its object")
            }
            skipBlanks()
            guard take(":") else { throw wrong("a colon") }
            members.append(JSON.Member(name: name, value: try value(level: level + 1)))
            skipBlanks()
        } while take(",")
        guard take("}") else { throw wrong("a comma or }") }
        return .object(members)
    }

    private mutating func array(level: Int) throws(RequestRefusal) -> JSON {
        var values: [JSON] = []
        place += 1
        skipBlanks()
        if take("]") { return .array([]) }
        repeat {
            values.append(try value(level: level + 1))
            skipBlanks()
        } while take(",")
        guard take("]") else { throw wrong("a comma or ]") }
        return .array(values)
    }

    private mutating func number() throws(RequestRefusal) -> Int {
        let start = place
        _ = take("-")
        while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { place += 1 }
        let end = place
        let digits = bytes[start..<end].drop { $0 == UInt8(ascii: "-") }
        // Noughts behind the full stop are allowed: 3.0 is a whole number to JSON Schema.
        if peek == UInt8(ascii: "."), bytes[(place + 1)...].first == UInt8(ascii: "0") {
            place += 2
            while take("0") {}
        }
        let isFraction = [".", "e", "E", "1", "2", "3", "4", "5", "6", "7", "8", "9"].contains {
            (sign: Unicode.Scalar) in
            peek == UInt8(ascii: sign)
        }
        guard !isFraction, !digits.isEmpty, digits.count == 1 || digits.first != UInt8(ascii: "0"),
            let value = Int(String(decoding: bytes[start..<end], as: UTF8.self))
        else { throw wrong("a whole number of at most 64 bits", at: start) }
        return value
    }

    private mutating func text() throws(RequestRefusal) -> String {
        var result: [UInt8] = []
        place += 1
        while let byte = peek {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"): result += try escaped().utf8
            case 0..<32: throw wrong("no control character inside a text", at: place - 1)
            default: result.append(byte)
            }
        }
        throw wrong("the end of a text")
    }

    private mutating func escaped() throws(RequestRefusal) -> String {
        let plain: [UInt8: String] = [
            UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
            UInt8(ascii: "f"): "\u{c}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
        ]
        guard let byte = peek else { throw wrong("a character behind \\") }
        place += 1
        if let text = plain[byte] { return text }
        guard byte == UInt8(ascii: "u"), let first = hexadecimal() else { throw wrong("an escape that JSON has") }
        if let scalar = Unicode.Scalar(first) { return String(Character(scalar)) }
        guard first < 0xDC00, take("\\"), take("u"), let second = hexadecimal(), (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw wrong("the other half of a surrogate pair") }
        return String(Character(scalar))
    }

    private mutating func hexadecimal() -> UInt32? {
        let digits = bytes[place...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        place += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard let byte = peek, UInt32(byte) == sign.value else { return false }
        place += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 32 || byte == 9 || byte == 10 || byte == 13 { place += 1 }
    }

    private func wrong(_ expected: String, at place: Int? = nil) -> RequestRefusal {
        .bodyUnreadable(reason: "at byte \(place ?? self.place) it lacks \(expected)")
    }
}
