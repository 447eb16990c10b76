import Crypto
import Foundation

/// Makes filters of records by a linkage schema and a secret: the same bits as clkhash for the same two.
package struct FilterEncoder {
    package let schema: FilterSchema
    private let keys: [(first: [UInt8], second: [UInt8])]
    /// Bits of tokens that were hashed before: names and pairs of letters come again and again.
    private var known: [[Token: [Int]]]

    private struct Token: Hashable {
        let text: String
        let bits: Int
    }

    /// - Parameter secret: What both parties know and nobody else.
    package init(_ schema: FilterSchema, secret: [UInt8]) {
        self.schema = schema
        keys = FilterEncoder.keys(schema, secret)
        known = schema.features.map { _ in [:] }
    }

    /// The filter of a record.
    ///
    /// - Parameters:
    ///   - values: A text for each feature of the schema, in its order.
    ///   - row: The number of the row, for a failure.
    /// - Throws: ``LinkageFailure/unfitValue(row:feature:reason:)``.
    package mutating func filter(_ values: [String], row: Int) throws(LinkageFailure) -> BitFilter {
        let length = schema.length << schema.folds
        var filter = BitFilter(length: length)
        for (place, feature) in schema.features.enumerated() where place < values.count {
            guard let hashing = feature.hashing else { continue }
            let text = try feature.text(of: values[place], row: row)
            guard let tokens = hashing.tokens.tokens(of: text) else {
                throw .unfitValue(row: row, feature: feature.identifier, reason: "it is no number")
            }
            guard !tokens.isEmpty else { continue }
            for (token, bits) in zip(tokens, hashing.bits.each(of: tokens.count)) where bits > 0 {
                for bit in self.bits(of: Token(text: token, bits: bits), feature, place, length) { filter[bit] = true }
            }
        }
        for _ in 0..<schema.folds { filter = filter.folded() }
        return filter
    }

    private mutating func bits(of token: Token, _ feature: FilterFeature, _ place: Int, _ length: Int) -> [Int] {
        if let bits = known[place][token] { return bits }
        guard let hashing = feature.hashing else { return [] }
        let bytes = feature.format.bytes(token.text)
        let bits =
            hashing.isBlake
            ? FilterEncoder.blake(bytes, token.bits, keys[place].first, length)
            : FilterEncoder.double(bytes, token.bits, keys[place], length, hashing.preventsSingularity)
        if known[place].count < FilterEncoder.mostKnown { known[place][token] = bits }
        return bits
    }

    private static let mostKnown = 1 << 16

    private static func keys(_ schema: FilterSchema, _ secret: [UInt8]) -> [(first: [UInt8], second: [UInt8])] {
        let (derivation, size) = (schema.derivation, schema.derivation.keySize)
        let length = 2 * size * schema.features.count
        let material = SymmetricKey(data: secret)
        let all =
            derivation.isSHA512
            ? HKDF<SHA512>.deriveKey(
                inputKeyMaterial: material, salt: derivation.salt, info: derivation.info, outputByteCount: length)
            : HKDF<SHA256>.deriveKey(
                inputKeyMaterial: material, salt: derivation.salt, info: derivation.info, outputByteCount: length)
        let bytes = all.withUnsafeBytes { Array($0) }
        return schema.features.indices.map { place in
            let start = place * 2 * size
            return (Array(bytes[start..<start + size]), Array(bytes[start + size..<start + 2 * size]))
        }
    }

    private static func blake(_ token: [UInt8], _ count: Int, _ key: [UInt8], _ length: Int) -> [Int] {
        var bits: [Int] = []
        for counter in 0..<(count + 31) / 32 {
            let digest = Blake2b.digest(token, key: key, salt: Array(String(counter).utf8))
            for place in 0..<min(32, count - 32 * counter) {
                bits.append((Int(digest[2 * place]) | Int(digest[2 * place + 1]) << 8) % length)
            }
        }
        return bits
    }

    private static func double(
        _ token: [UInt8], _ count: Int, _ keys: (first: [UInt8], second: [UInt8]), _ length: Int, _ isSafe: Bool
    ) -> [Int] {
        func rest(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { ($0 << 8 | Int($1)) % length } }
        let first = rest(
            HMAC<Insecure.SHA1>.authenticationCode(for: token, using: SymmetricKey(data: keys.first)))
        let key = SymmetricKey(data: keys.second)
        var second = rest(HMAC<Insecure.MD5>.authenticationCode(for: token, using: key))
        var attempt: UInt32 = 0
        while isSafe, second == 0, let scalar = Unicode.Scalar(attempt) {
            let salted = token + Array(String(scalar).utf8)
            second = rest(HMAC<Insecure.MD5>.authenticationCode(for: salted, using: key))
            attempt += 1
        }
        return (0..<count).map { (first + $0 * second) % length }
    }
}
