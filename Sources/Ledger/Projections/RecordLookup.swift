import Mechanisms
import Vocabulary

/// Finds a record's present state in the `record` projection.
enum RecordLookup {
    /// - Parameter mechanism: Nil to look among all of them, which takes a look-up for each.
    static func head(
        of record: RecordID, mechanism: String?, _ connection: any StoreConnection
    ) throws -> ProjectionWriter.RecordHead? {
        for mechanism in try mechanism.map({ [$0] }) ?? mechanisms(connection) {
            let head = try connection.first(select, [.text(mechanism), .text(record.description)]) { row in
                ProjectionWriter.RecordHead(
                    mechanism: mechanism, state: row.text(0), version: Int(row.integer(1)), last: row.integer(2),
                    isNew: false)
            }
            if let head { return head }
        }
        return nil
    }

    /// The mechanisms that have records, each found by one step into the index.
    private static func mechanisms(_ connection: any StoreConnection) throws -> [String] {
        var found: [String] = []
        while let next = try connection.first(selectNextMechanism, [.text(found.last ?? "")], { $0.optionalText(0) }),
            let next
        { found.append(next) }
        return found
    }

    static let select = "SELECT state, version, last FROM record WHERE mechanism = :mechanism AND id = :id"
    static let selectNextMechanism = "SELECT min(mechanism) FROM record WHERE mechanism > :mechanism"
    static let selectByMechanism = "SELECT id, state FROM record WHERE mechanism = :mechanism ORDER BY id"
    static let selectByLink = "SELECT source FROM link WHERE target = :target ORDER BY source"
}
