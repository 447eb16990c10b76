import Mechanisms

/// Follows the chain over the rows as they are stored, whatever they claim.
struct ChainCheck {
    private(set) var sequence: Int64 = 0
    private(set) var hash: [UInt8]
    private var row = RowBatch(columns: EventTable.hashed)

    init(register: RecordID) { hash = EventChain.beginning(of: register).bytes }

    /// Takes the next row; what is wrong with it, or nil.
    mutating func take(_ stored: any StoredRow) -> (check: Verification.Check, sequence: Int64, message: String)? {
        let expected = sequence + 1
        guard stored.kind(.sequence) == .integer, stored.integer(.sequence) == expected else {
            return (.sequence, expected, "event \(expected) is missing or out of its place")
        }
        row.removeAll()
        for column in 0..<EventTable.hashed {
            switch stored.kind(column) {
            case .null: row.appendNull()
            case .integer: row.append(stored.integer(column))
            case .text: row.append(stored.bytes(column), as: .text)
            case .bytes: row.append(stored.bytes(column), as: .bytes)
            case .foreign: return (.chain, expected, "event \(expected) holds a kind of value that is never written")
            }
        }
        row.bytes.withUnsafeBytes { EventChain.advance(&hash, by: $0) }
        guard stored.kind(.hash) == .bytes, stored.bytes(.hash).elementsEqual(hash) else {
            return (.chain, expected, "the hash of event \(expected) does not follow from its bytes")
        }
        sequence = expected
        return nil
    }
}
