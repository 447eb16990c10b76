import Mechanisms
import Vocabulary

/// Finds a record's present state in the `record` projection.
enum RecordLookup {
    static func head(
        of record: RecordID, _ connection: any StoreConnection
    ) throws -> ProjectionWriter.RecordHead? {
        try connection.first(select, [.text(record.description)]) { row in
            ProjectionWriter.RecordHead(
                mechanism: row.text(0), state: row.text(1), version: Int(row.integer(2)), last: row.integer(3),
                isNew: false)
        }
    }

    static let select = "SELECT mechanism, state, version, last FROM record WHERE id = :id"
    static let selectByMechanism = "SELECT id FROM record WHERE mechanism = :mechanism ORDER BY id"
    static let selectByState = "SELECT id FROM record WHERE mechanism = :mechanism AND state = :state ORDER BY id"
    static let selectByLink = """
        SELECT source FROM link WHERE target = :target AND field = :field ORDER BY source
        """
}
