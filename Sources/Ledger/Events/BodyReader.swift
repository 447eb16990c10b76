import Mechanisms
import Vocabulary

/// Reads what ``BodyWriter`` writes, and nothing else: a body in any other spelling is damage.
struct BodyReader {
    private let bytes: UnsafeRawBufferPointer
    private let names: NameTable
    private let periods: ParsedTexts<Period>
    private var position = 0

    private init(_ bytes: UnsafeRawBufferPointer, _ names: NameTable, _ periods: ParsedTexts<Period>) {
        self.bytes = bytes
        self.names = names
        self.periods = periods
    }

    /// All changes of a body; nil where it is not one.
    static func changes(
        _ bytes: UnsafeRawBufferPointer, interning names: NameTable = NameTable(),
        _ periods: ParsedTexts<Period> = ParsedTexts { Period($0) }
    ) -> [String: FieldValue]? {
        var reader = BodyReader(bytes, names, periods)
        return reader.object { $0.value() }
    }

    /// An object of texts only.
    static func texts(_ bytes: UnsafeRawBufferPointer) -> [String: String]? {
        var reader = BodyReader(bytes, NameTable(), ParsedTexts { Period($0) })
        return reader.object { $0.text() }
    }

    private mutating func object<Value>(_ read: (inout BodyReader) -> Value?) -> [String: Value]? {
        guard take(UInt8(ascii: "{")) else { return nil }
        var members: [String: Value] = [:]
        if take(UInt8(ascii: "}")) { return isAtEnd ? members : nil }
        members.reserveCapacity(8)
        repeat {
            guard let name = name(), take(UInt8(ascii: ":")),
                let value = read(&self), members.updateValue(value, forKey: name) == nil
            else { return nil }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) && isAtEnd ? members : nil
    }

    /// One value alone: the inside of a sealed field.
    static func value(_ bytes: UnsafeRawBufferPointer) -> FieldValue? {
        var reader = BodyReader(bytes, NameTable(), ParsedTexts { Period($0) })
        let value = reader.value()
        return reader.isAtEnd ? value : nil
    }

    private var isAtEnd: Bool { position == bytes.count }

    private mutating func take(_ character: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == character else { return false }
        position += 1
        return true
    }

    private mutating func value() -> FieldValue? {
        guard take(UInt8(ascii: "[")), let type = rawText() else { return nil }
        let value: FieldValue?
        switch type.count {
        case 4 where spells(type, "text"): value = next { $0.text() }.map(FieldValue.text)
        case 4 where spells(type, "code"): value = next { $0.name() }.map(FieldValue.code)
        case 4 where spells(type, "link"): value = next { $0.identifier() }.map(FieldValue.link)
        case 5 where spells(type, "codes"): value = list { $0.name() }.map(FieldValue.codes)
        case 5 where spells(type, "links"): value = list { $0.identifier() }.map(FieldValue.links)
        case 6 where spells(type, "period"):
            value = next { $0.rawText() }
                .flatMap { periods.value(UnsafeRawBufferPointer(rebasing: $0)) }.map(FieldValue.period)
        case 6 where spells(type, "sealed"):
            value = next { $0.rawText() }.flatMap { base64Bytes($0) }.map(FieldValue.sealed)
        case 7 where spells(type, "integer"): value = next { $0.word() }.flatMap { Int($0) }.map(FieldValue.integer)
        case 7 where spells(type, "boolean"): value = next { $0.word() }.flatMap { Bool($0) }.map(FieldValue.boolean)
        default: value = nil
        }
        return take(UInt8(ascii: "]")) ? value : nil
    }

    private func spells(_ characters: UnsafeRawBufferPointer.SubSequence, _ word: StaticString) -> Bool {
        characters.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    private mutating func next<Value>(_ read: (inout BodyReader) -> Value?) -> Value? {
        take(UInt8(ascii: ",")) ? read(&self) : nil
    }

    private mutating func list<Value>(_ read: (inout BodyReader) -> Value?) -> [Value]? {
        var values: [Value] = []
        while take(UInt8(ascii: ",")) {
            guard let value = read(&self) else { return nil }
            values.append(value)
        }
        return values
    }

    private mutating func identifier() -> RecordID? { rawText().flatMap { RecordID(stored: $0) } }

    /// A number or `true` or `false`, without quotation marks.
    private mutating func word() -> String? {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "]") { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// The inside of a string without escapes.
    private mutating func rawText() -> UnsafeRawBufferPointer.SubSequence? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\"") {
                position += 1
                return bytes[start..<position - 1]
            }
            if bytes[position] == UInt8(ascii: "\\") { return nil }
            position += 1
        }
        return nil
    }

    /// A text that comes again and again.
    private mutating func name() -> String? {
        let start = position
        if let characters = rawText() { return names.name(UnsafeRawBufferPointer(rebasing: characters)) }
        position = start
        return text()
    }

    private mutating func text() -> String? {
        let start = position
        if let characters = rawText() { return String(decoding: characters, as: UTF8.self) }
        position = start
        guard take(UInt8(ascii: "\"")) else { return nil }
        var characters: [UInt8] = []
        while position < bytes.count {
            let character = bytes[position]
            position += 1
            switch character {
            case UInt8(ascii: "\""): return String(decoding: characters, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = escapedCharacter() else { return nil }
                characters.append(escaped)
            default: characters.append(character)
            }
        }
        return nil
    }

    private mutating func escapedCharacter() -> UInt8? {
        guard position < bytes.count else { return nil }
        let character = bytes[position]
        position += 1
        if character == UInt8(ascii: "\"") || character == UInt8(ascii: "\\") { return character }
        guard character == UInt8(ascii: "u"), position + 4 <= bytes.count else { return nil }
        let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
        position += 4
        return UInt8(digits, radix: 16)
    }
}
