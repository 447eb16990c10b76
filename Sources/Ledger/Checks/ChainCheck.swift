import Mechanisms
import Vocabulary

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
        guard encode(stored) else {
            return (.chain, expected, "event \(expected) holds a kind of value that is never written")
        }
        guard stored.kind(.hash) == .bytes, stored.bytes(.hash).elementsEqual(hash) else {
            return (.chain, expected, "the hash of event \(expected) does not follow from its bytes")
        }
        sequence = expected
        return nil
    }

    /// Advances the hash by the columns it covers; false where one of them is of a kind that is never written.
    private mutating func encode(_ stored: any StoredRow) -> Bool {
        row.removeAll()
        var isOurs = true
        let payload = (0..<EventTable.hashed).reduce(0) { $0 + stored.bytes($1).count }
        row.appendRow(payload: payload) { row in
            for column in 0..<EventTable.hashed {
                if stored.kind(column) == .foreign { isOurs = false }
                row.append(stored, column)
            }
            EventChain.advance(&hash, by: row.written)
        }
        return isOurs
    }
}
