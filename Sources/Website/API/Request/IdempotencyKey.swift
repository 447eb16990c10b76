/// The key that makes a repetition of a write harmless: the same key with the same request gives the first outcome again.
struct IdempotencyKey: Equatable, Sendable {
    let text: String

    /// 16 to 100 letters, digits, hyphens and underscores; quotation marks around them are taken off.
    init?(_ field: String) {
        var text = field.trimmed[...]
        if text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { text = text.dropFirst().dropLast() }
        guard (16...100).contains(text.utf8.count),
            text.utf8.allSatisfy({ byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            })
        else { return nil }
        self.text = String(text)
    }
}
