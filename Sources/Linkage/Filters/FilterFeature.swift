/// One feature of a linkage schema: how a column is checked, cut into tokens and hashed.
package struct FilterFeature: Sendable {
    /// The header of the column.
    package let identifier: String
    let format: FilterFormat
    /// Nil for a feature that is ignored; it has keys all the same.
    let hashing: Hashing?

    struct Hashing: Sendable {
        let tokens: FilterTokens
        let bits: Bits
        let isBlake: Bool
        /// Whether a second hash of 0 is tried again (clkhash's `prevent_singularity`).
        let preventsSingularity: Bool
        /// What stands for a missing value, and what is hashed in its place.
        let missing: (sentinel: String, replacement: String)?
    }

    enum Bits: Sendable {
        case perToken(Int)
        case perFeature(Int)

        /// How many bits each of so many tokens sets; the first tokens take what does not divide.
        func each(of tokens: Int) -> [Int] {
            switch self {
            case .perToken(let bits): return [Int](repeating: bits, count: tokens)
            case .perFeature(let bits):
                return (0..<tokens).map { bits / tokens + ($0 < bits % tokens ? 1 : 0) }
            }
        }
    }

    init(_ entry: SchemaFile.Feature) throws(LinkageFailure) {
        identifier = entry.identifier
        if entry.ignored == true {
            format = .ignored
            hashing = nil
            return
        }
        guard let written = entry.format, let how = entry.hashing else {
            throw .unreadableSchema(reason: "feature “\(entry.identifier)” has no format or no hashing")
        }
        format = try FilterFormat(written, of: entry.identifier)
        hashing = try FilterFeature.hashing(how, of: entry.identifier)
    }

    private static func hashing(_ how: SchemaFile.Hashing, of name: String) throws(LinkageFailure) -> Hashing {
        let bits: Bits
        switch (how.strategy.bitsPerToken, how.strategy.bitsPerFeature) {
        case (let count?, nil) where (1...mostBits).contains(count): bits = .perToken(count)
        case (nil, let count?) where (1...mostBits).contains(count): bits = .perFeature(count)
        default: throw .unreadableSchema(reason: "feature “\(name)” needs bitsPerToken or bitsPerFeature")
        }
        let hash = how.hash?.type ?? "blakeHash"
        guard hash == "blakeHash" || hash == "doubleHash" else { throw .unsupportedSchema(what: "hash “\(hash)”") }
        if hash == "blakeHash", how.hash?.prevent_singularity != nil {
            throw .unreadableSchema(reason: "feature “\(name)”: prevent_singularity is for doubleHash only")
        }
        return Hashing(
            tokens: try FilterTokens(how.comparison, of: name), bits: bits, isBlake: hash == "blakeHash",
            preventsSingularity: how.hash?.prevent_singularity ?? false,
            missing: how.missingValue.map { ($0.sentinel, $0.replaceWith ?? $0.sentinel) })
    }

    private static let mostBits = 1 << 16

    /// The text that is cut into tokens.
    ///
    /// - Throws: ``LinkageFailure/unfitValue(row:feature:reason:)`` for a value that the format does not allow; the value
    ///   itself is never in the failure.
    func text(of value: String, row: Int) throws(LinkageFailure) -> String {
        if let missing = hashing?.missing, missing.sentinel == value { return missing.replacement }
        do {
            return try format.formatted(value)
        } catch {
            throw .unfitValue(row: row, feature: identifier, reason: error.reason)
        }
    }
}
