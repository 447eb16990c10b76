package import Mechanisms
package import Vocabulary

extension Ledger {
    /// The records that ever pointed to `target`, as they are now; those that no longer do are among them.
    package func records(pointingTo target: RecordID) throws -> [RecordState] {
        try events.read { connection in
            let sources = try connection.all(
                RecordLookup.selectByLink, [.text(target.description)]
            ) { RecordID(stored: $0.bytes(0)) }
            return try sources.compactMap { try $0.flatMap { try Ledger.fold($0, connection)?.state } }
        }
    }
}
