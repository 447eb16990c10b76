import Foundation

/// A sign-in name as it is compared: NFKC, lower case, without spaces around it.
struct SignInName {
    let folded: String
    /// As it is shown: NFC, without spaces around it.
    let shown: String

    /// What somebody typed, whether or not there can be such a name.
    init(typed: String) {
        let trimmed = String(typed.prefix(256)).trimmingCharacters(in: .whitespacesAndNewlines)
        shown = trimmed.precomposedStringWithCanonicalMapping
        folded = trimmed.precomposedStringWithCompatibilityMapping.lowercased()
    }

    /// - Throws: ``AccountRefusal/malformedName``.
    init(new text: String) throws(AccountRefusal) {
        self.init(typed: text)
        let scalars = folded.unicodeScalars
        let isAllowed = scalars.allSatisfy {
            CharacterSet.alphanumerics.contains($0) || ".-_@".unicodeScalars.contains($0)
        }
        guard (2...64).contains(scalars.count), isAllowed,
            scalars.first.map(CharacterSet.alphanumerics.contains) == true
        else { throw .malformedName }
    }
}
