/// A field of a name with parameters, such as `Content-Type` and `Content-Disposition` (RFC 9110 section 5.6.6).
struct ContentType: Equatable {
    /// In small letters: `multipart/form-data`.
    let name: String
    /// By name in small letters; the first of a name counts.
    let parameters: [String: String]

    init(_ field: String) {
        var rest = Substring(field.prefix(2000))
        name = String(rest.prefix { $0 != ";" }).trimmed.lowercased()
        rest = rest.drop { $0 != ";" }
        var parameters: [String: String] = [:]
        while rest.first == ";" {
            rest = rest.dropFirst()
            let name = String(rest.prefix { $0 != "=" && $0 != ";" }).trimmed.lowercased()
            rest = rest.drop { $0 != "=" && $0 != ";" }
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop { $0 == " " }
            let value = ContentType.value(&rest)
            if parameters[name] == nil { parameters[name] = value }
        }
        self.parameters = parameters
    }

    /// A word, or a text in quotation marks, whose backslash takes the next character as it is.
    private static func value(_ rest: inout Substring) -> String {
        guard rest.first == "\"" else {
            let word = rest.prefix { $0 != ";" }
            rest = rest.dropFirst(word.count)
            return String(word).trimmed
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                value.append(next)
                rest = rest.dropFirst()
            } else {
                value.append(character)
            }
        }
        rest = rest.drop { $0 != ";" }
        return value
    }
}
