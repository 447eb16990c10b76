package import Mechanisms
import Vocabulary

extension Ledger {
    /// The records of a mechanism that changed after a place of the ledger, as they are now, with their identities sealed.
    ///
    /// - Parameter place: 0 for all records.
    /// - Returns: Each once, in no order, and the place up to which the ledger was looked through.
    package func changes(of mechanism: String, after place: Int64) throws -> (states: [RecordState], through: Int64) {
        try events.read { connection in
            let end = try connection.first(EventTable.selectLast, []) { $0.integer(0) } ?? 0
            let records =
                place == 0
                ? try RecordLookup.records(of: mechanism, connection)
                : try connection.all(EventTable.selectChanged, [.integer(place), .text(mechanism)]) {
                    RecordID(stored: $0.bytes(0))
                }.compactMap(\.self)
            return (try records.compactMap { try Ledger.fold($0, connection)?.state }, end)
        }
    }
}
