/// What a request asks, without anything of the one who asks but the languages they read.
struct Question: Sendable {
    /// GET or HEAD.
    let isReading: Bool
    /// As sent, with percent-encoding.
    let path: String
    let query: String
    /// The `Accept-Language` field.
    let languages: String
    /// The `If-None-Match` field.
    let knownTag: String
    let acceptsGzip: Bool

    /// Whether the reader has the bytes with this tag already.
    func knows(_ tag: String) -> Bool {
        knownTag.split(separator: ",").contains { known in
            let plain = known.drop { $0 == " " }
            return plain == tag || plain == "W/" + tag || plain == "*"
        }
    }

    /// The parts of the path; nil for what no address of the site has: percent-encoding, dots, an empty part.
    var parts: [Substring]? {
        guard path.utf8.count <= 300, path.hasPrefix("/") else { return nil }
        var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true { parts.removeLast() }
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && !part.hasPrefix(".")
                && part.utf8.allSatisfy {
                    ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
                        || ($0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z"))
                        || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: "-")
                        || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
                }
        }
        return isPlain ? parts : nil
    }

    /// Names and values of the query in their order; what is not UTF-8 is left out.
    var fields: [(name: String, value: String)] {
        query.prefix(4000).split(separator: "&").prefix(100).compactMap { field in
            let sides = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Question.decoded(sides[0]), let value = Question.decoded(sides.count > 1 ? sides[1] : "")
            else { return nil }
            return (name, value)
        }
    }

    /// A path as a log may have it: printable and not long.
    static func loggable(_ path: String) -> String {
        String(path.unicodeScalars.prefix(200).map { $0.value > 32 && $0.value < 127 ? Character($0) : "?" })
    }

    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                rest = rest.dropFirst(2)
                bytes.append(value)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
