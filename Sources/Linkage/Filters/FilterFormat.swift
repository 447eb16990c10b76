import Foundation

/// What values a feature may have, and how they are written before they are hashed.
enum FilterFormat: Sendable {
    case ignored
    case text(encoding: Encoding, letterCase: String?, lengths: ClosedRange<Int>)
    case pattern(String, encoding: Encoding)
    case integer(ClosedRange<Int>)
    case date([DatePart])
    case words(Set<String>)

    /// How characters become bytes; 16 and 32 bits begin with a byte-order mark, as Python writes them.
    enum Encoding: String, Sendable {
        case ascii
        case utf8 = "utf-8"
        case utf16 = "utf-16"
        case utf32 = "utf-32"
    }

    /// A piece of a date's format.
    enum DatePart: Hashable, Sendable { case year, shortYear, month, day, literal(Character) }

    struct Unfit: Error { let reason: String }

    init(_ format: SchemaFile.Format, of name: String) throws(LinkageFailure) {
        switch format.type {
        case "string":
            guard let encoding = Encoding(rawValue: format.encoding ?? "utf-8") else {
                throw .unsupportedSchema(what: "encoding “\(format.encoding ?? "")”")
            }
            if let pattern = format.pattern {
                guard (try? Regex(pattern)) != nil else {
                    throw .unreadableSchema(reason: "feature “\(name)”: its pattern is no regular expression")
                }
                self = .pattern(pattern, encoding: encoding)
            } else {
                let least = max(0, format.minLength ?? 0)
                self = .text(
                    encoding: encoding, letterCase: format.case, lengths: least...max(least, format.maxLength ?? .max))
            }
        case "integer":
            let least = format.minimum ?? .min
            self = .integer(least...max(least, format.maximum ?? .max))
        case "date":
            guard let parts = FilterFormat.parts(format.format ?? "") else {
                throw .unsupportedSchema(what: "date format “\(format.format ?? "")”; %Y, %y, %m and %d are")
            }
            self = .date(parts)
        case "enum": self = .words(Set(format.values ?? []))
        default: throw .unreadableSchema(reason: "feature “\(name)”: format “\(format.type)”")
        }
    }

    var encoding: Encoding {
        switch self {
        case .text(let encoding, _, _), .pattern(_, let encoding): encoding
        default: .utf8
        }
    }

    /// The value as it is hashed.
    func formatted(_ value: String) throws(Unfit) -> String {
        switch self {
        case .ignored: return value
        case .text(let encoding, let letterCase, let lengths):
            if encoding == .ascii, !value.utf8.allSatisfy({ $0 < 0x80 }) { throw Unfit(reason: "it is not ASCII") }
            guard lengths.contains(value.unicodeScalars.count) else { throw Unfit(reason: "its length") }
            if letterCase == "upper", value.uppercased() != value { throw Unfit(reason: "it is not in upper case") }
            if letterCase == "lower", value.lowercased() != value { throw Unfit(reason: "it is not in lower case") }
            return value
        case .pattern(let pattern, _):
            guard let regex = try? Regex(pattern), (try? regex.wholeMatch(in: value)) != nil else {
                throw Unfit(reason: "it does not fit the pattern")
            }
            return value
        case .integer(let range):
            guard let number = Int(value.trimmingCharacters(in: .whitespaces)) else {
                throw Unfit(reason: "it is no whole number")
            }
            guard range.contains(number) else { throw Unfit(reason: "it is outside the limits") }
            return String(number)
        case .date(let parts):
            guard let date = FilterDate(value, parts) else { throw Unfit(reason: "it is no date of this format") }
            return date.digits
        case .words(let words):
            guard words.contains(value) else { throw Unfit(reason: "it is not one of the words") }
            return value
        }
    }

    /// The bytes of a token; formatted texts can always be written.
    func bytes(_ token: String) -> [UInt8] {
        switch encoding {
        case .ascii, .utf8: return Array(token.utf8)
        case .utf16: return [0xFF, 0xFE] + token.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf32:
            return [0xFF, 0xFE, 0, 0]
                + token.unicodeScalars.flatMap { scalar in
                    (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(8 * $0)) }
                }
        }
    }

    private static func parts(_ format: String) -> [DatePart]? {
        var parts: [DatePart] = []
        var rest = Array(format)[...]
        while let character = rest.popFirst() {
            guard character == "%" else {
                parts.append(.literal(character))
                continue
            }
            switch rest.popFirst() {
            case "Y": parts.append(.year)
            case "y": parts.append(.shortYear)
            case "m": parts.append(.month)
            case "d": parts.append(.day)
            case "%": parts.append(.literal("%"))
            default: return nil
            }
        }
        return parts.isEmpty ? nil : parts
    }
}
