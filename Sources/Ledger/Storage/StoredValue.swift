/// A value as a column holds it: one of the four kinds that every store of ours knows the same way.
package enum StoredValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    /// `null` where there is no text.
    package static func optional(_ text: String?) -> StoredValue { text.map(StoredValue.text) ?? .null }
}

/// The kind of a stored value, as the store found it rather than as the schema asked for it.
package enum StoredKind: UInt8, Sendable {
    case null, integer, text, bytes
    /// A kind that this schema never writes: a sign of damage.
    case foreign
}
