import HTTPTypes

/// The tag of one version of one thing, RFC 9110 section 8.8.3. Always a strong one.
package struct EntityTag: Hashable, Sendable {
    /// Without quotation marks.
    package let value: String

    /// - Parameter value: Letters, digits and hyphens; a record's version: `v12`.
    package init(_ value: String) { self.value = value }

    /// As the field has it: `"v12"`.
    package var text: String { "\"\(value)\"" }

    /// The tag of the same thing packed: other bytes, another tag. Whoever sends it back means the same version.
    var ofPacked: EntityTag { EntityTag(value + EntityTag.packedEnding) }

    private static let packedEnding = "-gzip"

    /// The tags of an `If-Match` or `If-None-Match` field, weak ones as if they were strong; nil for `*`.
    static func list(_ field: String) -> [EntityTag]? {
        if field.trimmed == "*" { return nil }
        return field.split(separator: ",").prefix(50).compactMap { piece in
            var text = piece.trimmed[...]
            if text.hasPrefix("W/") { text = text.dropFirst(2) }
            guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
            let value = text.dropFirst().dropLast()
            return EntityTag(String(value.hasSuffix(packedEnding) ? value.dropLast(packedEnding.count) : value))
        }
    }
}

extension Exchange {
    /// Whether the reader has this version already: an answer of 304 says so.
    package func knows(_ tag: EntityTag) -> Bool {
        guard let field = headers[.ifNoneMatch] else { return false }
        return EntityTag.list(field)?.contains(tag) ?? true
    }

    /// The versions that a writer has seen, of `If-Match`; every write of the interface must name one.
    ///
    /// - Returns: Nil for `*`, which means any version that there is.
    /// - Throws: ``RequestRefusal/versionMissing`` without the field.
    package func seenVersions() throws(RequestRefusal) -> [EntityTag]? {
        guard let field = headers[.ifMatch] else { throw .versionMissing }
        return EntityTag.list(field)
    }
}

extension StringProtocol {
    /// Without blanks and tabs at both ends.
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
