/// What a reader wants to see of a table: which release of it, and which face.
package struct TableRequest: Hashable, Sendable {
    package var choice: Crosstab.Choice
    /// Number of a release; nil for the latest.
    package var release: Int?

    package init(choice: Crosstab.Choice = Crosstab.Choice(), release: Int? = nil) {
        self.choice = choice
        self.release = release
    }

    /// From the controls of the page: `rows`, `columns`, `release`, and `in-NAME` for a held dimension. Others, empty and
    /// overlong ones are left out; what names nothing in the table falls back when the page is made.
    package init(_ query: [(name: String, value: String)]) {
        self.init()
        for (name, value) in query.prefix(40) where !value.isEmpty && value.utf8.count <= 200 {
            switch name {
            case "rows": choice.rows = value
            case "columns": choice.columns = value
            case "release": release = Int(value)
            case let held where held.hasPrefix("in-"): choice.held[String(held.dropFirst(3))] = value
            default: break
            }
        }
    }

    /// The question mark and what follows, in one order whatever the reader's; empty where nothing was asked for.
    package var query: String {
        var parts: [String] = []
        if let release { parts.append("release=\(release)") }
        if let rows = choice.rows { parts.append("rows=\(TableRequest.encoded(rows))") }
        if let columns = choice.columns { parts.append("columns=\(TableRequest.encoded(columns))") }
        for (name, code) in choice.held.sorted(by: { $0.key < $1.key }) {
            parts.append("in-\(TableRequest.encoded(name))=\(TableRequest.encoded(code))")
        }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    /// Percent-encoding of all but letters, digits, and - . _ ~ (RFC 3986, unreserved).
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
