/// A JSON value whose text is the same every time: members in the order given, no needless blanks.
package enum JSON: Sendable, Hashable {
    case text(String)
    case number(Int)
    /// Written with as few digits as give the same number again; what is not finite has no JSON and becomes `null`.
    case decimal(Double)
    case boolean(Bool)
    case null
    case array([JSON])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: JSON

        package init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// An object with members in the order of the literal.
    package static func members(_ members: KeyValuePairs<String, JSON>) -> JSON {
        .object(members.map { Member(name: $0.key, value: $0.value) })
    }

    /// RFC 8259 text; `indent` blanks a level, 0 for one line.
    package func text(indent: Int = 0) -> String {
        var result = ""
        write(to: &result, indent: indent, level: 0)
        return result
    }

    private func write(to text: inout String, indent: Int, level: Int) {
        switch self {
        case .text(let value): JSON.writeQuoted(value, to: &text)
        case .number(let value): text += String(value)
        case .decimal(let value): text += value.isFinite ? "\(value)" : "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .null: text += "null"
        case .array(let values):
            writeGroup("[", "]", count: values.count, to: &text, indent: indent, level: level) { text, place in
                values[place].write(to: &text, indent: indent, level: level + 1)
            }
        case .object(let members):
            writeGroup("{", "}", count: members.count, to: &text, indent: indent, level: level) { text, place in
                JSON.writeQuoted(members[place].name, to: &text)
                text += indent > 0 ? ": " : ":"
                members[place].value.write(to: &text, indent: indent, level: level + 1)
            }
        }
    }

    private func writeGroup(
        _ open: String, _ close: String, count: Int, to text: inout String, indent: Int, level: Int,
        element: (inout String, Int) -> Void
    ) {
        text += open
        for place in 0..<count {
            if place > 0 { text += "," }
            if indent > 0 { text += "\n" + String(repeating: " ", count: indent * (level + 1)) }
            element(&text, place)
        }
        if indent > 0, count > 0 { text += "\n" + String(repeating: " ", count: indent * level) }
        text += close
    }

    private static func writeQuoted(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSON: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
}

extension JSON {
    /// The member of that name of an object; nil where it has none, or is none.
    package subscript(name: String) -> JSON? {
        if case .object(let members) = self { members.first { $0.name == name }?.value } else { nil }
    }
}
