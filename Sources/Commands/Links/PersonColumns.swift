import Linkage
import Mechanisms
import Registry
import Vocabulary

/// What names the persons that one post may read, as columns for comparing; held no longer than the run.
struct PersonColumns: Sendable {
    /// The persons, a row each.
    let records: [RecordID]
    /// Persons in sight whose names the post may not read.
    let passedOver: Int
    private let rows: [[String]]

    /// - Parameter progress: Told how many persons were read; may throw to stop.
    init(_ registry: Registry, _ asking: Asking, progress: (Int) throws -> Void) throws {
        var (records, rows, passedOver): ([RecordID], [[String]], Int) = ([], [], 0)
        var cursor: Int64?
        repeat {
            try progress(records.count)
            let page = try registry.identified(from: cursor, asking)
            for person in page.persons {
                records.append(person.record)
                rows.append(ComparedFields.texts { person.value($0) })
            }
            passedOver += page.passedOver
            cursor = page.next
        } while cursor != nil
        // The oldest first: the same register gives the same numbers, with newer ones at the end.
        (self.records, self.rows, self.passedOver) = (records.reversed(), rows.reversed(), passedOver)
    }

    /// The columns that say anything; nil where none does, or there are no two persons.
    func table() throws -> RecordTable? {
        let columns = ComparedFields.all
        let used = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        guard rows.count > 1, !used.isEmpty else { return nil }
        let header = used.map { columns[$0].field }
        let roles = ColumnRoles(used.map { (columns[$0].role, columns[$0].field) })
        let samples = rows.prefix(TableBuilder.sampleRows).map { row in used.map { row[$0] } }
        var builder = try TableBuilder(roles, header: header, samples: Array(samples))
        try builder.beginSource(header: header)
        for row in rows { builder.append { row[used[$0]] } }
        return try builder.finish()
    }
}
