/// A record's version as tags name it: `"v3"`.
struct RecordVersion: Equatable, Sendable {
    let number: Int

    init(_ number: Int) { self.number = number }

    /// One strong tag, as the field has it; the ending that packing adds is taken off.
    init?(_ field: String) {
        var text = field.trimmed[...]
        guard text.hasPrefix("\"v"), text.hasSuffix("\""), text.utf8.count >= 4 else { return nil }
        text = text.dropFirst(2).dropLast()
        if text.hasSuffix("-gzip") { text = text.dropLast(5) }
        guard let number = Int(text), (1...999_999_999).contains(number), String(number) == text else { return nil }
        self.number = number
    }

    var tag: EntityTag { EntityTag("v\(number)") }
}
