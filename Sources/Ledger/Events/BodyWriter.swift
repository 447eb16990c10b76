import Mechanisms
import Vocabulary

/// Writes the changes of an event as canonical JSON: equal changes give equal bytes.
///
/// One object, keys sorted by their bytes, no white space; every value an array whose first member names its type:
/// `{"citizenships":["codes","AL","GB"],"person":["link","0193…"],"sex":["code","female"]}`. Texts are escaped only
/// where JSON demands it; sealed bytes are base64.
enum BodyWriter {
    /// Appends the body; `sealed` replaces the values of the fields it names.
    static func append(
        _ changes: [String: FieldValue], sealed: [String: FieldValue] = [:], to bytes: inout [UInt8]
    ) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            append(text: name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            append(sealed.isEmpty ? value : sealed[name] ?? value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Appends one value: `["code","female"]`.
    static func append(_ value: FieldValue, to bytes: inout [UInt8]) {
        switch value {
        case .text(let text): append("[\"text\",", text: text, to: &bytes)
        case .code(let code): append("[\"code\",", text: code, to: &bytes)
        case .codes(let codes):
            append("[\"codes\"", to: &bytes)
            for code in codes {
                bytes.append(UInt8(ascii: ","))
                append(text: code, to: &bytes)
            }
        case .period(let period): append("[\"period\",", text: period.description, to: &bytes)
        case .integer(let integer):
            append("[\"integer\",", to: &bytes)
            bytes.append(contentsOf: String(integer).utf8)
        case .boolean(let boolean): append(boolean ? "[\"boolean\",true" : "[\"boolean\",false", to: &bytes)
        case .link(let id):
            append("[\"link\",", to: &bytes)
            append(id, to: &bytes)
        case .links(let ids):
            append("[\"links\"", to: &bytes)
            for id in ids {
                bytes.append(UInt8(ascii: ","))
                append(id, to: &bytes)
            }
        case .sealed(let sealed):
            append("[\"sealed\",\"", to: &bytes)
            appendBase64(sealed, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private static func append(_ opening: StaticString, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: opening.utf8Start, count: opening.utf8CodeUnitCount))
    }

    private static func append(_ opening: StaticString, text: String, to bytes: inout [UInt8]) {
        append(opening, to: &bytes)
        append(text: text, to: &bytes)
    }

    private static func append(_ id: RecordID, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        id.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A JSON string: quotation mark, backslash and control characters escaped, all else as it is.
    static func append(text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { characters in
            let needsEscape = characters.contains {
                $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
            }
            if needsEscape {
                for character in characters { appendEscaped(character, to: &bytes) }
            } else {
                bytes.append(contentsOf: characters)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func appendEscaped(_ character: UInt8, to bytes: inout [UInt8]) {
        switch character {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), character])
        case 0..<0x20: bytes.append(contentsOf: Array("\\u00\(hexadecimalText([character]))".utf8))
        default: bytes.append(character)
        }
    }
}
