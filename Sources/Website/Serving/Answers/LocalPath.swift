/// An address inside this house. What a query says of where to go on is taken only as one of these, so that no link of
/// ours leads a person elsewhere.
package struct LocalPath: Hashable, Sendable {
    package let text: String

    /// Nil for anything but a path with an optional query: another scheme, `//host`, a backslash, a control character.
    package init?(_ text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= Target.longest,
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "#") })
        else { return nil }
        self.text = text
    }
}
