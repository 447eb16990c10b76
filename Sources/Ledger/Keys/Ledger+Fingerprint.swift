import Access
import Crypto
package import Mechanisms

extension Ledger {
    /// The maker of fingerprints of rows of a source, or of each of the persons that a row stands for.
    ///
    /// - Returns: A function of the source's name, of what tells the row from others of the source, and of which of the
    ///   row's records is meant, from 0. It gives the same for the same three, in this register only.
    /// - Throws: ``LedgerFailure/closedFor(action:)`` where the keys are not at hand.
    package func fingerprinter() throws -> @Sendable (_ source: String, _ key: [UInt8], _ ordinal: Int) -> Origin {
        guard let key = vault?.keys.origin else { throw LedgerFailure.closedFor(action: .importRecords) }
        let begun = HMAC<SHA256>(key: key)
        return { source, rowKey, ordinal in
            // Lengths first, so that no two triples give the same bytes.
            var authentication = begun
            authentication.update(data: Array("\(source.utf8.count):\(source)\(rowKey.count):".utf8))
            authentication.update(data: rowKey)
            authentication.update(data: Array(String(ordinal).utf8))
            let words = authentication.finalize().firstWords
            return Origin(high: words.0, low: words.1)
        }
    }
}
