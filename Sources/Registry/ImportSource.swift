package import Intake

/// A source description as it was read, with the fingerprint by which the audit knows it again.
package struct ImportSource: Sendable {
    package let description: SourceDescription
    /// SHA-256 over the description and the tables that it reads, in hexadecimal digits.
    package let hash: String

    /// - Parameter hash: See ``hash``; made by whoever reads the files.
    package init(_ description: SourceDescription, hash: String) {
        self.description = description
        self.hash = hash
    }
}

/// How an import ended.
package enum ImportOutcome: String, Sendable, CaseIterable {
    /// Every row was looked at.
    case done
    /// Somebody stopped it; the same file again goes on.
    case stopped
    /// Something stood in the way; the same file again goes on.
    case failed
}

extension ImportSummary {
    /// What the audit says of it: how many rows had which fate.
    var figures: [String: Int] {
        [
            "rows-read": rowsRead, "accepted": accepted, "held-back": heldBack, "already-known": alreadyKnown,
            "persons": persons,
        ]
    }
}
