package import Mechanisms
package import Vocabulary

extension Ledger {
    /// The records that point to `target` now, in the order of their ids.
    package func records(pointingTo target: RecordID) throws -> [RecordState] {
        try events.read { connection in
            guard let number = try RecordLookup.head(of: target, connection)?.number else { return [] }
            let sources = try connection.all(RecordLookup.selectPointing, [.integer(number)]) {
                RecordID(stored: $0.bytes(0))
            }
            return try sources.compactMap(\.self).sorted().compactMap { try Ledger.fold($0, connection)?.state }
        }
    }
}
