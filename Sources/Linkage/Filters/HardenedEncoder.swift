import Crypto

/// Makes filters by a linkage schema, with whatever hardening was agreed.
package struct HardenedEncoder {
    private let schema: FilterSchema
    private let secret: [UInt8]
    private let hardening: FilterHardening
    private var encoders: [String: FilterEncoder] = [:]
    /// Where each bit of a filter and of its complement goes.
    private let order: [Int]

    package init(_ schema: FilterSchema, secret: [UInt8], hardening: FilterHardening) {
        self.schema = schema
        self.secret = secret
        self.hardening = hardening
        order = hardening.isBalanced ? HardenedEncoder.order(2 * schema.length, secret) : []
    }

    /// The filter of a record; twice as long where it is balanced.
    ///
    /// - Parameter salt: The record's text in the column that salts.
    /// - Throws: ``LinkageFailure/unfitValue(row:feature:reason:)``.
    package mutating func filter(_ values: [String], salt: String?, row: Int) throws(LinkageFailure) -> BitFilter {
        let salt = salt.map { String(decoding: Romanisation.ascii($0).filter { $0 != 0x20 }, as: UTF8.self) } ?? ""
        var encoder = encoders[salt] ?? FilterEncoder(schema, secret: salted(salt))
        encoders[salt] = nil
        let filter = try encoder.filter(values, row: row)
        encoders[salt] = encoder
        return hardening.isBalanced ? balanced(filter) : filter
    }

    private func salted(_ salt: String) -> [UInt8] {
        guard hardening.saltColumn != nil else { return secret }
        return Array(
            HMAC<SHA256>.authenticationCode(for: Array("salt \(salt)".utf8), using: SymmetricKey(data: secret)))
    }

    private func balanced(_ filter: BitFilter) -> BitFilter {
        var result = BitFilter(length: order.count)
        for bit in 0..<filter.length { result[order[filter[bit] ? bit : bit + filter.length]] = true }
        return result
    }

    /// An order of the key: places sorted by a keyed hash of each.
    private static func order(_ count: Int, _ secret: [UInt8]) -> [Int] {
        let key = SymmetricKey(data: secret)
        let marks = (0..<count).map {
            Array(HMAC<SHA256>.authenticationCode(for: Array("place \($0)".utf8), using: key))
        }
        var order = [Int](repeating: 0, count: count)
        for (place, bit) in (0..<count).sorted(by: { marks[$0].lexicographicallyPrecedes(marks[$1]) }).enumerated() {
            order[bit] = place
        }
        return order
    }
}
